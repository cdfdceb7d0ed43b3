// Values that are almost what a schema asks for: one way to be wrong a row.
#include "mock/sample/mend.h"

#include <gtest/gtest.h>

#include "mock/core/json.h"

namespace standin::sample {

namespace {

struct Row {
    const char* name;
    const char* schema;
    const char* value;
    const char* mended;
};

void PrintTo(const Row& row, std::ostream* out) {
    *out << row.name;
}

class Mended : public testing::TestWithParam<Row> {};

TEST_P(Mended, WithAsLittleChangedAsCanBeSeen) {
    const auto contract = contract::load_contract_text(
        "a.yaml", std::string("openapi: 3.1.0\npaths: {}\ncomponents: {schemas: {S: ") +
                      GetParam().schema + "}}");
    const contract::Located schema =
        contract::root_of(contract->source()).find("components").find("schemas").find("S");
    Judge judge(*contract);
    JsonFault fault;
    const auto value = read_json(GetParam().value, fault);
    Document document;
    EXPECT_EQ(to_json(mend(judge, {schema}, value->root(), document)), GetParam().mended);
}

const Row rows[] = {
    {"what_fits", "{type: object}", R"({"b":1,"a":[]})", R"({"b":1,"a":[]})"},
    {"missing_member",
     "{type: object, required: [a, b], properties: {a: {type: integer}, b: {type: string}}}",
     R"({"b":"x"})", R"({"a":0,"b":"x"})"},
    {"missing_member_below",
     "{type: object, properties: {a: {type: object, required: [b], properties: {b: {const: 1}}}}}",
     R"({"a":{"c":2}})", R"({"a":{"b":1,"c":2}})"},
    {"optional_members_stay_out", "{type: object, required: [a], properties: {a: {}, b: {}}}",
     R"({"c":1})", R"({"a":"string","c":1})"},
    {"superfluous_member",
     "{type: object, additionalProperties: false, properties: {a: {type: integer}}}",
     R"({"a":1,"b":2})", R"({"a":1})"},
    {"number_as_text", "{type: object, properties: {a: {type: string}}}", R"({"a":12})",
     R"({"a":"12"})"},
    {"text_as_number", "{type: object, properties: {a: {type: integer}}}", R"({"a":"12"})",
     R"({"a":12})"},
    {"name_of_an_object",
     "{type: object, properties: {a: {type: object, required: [slug, n], properties: {slug: {type: "
     "string}, n: {type: integer}}}}}",
     R"({"a":"x"})", R"({"a":{"slug":"x","n":0}})"},
    {"word_that_is_not_allowed", "{type: object, properties: {a: {enum: [x, y]}}}", R"({"a":"z"})",
     R"({"a":"x"})"},
    {"items", "{type: array, items: {type: integer}}", R"([1,"2","x"])", R"([1,2,0])"},
    {"too_many_items", "{type: array, maxItems: 1}", "[1,2]", "[1]"},
    {"one_where_a_list_is_asked_for", "{type: array, items: {type: object}}", R"({"a":1})",
     R"([{"a":1}])"},
    {"branch_that_keeps_most",
     "{anyOf: [{type: object, additionalProperties: false, required: [z], properties: {z: {const: "
     "0}}}, {type: object, required: [a, k], properties: {a: {}, k: {const: 1}}}]}",
     R"({"a":5})", R"({"a":5,"k":1})"},
    {"nothing_in_common", "{type: boolean}", R"({"a":1})", "true"},
};
INSTANTIATE_TEST_SUITE_P(Sample, Mended, testing::ValuesIn(rows),
                         [](const auto& row) { return std::string(row.param.name); });

}  // namespace

}  // namespace standin::sample
