// The official JSON Schema Test Suite for 2020-12, as far as it is about supported keywords.
#include <cctype>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>

#include <gtest/gtest.h>

#include "mock/core/contract_error.h"
#include "mock/core/json.h"
#include "mock/schema/check.h"

namespace standin::schema {

namespace {

namespace fs = std::filesystem;

// Every mandatory file but those about what is refused as a whole: $anchor, $dynamicRef, references
// to other documents, vocabularies and the two unevaluated keywords. Formats are asserted here, so
// format.json, where they are not, is left out too.
constexpr std::string_view files[] = {
    "additionalProperties",
    "allOf",
    "anyOf",
    "boolean_schema",
    "const",
    "contains",
    "content",
    "default",
    "defs",
    "dependentRequired",
    "dependentSchemas",
    "enum",
    "exclusiveMaximum",
    "exclusiveMinimum",
    "if-then-else",
    "infinite-loop-detection",
    "items",
    "maxContains",
    "maxItems",
    "maxLength",
    "maxProperties",
    "maximum",
    "minContains",
    "minItems",
    "minLength",
    "minProperties",
    "minimum",
    "multipleOf",
    "not",
    "oneOf",
    "pattern",
    "patternProperties",
    "prefixItems",
    "properties",
    "propertyNames",
    "ref",
    "required",
    "type",
    "uniqueItems",
    "optional/bignum",
    "optional/float-overflow",
    "optional/non-bmp-regex",
    "optional/refOfUnknownKeyword",
    "optional/format/date",
    "optional/format/date-time",
    "optional/format/duration",
    "optional/format/email",
    "optional/format/hostname",
    "optional/format/ipv4",
    "optional/format/ipv6",
    "optional/format/json-pointer",
    "optional/format/regex",
    "optional/format/time",
    "optional/format/unknown",
    "optional/format/uri",
    "optional/format/uri-reference",
    "optional/format/uuid",
};

// Schemas that are refused when compiled: they refer to other documents, by $id or by $anchor, hold
// a keyword that is not supported, or name a Unicode property in a way that PCRE2 does not know.
const std::set<std::string_view> refused = {
    "defs: validate definition against metaschema",
    "not: collect annotations inside a 'not', even if collection is disabled",
    "pattern: pattern with Unicode property escape requires unicode mode",
    "patternProperties: patternProperties with Unicode property escape",
    "ref: remote ref, containing refs itself",
    "ref: Recursive references between schemas",
    "ref: ref creates new scope when adjacent to keywords",
    "ref: refs with relative uris and defs",
    "ref: relative refs with absolute uris and defs",
    "ref: $id must be resolved against nearest parent, not just immediate parent",
    "ref: order of evaluation: $id and $ref",
    "ref: order of evaluation: $id and $anchor and $ref",
    "ref: order of evaluation: $id and $ref on nested schema",
    "ref: simple URN base URI with $ref via the URN",
    "ref: URN base URI with URN and JSON pointer ref",
    "ref: URN base URI with URN and anchor ref",
    "ref: URN ref with nested pointer ref",
    "ref: ref to if",
    "ref: ref to then",
    "ref: ref to else",
    "ref: ref with absolute-path-reference",
};

// Labels that begin with "xn--" are checked as RFC 1123 has it, not decoded as RFC 5891 asks, so
// only what is valid here is expected to be so.
constexpr std::string_view half_checked =
    "optional/format/hostname: validation of A-label (punycode) host names";

struct Row {
    std::string name;
    std::string schema_name;
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
    return suites / "json-schema/tests/draft2020-12";
}

std::string word(std::string_view text) {
    std::string name;
    for (char c : text) name += std::isalnum(static_cast<unsigned char>(c)) ? c : '_';
    return name;
}

// Documents live as long as the program: the rows point into them.
const Value& read_file(const fs::path& path) {
    static std::vector<std::shared_ptr<const Document>> documents;
    std::ifstream stream(path);
    const std::string text(std::istreambuf_iterator<char>(stream), {});
    JsonFault fault;
    std::shared_ptr<const Document> document = read_json(text, fault);
    if (!document) throw std::runtime_error(path.string() + ": " + fault.message);
    return documents.emplace_back(std::move(document))->root();
}

void read_case(std::string_view file, const Value& group, std::vector<Row>& rows) {
    const std::string schema_name =
        std::string(file) + ": " + std::string(group.at("description")->text());
    for (const Value& test : group.at("tests")->items()) {
        const std::string_view description = test.at("description")->text();
        if (schema_name == half_checked && !test.at("valid")->boolean()) continue;
        rows.push_back({schema_name + ": " + std::string(description), schema_name,
                        *group.at("schema"), *test.at("data"), test.at("valid")->boolean()});
    }
}

std::vector<Row> read_suite() {
    std::vector<Row> rows;
    if (!fs::exists(suite_folder())) return rows;
    for (std::string_view file : files) {
        const fs::path path = suite_folder() / (std::string(file) + ".json");
        for (const Value& group : read_file(path).items()) read_case(file, group, rows);
    }
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
    Schemas schemas("suite.json", document, Dialect::json_schema_2020_12);
    if (refused.contains(row.schema_name)) {
        EXPECT_THROW(schemas.compile(""), ContractError);
        return;
    }
    const Schema& schema = schemas.compile("");
    EXPECT_EQ(is_valid(schema, row.instance), row.valid);
    Problems problems;
    check(schema, row.instance, {}, problems);
    EXPECT_EQ(problems.empty(), row.valid);
}

INSTANTIATE_TEST_SUITE_P(Draft2020, Suite, testing::ValuesIn(read_suite()), name_of_row);
GTEST_ALLOW_UNINSTANTIATED_PARAMETERIZED_TEST(Suite);

TEST(SuiteFolder, HasRows) {
    if (!fs::exists(suite_folder())) GTEST_SKIP() << "skipped: no suite";
    EXPECT_GT(read_suite().size(), 1000U);
}

TEST(SuiteFolder, HasEverySchemaThatIsListedAsRefused) {
    if (!fs::exists(suite_folder())) GTEST_SKIP() << "skipped: no suite";
    std::set<std::string> names;
    for (const Row& row : read_suite()) names.insert(row.schema_name);
    for (std::string_view name : refused) EXPECT_TRUE(names.contains(std::string(name))) << name;
}

}  // namespace

}  // namespace standin::schema
