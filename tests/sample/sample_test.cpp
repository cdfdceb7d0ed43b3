// Answers of operations without state: examples first, then values of the schema.
#include "mock/sample/sample.h"

#include <algorithm>

#include <gtest/gtest.h>

#include "mock/core/json.h"
#include "mock/sample/answers.h"
#include "mock/schema/check.h"

namespace standin::sample {

namespace {

// The answer of an operation whose success has this content.
std::string answer_of(const std::string& content, const std::string& status = "200",
                      const std::string& version = "3.1.0") {
    const auto contract = contract::load_contract_text("api.yaml", "openapi: " + version + R"(
paths:
  /x:
    get:
      responses:
        ")" + status + R"(": {description: ok, content: )" + content + R"(}
components:
  schemas:
    Self: {type: object, properties: {n: {type: integer}, me: {$ref: "#/components/schemas/Self"}}}
    List: {type: array, items: {$ref: "#/components/schemas/List"}}
    Named: {type: object, properties: {name: {type: string, example: N}}}
    Aged: {type: object, properties: {age: {type: integer, minimum: 18}}}
    T0:
      type: object
      properties:
        a: {$ref: "#/components/schemas/T1"}
        b: {$ref: "#/components/schemas/T1"}
        c: {$ref: "#/components/schemas/T1"}
    T1:
      type: object
      properties:
        a: {$ref: "#/components/schemas/T2"}
        b: {$ref: "#/components/schemas/T2"}
        c: {$ref: "#/components/schemas/T2"}
    T2:
      type: object
      properties:
        a: {$ref: "#/components/schemas/T3"}
        b: {$ref: "#/components/schemas/T3"}
        c: {$ref: "#/components/schemas/T3"}
    T3: {type: array, minItems: 100, items: {type: array, minItems: 100, items: {type: integer}}}
)");
    Answers answers(*contract);
    const contract::Operation& operation = contract->operations.front();
    const Choice choice = choose(operation, {});
    return answers.answer(operation, choice, {}).response.body;
}

struct Row {
    const char* name;
    const char* schema;
    const char* value;
};

void PrintTo(const Row& row, std::ostream* out) {
    *out << row.name;
}

class Schema : public testing::TestWithParam<Row> {};

TEST_P(Schema, GivesAValue) {
    EXPECT_EQ(answer_of("{application/json: {schema: " + std::string(GetParam().schema) + "}}"),
              GetParam().value);
}

const Row rows[] = {
    {"nothing_said", "{}", R"("string")"},
    {"string", "{type: string}", R"("string")"},
    {"integer", "{type: integer}", "0"},
    {"boolean", "{type: boolean}", "true"},
    {"null", "{type: \"null\"}", "null"},
    {"first_type", "{type: [integer, string]}", "0"},
    {"value_that_may_be_null", "{type: [integer, \"null\"]}", "0"},
    {"object_that_may_be_null", "{type: [object, \"null\"]}", "{}"},
    {"example", "{type: integer, example: 7}", "7"},
    {"example_that_is_wrong", "{type: integer, example: x, enum: [9]}", "9"},
    {"default_before_example", "{type: integer, example: 7, default: 8}", "8"},
    {"constant", "{const: [1], default: 8}", "[1]"},
    {"default_value", "{default: null}", "null"},
    {"default_that_is_wrong", "{default: null, enum: [9]}", "9"},
    {"examples", "{examples: [{a: 1}]}", R"({"a":1})"},
    {"first_of_an_enum", "{enum: [b, a]}", R"("b")"},
    {"minimum", "{type: number, minimum: 0.5}", "0.5"},
    {"negative_minimum", "{type: number, minimum: -3}", "0"},
    {"negative_maximum", "{type: integer, maximum: -3}", "-3"},
    {"exclusive_minimum", "{type: integer, exclusiveMinimum: 3}", "4"},
    {"exclusive_fraction", "{type: number, exclusiveMinimum: 0.5}", "1"},
    {"format", "{type: string, format: uuid}", R"("00000000-0000-4000-8000-000000000000")"},
    {"unknown_format", "{type: string, format: x}", R"("string")"},
    {"lengthened", "{type: string, minLength: 8}", R"("stringxx")"},
    {"shortened", "{type: string, maxLength: 2}", R"("st")"},
    {"object", "{properties: {a: {type: integer}, b: {type: boolean}}}", R"({"a":0,"b":true})"},
    {"object_of_anything", "{type: object}", "{}"},
    {"write_only_is_hidden",
     "{type: object, properties: {a: {type: string, writeOnly: true}, b: {}}}",
     R"({"b":"string"})"},
    {"array", "{type: array, items: {type: integer}}", "[0]"},
    {"array_of_anything", "{type: array}", "[]"},
    {"array_of_a_boolean_schema", "{type: array, items: true}", "[\"string\"]"},
    {"several_items", "{items: {type: integer}, minItems: 3}", "[0,0,0]"},
    {"no_items", "{items: {type: integer}, maxItems: 0}", "[]"},
    {"all_of",
     "{allOf: [{$ref: \"#/components/schemas/Named\"}, {$ref: \"#/components/schemas/Aged\"}]}",
     R"({"name":"N","age":18})"},
    {"all_of_beside_properties",
     "{type: object, properties: {id: {type: integer}}, allOf: [{$ref: "
     "\"#/components/schemas/Aged\"}]}",
     R"({"id":0,"age":18})"},
    {"one_of",
     "{oneOf: [{$ref: \"#/components/schemas/Aged\"}, {$ref: \"#/components/schemas/Named\"}]}",
     R"({"age":18})"},
    {"any_of_values", "{anyOf: [{type: integer}, {type: string}]}", "0"},
    {"contains_itself", "{$ref: \"#/components/schemas/Self\"}", R"({"n":0})"},
    {"list_of_itself", "{$ref: \"#/components/schemas/List\"}", "[]"},
};
INSTANTIATE_TEST_SUITE_P(Sample, Schema, testing::ValuesIn(rows),
                         [](const auto& row) { return row.param.name; });

class Format : public testing::TestWithParam<const char*> {};

TEST_P(Format, GivesAValueThatIsValid) {
    const std::string schema = std::string("{type: string, format: ") + GetParam() + "}";
    const auto contract = contract::load_contract_text("api.yaml", R"(openapi: 3.1.0
paths: {}
components: {schemas: {S: )" + schema + "}}\n");
    JsonFault fault;
    const auto sample = read_json(answer_of("{application/json: {schema: " + schema + "}}"), fault);
    ASSERT_TRUE(sample);
    EXPECT_TRUE(
        schema::is_valid(contract->schemas->compile("/components/schemas/S"), sample->root()))
        << sample->root().text();
}

INSTANTIATE_TEST_SUITE_P(Sample, Format,
                         testing::Values("date-time", "date", "time", "duration", "email",
                                         "idn-email", "hostname", "idn-hostname", "ipv4", "ipv6",
                                         "uri", "uri-reference", "iri", "iri-reference",
                                         "uri-template", "json-pointer", "relative-json-pointer",
                                         "regex", "uuid", "byte", "base64url", "char", "decimal",
                                         "binary", "password"),
                         [](const auto& row) {
                             std::string name = row.param;
                             std::ranges::replace(name, '-', '_');
                             return name;
                         });

TEST(Sample, AnExampleGoesBeforeTheSchema) {
    EXPECT_EQ(
        answer_of("{application/json: {schema: {type: integer}, example: {a: [1.50, null]}}}"),
        R"({"a":[1.50,null]})");
    EXPECT_EQ(answer_of("{application/json: {examples: {x: {value: 1}, y: {value: 2}}}}"), "1");
}

TEST(Sample, TextIsNoJson) {
    EXPECT_EQ(answer_of("{text/plain: {example: \"a b\"}}"), "a b");
    EXPECT_EQ(answer_of("{application/problem+json: {example: \"a b\"}}"), "\"a b\"");
}

TEST(Sample, AnExampleWrittenAsATextIsTheJsonInIt) {
    const auto example = [](const std::string& schema, const std::string& text) {
        return answer_of("{application/json: {schema: " + schema + ", example: '" + text + "'}}");
    };
    EXPECT_EQ(example("{type: object}", "{ \"a\": 1 }"), R"({"a":1})");
    EXPECT_EQ(example("{type: string}", "[1]"), R"("[1]")");
    EXPECT_EQ(example("{}", "[1]"), R"("[1]")");
    EXPECT_EQ(example("{type: object}", "a b"), R"("a b")");
    EXPECT_EQ(example("{type: object}", "7"), R"("7")");
}

TEST(Sample, SequencesHaveAnItem) {
    const auto sequence = [](const std::string& type) {
        return answer_of("{" + type +
                             ": {itemSchema: {type: object, properties: {data: {type: "
                             "string}, id: {type: integer}}}}}",
                         "200", "3.2.0");
    };
    EXPECT_EQ(sequence("application/jsonl"), "{\"data\":\"string\",\"id\":0}\n");
    EXPECT_EQ(sequence("application/json-seq"), "\x1E{\"data\":\"string\",\"id\":0}\n");
    EXPECT_EQ(sequence("text/event-stream"), "data: string\nid: 0\n\n");
}

TEST(Sample, ARangeOfStatusesAnswersToo) {
    EXPECT_EQ(answer_of("{application/json: {example: 1}}", "2XX"), "1");
    EXPECT_EQ(answer_of("{application/json: {example: 1}}", "201"), "1");
    EXPECT_EQ(answer_of("{application/json: {example: 1}}", "404"), "1");
}

TEST(Sample, OfOpenApi30) {
    EXPECT_EQ(answer_of("{application/json: {schema: {type: integer, minimum: 3, "
                        "exclusiveMinimum: true}}}",
                        "200", "3.0.3"),
              "4");
}

TEST(Sample, SchemasThatFanOutEnd) {
    const std::string text =
        answer_of("{application/json: {schema: {$ref: \"#/components/schemas/T0\"}}}");
    EXPECT_LT(text.size(), 20'000u);
    JsonFault fault;
    EXPECT_TRUE(read_json(text, fault));
}

TEST(Sample, LimitsOfNoUseAreNotFollowed) {
    EXPECT_EQ(
        answer_of("{application/json: {schema: {type: string, minLength: 9999999999}}}").size(),
        10'002u);
}

}  // namespace

}  // namespace standin::sample
