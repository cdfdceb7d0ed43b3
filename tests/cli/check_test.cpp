// `standin check` as its user runs it.
#include <gtest/gtest.h>

#include "tests/cli/program.h"

namespace standin::cli {

namespace {

class Check : public testing::Test {
  protected:
    Folder folder_;
    const std::string fine_ = folder_.write(
        "fine.yaml", "openapi: 3.1.0\ninfo: {title: Fine, version: '1'}\npaths: {}\n");
    const std::string odd_ = folder_.write(
        "odd.yaml", "openapi: 3.1.0\ninfo: {title: Odd, version: '1'}\npaths: {/a: {gett: {}}}\n");
    const std::string wrong_ = folder_.write(
        "wrong.yaml", "openapi: 3.1.0\ninfo: {title: Wrong, version: '1'}\npaths: {a: {}}\n");
};

TEST_F(Check, OfAFineDocument) {
    const Ended ended = standin({"check", fine_});
    EXPECT_EQ(ended.out, fine_ +
                             ": Fine, 0 operations, 0 resources with state\n"
                             "0 errors, 0 warnings\n");
    EXPECT_EQ(ended.errors, "");
    EXPECT_EQ(ended.code, 0);
}

TEST_F(Check, OfSeveralTellsAllAndEndsWithTwo) {
    const Ended ended = standin({"check", odd_, wrong_});
    EXPECT_EQ(ended.out,
              odd_ +
                  ":3:14: warning: \"gett\" is no field of a path item (/paths/~1a/gett)\n"
                  "    did you mean \"get\"?\n" +
                  wrong_ + ":3:12: error: a path begins with \"/\" (/paths/a)\n" + odd_ +
                  ": Odd, 0 operations, 0 resources with state\n1 error, 1 warning\n");
    EXPECT_EQ(ended.code, 2);
}

TEST_F(Check, WarningsAreNoErrors) {
    EXPECT_EQ(standin({"check", odd_}).code, 0);
}

TEST_F(Check, InJson) {
    const Ended ended = standin({"check", "--format", "json", odd_});
    EXPECT_EQ(ended.out,
              R"({"findings":[{"file":")" + odd_ +
                  R"(","line":3,"column":14,"severity":"warning","message":"\"gett\" is no field )"
                  R"(of a path item","pointer":"/paths/~1a/gett","hint":"did you mean \"get\"?"}],)"
                  R"("errors":0,"warnings":1})"
                  "\n");
    EXPECT_EQ(ended.code, 0);
}

TEST_F(Check, WithAnOverlay) {
    const std::string overlay = folder_.write(
        "o.yaml",
        "overlay: 1.0.0\ninfo: {title: T, version: '1'}\nactions:\n"
        "- {target: $.paths.*.gett, remove: true}\n- {target: $.none, remove: true}\n");
    const Ended ended = standin({"check", odd_, "--overlay", overlay});
    EXPECT_EQ(ended.out, overlay + ":5:12: warning: selects nothing in " + odd_ +
                             " (/actions/1/target)\n" + odd_ +
                             ": Odd, 0 operations, 0 resources with state\n0 errors, 1 warning\n");
}

TEST_F(Check, OfNoFile) {
    const std::string none = folder_.file("none.yaml");
    const Ended ended = standin({"check", none});
    EXPECT_EQ(ended.out,
              none + ": error: cannot be read: No such file or directory\n1 error, 0 warnings\n");
    EXPECT_EQ(ended.code, 2);
}

TEST_F(Check, OfOperationsThatCannotBeToldApart) {
    const std::string file = folder_.write(
        "twin.yaml",
        "openapi: 3.1.0\ninfo: {title: T, version: '1'}\npaths:\n"
        "  /a/{b}: {parameters: [&b {name: b, in: path, required: true, schema: {}}], get: {}}\n"
        "  /a/{c}: {parameters: [{name: c, in: path, required: true, schema: {}}], get: {}}\n");
    EXPECT_EQ(standin({"check", file}).out,
              file + ":5:80: warning: GET /a/{b} of " + file + ":4 and GET /a/{c} of " + file +
                  ":5 have the same path; the first one answers (/paths/~1a~1{c}/get)\n" + file +
                  ": T, 2 operations, 0 resources with state\n0 errors, 1 warning\n");
}

struct FlagRow {
    const char* name;
    std::vector<std::string> arguments;
    const char* line;
};

void PrintTo(const FlagRow& row, std::ostream* out) {
    *out << row.name;
}

class CheckFlag : public testing::TestWithParam<FlagRow> {};

TEST_P(CheckFlag, IsRefused) {
    std::vector<std::string> arguments = GetParam().arguments;
    arguments.insert(arguments.begin(), "check");
    const Ended ended = standin(arguments);
    EXPECT_EQ(ended.out, "");
    EXPECT_EQ(ended.errors, "standin: " + std::string(GetParam().line) + "\n");
    EXPECT_EQ(ended.code, 2);
}

const FlagRow flags[] = {
    {"no_file", {}, "check takes at least one file; see standin check --help"},
    {"format", {"--format", "xml", "a.yaml"}, "--format takes text or json, not \"xml\""},
    {"unknown", {"--fix", "a.yaml"}, "unrecognised option '--fix'; see standin check --help"},
};
INSTANTIATE_TEST_SUITE_P(Flags, CheckFlag, testing::ValuesIn(flags),
                         [](const auto& row) { return std::string(row.param.name); });

}  // namespace

}  // namespace standin::cli
