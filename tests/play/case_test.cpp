// The reader of cases: what a file says, and every way in which it may be wrong.
#include "tests/play/case.cpp"  // of the player, which is a program and no library

#include <gtest/gtest.h>
#include <unistd.h>

namespace standin::play {

namespace {

std::string written(const std::string& text) {
    const std::string file = testing::TempDir() + "read-" + std::to_string(::getpid()) + ".case";
    std::ofstream(file) << text;
    return file;
}

// Everything that was read, as one text.
std::string told(const std::string& text) {
    const Case read = read_case(written(text));
    std::string told = read.proves + '|' + read.contract + '|' + read.auth + '|' +
                       (read.fixtures ? "fixtures" : "none") + '|' +
                       (read.strict ? "strict" : "lax") + '|' + read.faults + '|' +
                       std::to_string(read.seed);
    for (const std::string& overlay : read.overlays) told += '|' + overlay;
    for (const Step& step : read.steps) {
        told += "\n" + std::to_string(step.line) + ' ' + step.request.method + ' ' +
                step.request.target;
        for (const auto& [field, value] : step.request.headers) told += ' ' + field + '=' + value;
        told += " [" + step.request.body + "] " + std::to_string(step.expected.status);
        for (const auto& [field, value] : step.expected.headers) told += ' ' + field + '=' + value;
        told += " [" + step.expected.body + "]" + step.expected.wire;
    }
    return told;
}

TEST(Case, IsReadWhole) {
    EXPECT_EQ(told(R"(# It proves a thing.
# A remark.
auth: values
fixtures: none
strict: on
contract: small.yaml
overlay: one.yaml
overlay: other
faults: flaky.yaml
seed: 17

> POST /things?a=b c
> X-A: 1
> X-B: a: b
>
> {"a":
>
>  1}
< 201
<h X-C: d
< {"a":1}
<n

# Another remark.
> GET /
< 204

> GET /
<! EMPTY_RESPONSE
)"),
              "It proves a thing.|small.yaml|values|none|strict|flaky.yaml|17|one.yaml|other\n"
              "12 POST /things?a=b c X-A=1 X-B=a: b [{\"a\":\n\n 1}] 201 X-C=d [{\"a\":1}\n]\n"
              "25 GET / [] 204 []\n"
              "28 GET / [] 0 []EMPTY_RESPONSE");
}

TEST(Case, NeedsNoDirectives) {
    EXPECT_EQ(told("# It.\n> GET /\n< 200\n"), "It.||contract|fixtures|lax||0\n2 GET / [] 200 []");
}

struct Row {
    const char* name;
    const char* text;
    const char* mistake;  // behind the file's name
};

void PrintTo(const Row& row, std::ostream* out) {
    *out << row.name;
}

class Refused : public testing::TestWithParam<Row> {};

TEST_P(Refused, WithItsLine) {
    const std::string file = written(GetParam().text);
    try {
        read_case(file);
        FAIL() << "it was read";
    } catch (const std::runtime_error& error) {
        EXPECT_EQ(std::string(error.what()), file + GetParam().mistake);
    }
}

const Row rows[] = {
    {"empty", "", ":0: no step"},
    {"no_sentence", "> GET /\n", ":1: the first line must be \"# \" and a sentence"},
    {"no_step", "# It.\n\nauth: off\n", ":3: no step"},
    {"unknown_directive", "# It.\nspeed: high\n", ":2: not a line of a case: \"speed: high\""},
    {"unknown_value", "# It.\nauth: maybe\n", ":2: not a line of a case: \"auth: maybe\""},
    {"strict_and_what_else", "# It.\nstrict: off\n", ":2: not a line of a case: \"strict: off\""},
    {"no_directive", "# It.\nhello\n", ":2: not a line of a case: \"hello\""},
    {"seed_of_letters", "# It.\nseed: x\n", ":2: not a line of a case: \"seed: x\""},
    {"seed_too_long", "# It.\nseed: 1234567890123456789\n",
     ":2: not a line of a case: \"seed: 1234567890123456789\""},
    {"no_seed", "# It.\nseed: \n", ":2: not a line of a case: \"seed: \""},
    {"blanks", "# It.\n \n", ":2: not a line of a case: \" \""},
    {"late_directive", "# It.\n> GET /\n< 200\n\nauth: off\n",
     ":5: a directive must stand before the steps"},
    {"directive_in_a_step", "# It.\n> GET /\nauth: off\n< 200\n",
     ":3: a directive must stand before the steps"},
    {"request_without_target", "# It.\n> GET\n", ":2: \"> METHOD TARGET\" is expected"},
    {"request_without_method", "# It.\n>  /\n", ":2: \"> METHOD TARGET\" is expected"},
    {"header_without_colon", "# It.\n> GET /\n> X-A\n", ":3: \"Name: value\" is expected"},
    {"comment_in_a_step", "# It.\n> GET /\n# so\n< 200\n",
     ":3: a comment must not stand inside a step"},
    {"answer_without_request", "# It.\n< 200\n", ":2: an answer without a request"},
    {"request_without_answer", "# It.\n> GET /\n\n", ":3: a request without an answer"},
    {"ends_without_answer", "# It.\n> GET /\n", ":2: a request without an answer"},
    {"status_of_letters", "# It.\n> GET /\n< OK\n", ":3: \"< STATUS\" is expected"},
    {"status_too_long", "# It.\n> GET /\n< 2000\n", ":3: \"< STATUS\" is expected"},
    {"two_bodies", "# It.\n> GET /\n< 200\n< a\n< b\n", ":5: not a line of an answer: \"< b\""},
    {"header_behind_the_body", "# It.\n> GET /\n< 200\n< a\n<h X: y\n",
     ":5: headers stand before the body"},
    {"line_feed_of_nothing", "# It.\n> GET /\n< 200\n<n\n", ":4: \"<n\" stands after the body"},
    {"unknown_answer_line", "# It.\n> GET /\n< 200\n<x\n", ":4: not a line of an answer: \"<x\""},
    {"fault_without_name", "# It.\n> GET /\n<! \n", ":3: \"< STATUS\" is expected"},
    {"body_of_what_is_taken_away", "# It.\n> GET /\n<! timeout\n< a\n",
     ":4: nothing follows an answer that is taken away"},
    {"line_feed_of_what_is_taken_away", "# It.\n> GET /\n<! timeout\n<n\n",
     ":4: nothing follows an answer that is taken away"},
    {"steps_run_together", "# It.\n> GET /\n< 200\n> GET /\n",
     ":4: a step must end with an empty line"},
};
INSTANTIATE_TEST_SUITE_P(Case, Refused, testing::ValuesIn(rows),
                         [](const auto& row) { return row.param.name; });

TEST(Case, AFileThatIsNotThere) {
    EXPECT_THROW(
        {
            try {
                read_case("/none.case");
            } catch (const std::runtime_error& error) {
                EXPECT_STREQ(error.what(), "/none.case: cannot be read");
                throw;
            }
        },
        std::runtime_error);
}

TEST(Case, AnswersAreWrittenBackInTheirPlaces) {
    const Case read = read_case(written(
        "# It.\n\n> GET /a\n< 200\n<h X: old\n< old\n\n# So.\n> GET /b\n< 500\n< old\n<n\n"));
    EXPECT_EQ(
        with_answers(read, {{"", {404, {{"Y", "z"}, {"x", "new"}}, "new\n"}}, {"", {204, {}, ""}}}),
        "# It.\n\n> GET /a\n< 404\n<h X: new\n< new\n<n\n\n# So.\n> GET /b\n< 204\n");
    EXPECT_EQ(with_answers(read, {{"timeout", {0, {}, {}}}, {"", {204, {}, ""}}}),
              "# It.\n\n> GET /a\n<! timeout\n\n# So.\n> GET /b\n< 204\n");
}

}  // namespace

}  // namespace standin::play
