// The official JSON Schema Test Suite: every file of every dialect, the optional ones too.
#include <algorithm>
#include <cctype>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <set>

#include <gtest/gtest.h>

#include "mock/core/builder.h"
#include "mock/core/json.h"
#include "mock/schema/check.h"
#include "tests/schema/told.h"

namespace standin::schema {

namespace {

namespace fs = std::filesystem;

struct Folder {
    const char* name;
    Dialect dialect;
    size_t least;  // rows that there are
};

constexpr Folder drafts[] = {
    {"draft4", Dialect::draft_4, 900},
    {"draft7", Dialect::draft_7, 1700},
    {"draft2019-09", Dialect::json_schema_2019_09, 2100},
    {"draft2020-12", Dialect::json_schema_2020_12, 2200},
};

// Rows whose verdict is another one here. That of draft 7 may check the content of texts; here it
// is an annotation, as in every dialect since.
const std::set<std::string_view> accepted = {
    "draft7/optional/content: validation of string-encoded content based on media type: an invalid "
    "JSON document",
    "draft7/optional/content: validation of binary string-encoding: an invalid base64 string (% is "
    "not a valid character)",
    "draft7/optional/content: validation of binary-encoded media type documents: a validly-encoded "
    "invalid JSON document",
    "draft7/optional/content: validation of binary-encoded media type documents: an invalid base64 "
    "string that is valid JSON",
};

struct Row {
    std::string name;
    Dialect dialect;
    bool asserts_formats = true;
    Value schema;
    Value instance;
    bool valid = false;
};

void PrintTo(const Row& row, std::ostream* out) {
    *out << row.name;
}

fs::path suite_folder() {
    const char* given = std::getenv("STANDIN_SUITES");
    const fs::path suites =
        given ? fs::path(given) : fs::path(STANDIN_SOURCE_DIR) / "../shared/suites";
    return suites / "json-schema";
}

std::string word(std::string_view text) {
    std::string name;
    for (char c : text) name += std::isalnum(static_cast<unsigned char>(c)) ? c : '_';
    return name;
}

// Documents live as long as the program: the rows point into them.
std::shared_ptr<const Document> read_file(const fs::path& path) {
    static std::map<fs::path, std::shared_ptr<const Document>> documents;
    auto& document = documents[path];
    if (document) return document;
    std::ifstream stream(path);
    const std::string text(std::istreambuf_iterator<char>(stream), {});
    JsonFault fault;
    document = read_json(text, fault);
    if (!document) throw std::runtime_error(path.string() + ": " + fault.message);
    return document;
}

// The documents that the suite serves at http://localhost:1234/.
std::optional<Source> find_remote(const std::string& uri) {
    constexpr std::string_view server = "http://localhost:1234/";
    if (!uri.starts_with(server)) return std::nullopt;
    const fs::path path = suite_folder() / "remotes" / uri.substr(server.size());
    if (!fs::exists(path)) return std::nullopt;
    return Source{uri, read_file(path)};
}

// Where the suite has formats asserted without a vocabulary that asks for it.
bool is_about_formats(std::string_view file) {
    return file.find("optional/format/") != file.npos || file.find("ecmascript-regex") != file.npos;
}

void read_group(const Folder& draft, const std::string& file, const Value& group,
                std::vector<Row>& rows) {
    for (const Value& test : group.at("tests")->items()) {
        const std::string name = file + ": " + std::string(group.at("description")->text()) + ": " +
                                 std::string(test.at("description")->text());
        rows.push_back({name, draft.dialect, is_about_formats(file), *group.at("schema"),
                        *test.at("data"), test.at("valid")->boolean() || accepted.contains(name)});
    }
}

std::vector<Row> read_suite(const Folder& draft) {
    std::vector<Row> rows;
    const fs::path tests = suite_folder() / "tests";
    if (!fs::exists(tests)) return rows;
    std::set<fs::path> files;
    for (const auto& entry : fs::recursive_directory_iterator(tests / draft.name)) {
        if (entry.path().extension() == ".json") files.insert(entry.path());
    }
    for (const fs::path& path : files) {
        const std::string file = fs::relative(path, tests).replace_extension().string();
        for (const Value& group : read_file(path)->root().items()) {
            read_group(draft, file, group, rows);
        }
    }
    return rows;
}

std::vector<Row> read_suites() {
    std::vector<Row> rows;
    for (const Folder& draft : drafts)
        std::ranges::move(read_suite(draft), std::back_inserter(rows));
    return rows;
}

std::string name_of_row(const testing::TestParamInfo<Row>& row) {
    return word(row.param.name) + "_" + std::to_string(row.index);
}

class Suite : public testing::TestWithParam<Row> {};

TEST_P(Suite, GivesTheVerdict) {
    const Row& row = GetParam();
    auto document = std::make_shared<Document>();
    Builder(*document).copy(row.schema);
    Schemas schemas(
        {"suite.json", document},
        {.dialect = row.dialect, .asserts_formats = row.asserts_formats, .resolve = find_remote});
    const Schema& schema = schemas.compile("");
    EXPECT_EQ(is_valid(schema, row.instance), row.valid);
    Problems problems;
    check(schema, row.instance, {}, problems);
    EXPECT_EQ(problems.empty(), row.valid);
    problems.clear();
    check(schema, row.instance, {Part::body, "", Direction::request, true}, problems);
    EXPECT_EQ(are_strangers(problems), row.valid);
}

INSTANTIATE_TEST_SUITE_P(Drafts, Suite, testing::ValuesIn(read_suites()), name_of_row);
GTEST_ALLOW_UNINSTANTIATED_PARAMETERIZED_TEST(Suite);

TEST(SuiteFolder, HasRows) {
    if (!fs::exists(suite_folder())) GTEST_SKIP() << "skipped: no suite";
    for (const Folder& draft : drafts)
        EXPECT_GE(read_suite(draft).size(), draft.least) << draft.name;
}

TEST(SuiteFolder, HasEveryRowThatIsAccepted) {
    if (!fs::exists(suite_folder())) GTEST_SKIP() << "skipped: no suite";
    std::set<std::string> names;
    for (const Row& row : read_suites()) names.insert(row.name);
    for (std::string_view name : accepted) EXPECT_TRUE(names.contains(std::string(name))) << name;
}

}  // namespace

}  // namespace standin::schema
