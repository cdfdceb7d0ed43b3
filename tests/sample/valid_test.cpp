// Whatever a schema asks for, its samples are valid: static ones, varied ones, of requests and of
// answers.
#include <set>

#include <gtest/gtest.h>

#include "mock/core/json.h"
#include "mock/sample/sample.h"

namespace standin::sample {

namespace {

struct Row {
    const char* name;
    const char* schema;
    const char* value = nullptr;  // of the static sample; null where it does not matter which
};

void PrintTo(const Row& row, std::ostream* out) {
    *out << row.name;
}

std::shared_ptr<const contract::Contract> contract_of(const std::string& version,
                                                      const std::string& schema) {
    return contract::load_contract_text("api.yaml", "openapi: " + version + R"(
paths: {}
components:
  schemas:
    S: )" + schema + R"(
    Node:
      type: object
      required: [value]
      properties: {value: {type: integer}, next: {$ref: "#/components/schemas/Node"}}
    Tree:
      type: object
      required: [left]
      properties:
        left: {oneOf: [{$ref: "#/components/schemas/Tree"}, {type: string}]}
    Pet:
      type: object
      required: [kind]
      properties: {kind: {type: string}}
      discriminator: {propertyName: kind}
    Dog: {allOf: [{$ref: "#/components/schemas/Pet"}, {properties: {bark: {type: boolean}}}]}
    Cat: {allOf: [{$ref: "#/components/schemas/Pet"}, {properties: {purr: {type: boolean}}}]}
)");
}

contract::Located schema_of(const contract::Contract& contract) {
    return contract::root_of(contract.source()).find("components").find("schemas").find("S");
}

void expect_valid(const std::string& version, const Row& row) {
    const auto contract = contract_of(version, row.schema);
    Judge judge(*contract);
    for (uint64_t ordinal = 0; ordinal < 12; ++ordinal) {
        Wish wish;
        wish.dynamic = ordinal > 1;
        wish.ordinal = ordinal;
        wish.direction = ordinal == 1 ? schema::Direction::request : schema::Direction::response;
        const Sample sample = make(judge, schema_of(*contract), wish);
        EXPECT_TRUE(sample.problems.empty()) << to_json(sample.value());
        EXPECT_TRUE(judge.is_valid(schema_of(*contract), sample.value(), wish.direction));
        if (ordinal == 0 && row.value) {
            EXPECT_EQ(to_json(sample.value()), row.value);
        }
    }
}

class Keyword : public testing::TestWithParam<Row> {};

TEST_P(Keyword, IsObeyed) {
    expect_valid("3.1.0", GetParam());
}

const Row keywords[] = {
    {"number_between_limits", "{type: number, exclusiveMinimum: 0.1, exclusiveMaximum: 0.2}"},
    {"multiple_of_cents", "{type: number, multipleOf: 0.01, minimum: 0.005, maximum: 0.02}",
     "0.01"},
    {"multiple_of_several", "{allOf: [{multipleOf: 4}, {multipleOf: 6}], minimum: 1}", "12"},
    {"multiple_of_next_to_nothing", "{type: number, multipleOf: 1e-400}", "0"},
    {"negative_multiple", "{type: integer, multipleOf: 7, maximum: -1}", "-7"},
    {"narrow_integers", "{type: integer, exclusiveMinimum: 4, exclusiveMaximum: 6}", "5"},
    {"large_number", "{type: integer, minimum: 1000000000000}", "1000000000000"},
    {"int32", "{type: integer, format: int32, minimum: 2147483647}", "2147483647"},
    {"code_points", "{type: string, minLength: 3, maxLength: 3}", R"("str")"},
    {"one_code_point", "{type: string, pattern: '^[ä-ü]{2}$', maxLength: 2}"},
    {"long_mail", "{type: string, format: email, minLength: 40}"},
    {"short_mail", "{type: string, format: email, maxLength: 8}", R"("a@b.c")"},
    {"long_uri", "{type: string, format: uri, minLength: 60, maxLength: 60}"},
    {"short_uri", "{type: string, format: uri, maxLength: 5}", R"("a:b")"},
    {"pattern_and_length", "{type: string, pattern: '^[A-Z]+$', minLength: 5, maxLength: 6}",
     R"("ABCDE")"},
    {"pattern_of_both", "{allOf: [{pattern: '^a'}, {pattern: 'z$'}], type: string}"},
    {"pattern_and_format", "{type: string, format: date, pattern: '^2025'}", R"("2025-01-01")"},
    {"enum_within_limits", "{type: integer, enum: [1, 20, 3], minimum: 10}", "20"},
    {"enum_of_both", "{allOf: [{enum: [a, b]}, {enum: [b, c]}]}", R"("b")"},
    {"constant", "{const: {a: [1]}}", R"({"a":[1]})"},
    {"prefix_items", "{type: array, prefixItems: [{type: integer}, {type: string}], items: false}",
     R"([0,"string"])"},
    {"contains", "{type: array, items: {type: integer}, contains: {minimum: 5}, minContains: 2}",
     "[5,5]"},
    {"contains_in_few", "{type: array, contains: {const: x}, maxItems: 1}", R"(["x"])"},
    {"contains_at_most", "{contains: {type: integer}, maxContains: 1, minItems: 3, items: {}}"},
    {"unique_items", "{type: array, items: {type: integer}, uniqueItems: true, minItems: 4}"},
    {"unique_words", "{type: array, items: {enum: [a, b, c]}, uniqueItems: true, minItems: 3}",
     R"(["a","b","c"])"},
    {"unique_objects",
     "{type: array, minItems: 3, uniqueItems: true, items: {type: object, required: [id, on], "
     "properties: {id: {type: string, format: uuid}, on: {type: boolean}}}}"},
    {"unique_patterns",
     "{minItems: 3, uniqueItems: true, items: {type: string, pattern: '^[ab]$'}, "
     "maxItems: 3, prefixItems: [{const: c}]}"},
    {"required_without_properties", "{type: object, required: [a, b]}",
     R"({"a":"string","b":"string"})"},
    {"additional_false", "{properties: {a: {}}, additionalProperties: false}", R"({"a":"string"})"},
    {"closed_parts",
     "{allOf: [{properties: {a: {}}}, {properties: {a: {}, b: {}}, additionalProperties: false}]}",
     R"({"a":"string","b":"string"})"},
    {"a_map", "{type: object, additionalProperties: {type: integer}}", R"({"property1":0})"},
    {"a_map_of_names",
     "{additionalProperties: {type: integer}, minProperties: 2, propertyNames: "
     "{pattern: '^[a-c]$'}, type: object}"},
    {"pattern_properties",
     "{type: object, patternProperties: {'^x-': {type: boolean}}, "
     "additionalProperties: false, minProperties: 2}"},
    {"max_properties", "{properties: {a: {}, b: {}, c: {}}, required: [c], maxProperties: 2}",
     R"({"a":"string","c":"string"})"},
    {"dependent_required", "{properties: {a: {}}, dependentRequired: {a: [b]}, type: object}",
     R"({"a":"string","b":"string"})"},
    {"dependent_schemas",
     "{properties: {a: {}}, dependentSchemas: {a: {required: [b], properties: {b: {const: 1}}}}}",
     R"({"a":"string","b":1})"},
    {"overlapping_branches",
     "{type: object, properties: {a: {}, b: {}}, oneOf: [{required: [a]}, {required: [b]}]}",
     R"({"a":"string"})"},
    {"second_branch", "{type: string, oneOf: [{type: integer}, {minLength: 20}]}",
     R"("stringxxxxxxxxxxxxxx")"},
    {"two_choices",
     "{anyOf: [{type: integer}, {type: string}], oneOf: [{type: string}, {type: "
     "boolean}]}"},
    {"not_a_type", "{not: {type: string}}", "0"},
    {"not_a_word", "{enum: [a, b], not: {const: a}}", R"("b")"},
    {"not_a_member", "{properties: {a: {}, b: {}}, not: {required: [a]}}", R"({"b":"string"})"},
    {"not_a_number", "{type: integer, not: {const: 0}}"},
    {"if_then",
     "{properties: {k: {enum: [x, y]}, n: {}}, required: [k], if: {properties: {k: "
     "{const: x}}}, then: {required: [n]}}",
     R"({"k":"x","n":"string"})"},
    {"if_else", "{type: integer, if: {minimum: 10}, then: {multipleOf: 7}, else: {const: 3}}"},
    {"list_within", "{$ref: '#/components/schemas/Node'}", R"({"value":0})"},
    {"needs_itself", "{$ref: '#/components/schemas/Tree'}", R"({"left":"string"})"},
    {"discriminated",
     "{anyOf: [{$ref: '#/components/schemas/Dog'}, {$ref: "
     "'#/components/schemas/Cat'}], discriminator: {propertyName: kind, mapping: "
     "{woof: '#/components/schemas/Dog'}}}",
     R"({"kind":"woof","bark":true})"},
    {"word_of_a_part", "{$ref: '#/components/schemas/Dog'}", R"({"kind":"Dog","bark":true})"},
    {"constants_that_discriminate",
     "{oneOf: [{properties: {t: {const: a}}, required: [t]}, {properties: {t: {const: b}}, "
     "required: [t]}]}",
     R"({"t":"a"})"},
    {"unevaluated", "{properties: {a: {}}, unevaluatedProperties: false}", R"({"a":"string"})"},
    {"read_only", "{properties: {a: {readOnly: true}, b: {}}, required: [a, b], type: object}",
     R"({"a":"string","b":"string"})"},
    {"example_of_another_type", "{type: object, properties: {a: {type: integer, example: x}}}",
     R"({"a":0})"},
    {"example_of_the_whole", "{type: object, required: [a], properties: {a: {}}, example: {a: 5}}",
     R"({"a":5})"},
    {"example_without_what_is_required", "{type: object, required: [a], example: {}}",
     R"({"a":"string"})"},
};
INSTANTIATE_TEST_SUITE_P(OpenApi31, Keyword, testing::ValuesIn(keywords),
                         [](const auto& row) { return row.param.name; });

class KeywordOf30 : public testing::TestWithParam<Row> {};

TEST_P(KeywordOf30, IsObeyed) {
    expect_valid("3.0.3", GetParam());
}

const Row keywords_of_30[] = {
    {"nullable", "{type: string, nullable: true}", "\"string\""},
    {"nullable_object", "{type: object, nullable: true, properties: {a: {type: integer}}}",
     R"({"a":0})"},
    {"exclusive", "{type: integer, minimum: 3, exclusiveMinimum: true, maximum: 4}", "4"},
    {"anything_beside", "{type: object, additionalProperties: true, minProperties: 1}"},
    {"alone", "{$ref: '#/components/schemas/Node', required: [nobody]}", R"({"value":0})"},
};
INSTANTIATE_TEST_SUITE_P(OpenApi30, KeywordOf30, testing::ValuesIn(keywords_of_30),
                         [](const auto& row) { return row.param.name; });

class PatternOf : public testing::TestWithParam<Row> {};

TEST_P(PatternOf, IsMatched) {
    const Row& row = GetParam();
    const std::string schema =
        "{type: string, pattern: " + to_json(Value::of(std::string_view(row.schema))) + "}";
    expect_valid("3.1.0", {row.name, schema.c_str(), row.value});
}

const Row patterns[] = {
    {"word", "^[a-z]{3}$", R"("abc")"},
    {"digits", R"(^\d{4}-\d{2}$)"},
    {"choice", "^(foo|bar)-[0-9]+$", R"("foo-12")"},
    {"choice_within", "^a(b|c(d|e)){2}$"},
    {"negated", "^[^a-z]+$"},
    {"negated_escape", R"(^\D\S\W$)"},
    {"hex", R"(^\x41\u0042\u{43}$)", R"("ABC")"},
    {"property", R"(^\p{Lu}\p{Ll}+\p{N}$)"},
    {"negated_property", R"(^\P{L}$)"},
    {"unanchored", "b+"},
    {"optional", "^colou?r$"},
    {"lazy", "^a+?b*?$"},
    {"empty", "^$", R"("")"},
    {"anything", "^.*$"},
    {"named_group", R"(^(?<year>\d{4})$)"},
    {"back_reference", R"(^(a|b)-\1$)", R"("a-a")"},
    {"lookahead", R"(^(?=.*[A-Z])(?=.*\d).{8,}$)"},
    {"negative_lookahead", "^(?!admin)[a-z]+$"},
    {"word_boundary", R"(\bfoo\b)"},
    {"uuid", "^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$"},
    {"name", R"(^[a-zA-Z0-9]([a-zA-Z0-9._-]*[a-zA-Z0-9])?$)"},
    {"semantic_version", R"(^(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)$)"},
    {"brace_that_stands_for_itself", "^a{b}$"},
    {"hyphen_in_a_class", "^[a-z-]+[+-]$"},
    {"alternatives_at_the_top", "^a$|^b$"},
};
INSTANTIATE_TEST_SUITE_P(Ecma, PatternOf, testing::ValuesIn(patterns),
                         [](const auto& row) { return row.param.name; });

TEST(Sample, LeavesOutWhatTravelsTheOtherWay) {
    const auto contract = contract_of(
        "3.1.0", "{properties: {a: {readOnly: true}, b: {writeOnly: true}, c: {}}, required: [a]}");
    Judge judge(*contract);
    Wish wish;
    EXPECT_EQ(to_json(make(judge, schema_of(*contract), wish).value()),
              R"({"a":"string","c":"string"})");
    wish.direction = schema::Direction::request;
    EXPECT_EQ(to_json(make(judge, schema_of(*contract), wish).value()),
              R"({"b":"string","c":"string"})");
}

TEST(Sample, SaysWhatIsWrongWhereNothingIsRight) {
    const auto contract = contract_of("3.1.0", "{type: integer, minimum: 2, maximum: 1}");
    Judge judge(*contract);
    const Sample sample = make(judge, schema_of(*contract), {});
    EXPECT_EQ(to_json(sample.value()), "0");
    ASSERT_EQ(sample.problems.size(), 1u);
    EXPECT_EQ(sample.problems[0].keyword, "minimum");
    EXPECT_FALSE(sample.gave_up);
}

TEST(Sample, VariesWithSeedOperationAndOrdinalAlone) {
    const auto contract = contract_of(
        "3.1.0", "{required: [a, b], properties: {a: {type: string}, b: {type: integer}}}");
    Judge judge(*contract);
    const auto sample_of = [&](uint64_t seed, const std::string& operation, uint64_t ordinal) {
        Wish wish;
        wish.dynamic = true;
        wish.seed = seed;
        wish.operation = operation;
        wish.ordinal = ordinal;
        return to_json(make(judge, schema_of(*contract), wish).value());
    };
    const std::string first = sample_of(1, "a", 1);
    EXPECT_EQ(sample_of(1, "a", 1), first);
    EXPECT_NE(sample_of(2, "a", 1), first);
    EXPECT_NE(sample_of(1, "b", 1), first);
    EXPECT_NE(sample_of(1, "a", 2), first);
}

TEST(Sample, EndsWithPatternsThatRepeatNothing) {
    const auto contract =
        contract_of("3.1.0", "{type: string, minLength: 9000, pattern: '^((()*)*)*$'}");
    Judge judge(*contract);
    EXPECT_FALSE(make(judge, schema_of(*contract), {}).problems.empty());
}

TEST(Sample, GivesUpOnSchemasThatFanOut) {
    const auto contract = contract_of(
        "3.1.0", "{type: array, minItems: 1000, items: {type: array, minItems: 1000, items: {}}}");
    Judge judge(*contract);
    EXPECT_TRUE(make(judge, schema_of(*contract), {}).gave_up);
}

}  // namespace

}  // namespace standin::sample
