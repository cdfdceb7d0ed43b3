// Answers that break their contract: each kind of breach, on small schemas, with the whole body.
#include "mock/fault/breach.h"

#include "mock/core/json.h"
#include "mock/schema/check.h"
#include "tests/fault/ask.h"

namespace standin::fault {

namespace {

std::string document(const std::string& schema) {
    return R"(openapi: 3.1.0
paths:
  /a:
    get:
      responses:
        200: {description: a, content: {application/json: {schema: )" +
           schema + R"(}}}
        4XX: {description: a, content: {application/problem+json: {schema: {required: [title]}}}}
        default: {description: a, content: {application/json: {schema: {type: string}}}}
    delete: {responses: {200: {description: a}}}
components:
  schemas:
    named:
      type: object
      required: [id]
      properties: {id: {type: string}, next: {$ref: '#/components/schemas/named'}}
    closed: {type: object, additionalProperties: false, properties: {id: {type: string}}}
)";
}

// An operation with the plan that breaks its answers.
class Subject {
  public:
    Subject(const std::string& schema, const std::string& breaks)
        : contracts_{contract::load_contract_text("a.yaml", document(schema))},
          plan_(read_plan(contract::read_source_text(
                              "p.yaml", "name: p\nrules: [{name: r, breaks: " + breaks + "}]"),
                          contracts_)) {}

    std::optional<Broken> answer(int status, const std::string& body, Bits draw = {}) const {
        const http::Response response = {status, {{"Content-Type", "application/json"}}, body};
        return break_answer(contracts_[0]->operations[0], response, plan_->rules[0], draw);
    }

    const contract::Contract& contract() const { return *contracts_[0]; }
    const Rule& rule() const { return plan_->rules[0]; }

  private:
    Contracts contracts_;
    std::shared_ptr<const Plan> plan_;
};

struct BreachRow {
    const char* name;
    std::string breaks;
    std::string schema;
    std::string body;
    std::string expected;  // "DID: BODY"; "" = nothing can be broken
};

void PrintTo(const BreachRow& row, std::ostream* out) {
    *out << row.name;
}

class Breaks : public testing::TestWithParam<BreachRow> {};

TEST_P(Breaks, TheAnswer) {
    const Subject subject(GetParam().schema, GetParam().breaks);
    const auto broken = subject.answer(200, GetParam().body);
    EXPECT_EQ(broken ? broken->did + ": " + broken->body : "", GetParam().expected);
}

const BreachRow rows[] = {
    {"missing", "missing_member", "{required: [a]}", R"({"b": 1.50, "a": 2, "c": []})",
     R"(missing_member at /a: {"b":1.50,"c":[]})"},
    {"missing_of_two", "missing_member", "{required: [a, b]}", R"({"a":1,"b":2})",
     R"(missing_member at /a: {"b":2})"},
    {"missing_through_a_reference", "missing_member", "{$ref: '#/components/schemas/named'}",
     R"({"id":"x"})", "missing_member at /id: {}"},
    {"missing_beside_a_reference", "missing_member",
     "{properties: {a: {$ref: '#/components/schemas/closed', required: [id]}}}",
     R"({"a":{"id":"x"}})", R"(missing_member at /a/id: {"a":{}})"},
    {"missing_in_allof", "missing_member", "{allOf: [{}, {required: [a]}]}", R"({"a":1})",
     "missing_member at /a: {}"},
    {"missing_deep", "missing_member",
     "{properties: {result: {type: array, items: {required: [a~/b]}}}}",
     R"({"result":[{},{"a~/b":1}]})", R"(missing_member at /result/1/a~0~1b: {"result":[{},{}]})"},
    {"missing_in_another_member", "missing_member", "{additionalProperties: {required: [a]}}",
     R"({"x":{"a":1}})", R"(missing_member at /x/a: {"x":{}})"},
    {"missing_in_the_branch_that_fits", "missing_member",
     "{oneOf: [{required: [a], properties: {k: {const: 1}}}, {required: [b], properties: {k: "
     "{const: 2}}}]}",
     R"({"k":2,"a":1,"b":1})", R"(missing_member at /b: {"k":2,"a":1})"},
    {"missing_that_anyof_does_not_mind", "missing_member", "{anyOf: [{required: [a]}, {}]}",
     R"({"a":1})", ""},
    {"missing_of_nothing", "missing_member", "{properties: {a: {}}}", R"({"a":1})", ""},
    {"type_of_a_number", "wrong_type", "{properties: {a: {type: number}}}", R"({"a":1.50})",
     R"(wrong_type at /a: {"a":"1.50"})"},
    {"type_of_an_integer_or_text", "wrong_type", "{properties: {a: {type: [integer, string]}}}",
     R"({"a":1})", R"(wrong_type at /a: {"a":true})"},
    {"type_of_a_text", "wrong_type", "{properties: {a: {type: string}}}", R"({"a":"x"})",
     R"(wrong_type at /a: {"a":0})"},
    {"type_of_a_boolean", "wrong_type", "{properties: {a: {type: boolean}}}", R"({"a":false})",
     R"(wrong_type at /a: {"a":"false"})"},
    {"type_of_null", "wrong_type", "{properties: {a: {type: [integer, 'null']}}}", R"({"a":null})",
     R"(wrong_type at /a: {"a":""})"},
    {"type_of_an_array", "wrong_type", "{properties: {a: {type: array}}}", R"({"a":[1]})",
     R"(wrong_type at /a: {"a":{}})"},
    {"type_of_the_whole", "wrong_type", "{type: object}", R"({"a":1})",
     "wrong_type at the whole body: []"},
    {"type_of_anything", "wrong_type", "{properties: {a: {}}}", R"({"a":1})", ""},
    {"type_of_an_enum", "wrong_type", "{properties: {a: {enum: [x]}}}", R"({"a":"x"})",
     R"(wrong_type at /a: {"a":0})"},
    {"type_of_a_const", "wrong_type", "{properties: {a: {const: 1}}}", R"({"a":1})",
     R"(wrong_type at /a: {"a":"1"})"},
    {"type_that_an_enum_has_too", "wrong_type", "{properties: {a: {enum: [1, '1']}}}", R"({"a":1})",
     R"(wrong_type at /a: {"a":true})"},
    {"enum", "unknown_enum", "{properties: {a: {enum: [on, off]}}}", R"({"a":"on"})",
     R"(unknown_enum at /a: {"a":"on-unknown"})"},
    {"enum_of_an_item", "unknown_enum", "{items: {type: string, enum: [x]}}", R"(["x"])",
     R"(unknown_enum at /0: ["x-unknown"])"},
    {"enum_of_numbers", "unknown_enum", "{properties: {a: {enum: [1]}}}", R"({"a":1})", ""},
    {"null", "\"null\"", "{properties: {a: {type: string}}}", R"({"a":"x"})",
     R"(null at /a: {"a":null})"},
    {"null_as_yaml_reads_it", "null", "{properties: {a: {type: string}}}", R"({"a":"x"})",
     R"(null at /a: {"a":null})"},
    {"null_where_it_is_allowed", "\"null\"", "{properties: {a: {type: [string, 'null']}}}",
     R"({"a":"x"})", ""},
    {"null_of_an_enum", "\"null\"", "{properties: {a: {enum: [x]}}}", R"({"a":"x"})",
     R"(null at /a: {"a":null})"},
    {"null_of_a_const", "\"null\"", "{properties: {a: {const: x}}}", R"({"a":"x"})",
     R"(null at /a: {"a":null})"},
    {"null_that_an_enum_has", "\"null\"", "{properties: {a: {enum: [x, null]}}}", R"({"a":"x"})",
     ""},
    {"extra", "extra_member", "{$ref: '#/components/schemas/closed'}", R"({"id":"x"})",
     R"(extra_member at the whole body: {"id":"x","unexpected":true})"},
    {"extra_in_a_member", "extra_member",
     "{properties: {a: {$ref: '#/components/schemas/closed'}}}", R"({"a":{}})",
     R"(extra_member at /a: {"a":{"unexpected":true}})"},
    {"extra_where_anything_is_allowed", "extra_member", "{type: object}", R"({"a":1})", ""},
    {"extra_that_nobody_declared", "extra_member", "{properties: {a: {}}}", R"({"a":1})",
     R"(extra_member at the whole body: {"a":1,"unexpected":true})"},
    {"extra_of_a_name_that_is_declared", "extra_member", "{properties: {unexpected: {}}}", "{}",
     R"(extra_member at the whole body: {"unexpected_":true})"},
    {"extra_that_is_there_already", "extra_member", "{properties: {a: {}}}", R"({"unexpected":1})",
     R"(extra_member at the whole body: {"unexpected":1,"unexpected_":true})"},
    {"extra_where_two_schemas_speak", "extra_member",
     "{properties: {a: {properties: {b: {}}, allOf: [{additionalProperties: false}]}}}",
     R"({"a":{}})", R"(extra_member at /a: {"a":{"unexpected":true}})"},
    {"extra_only_there", "extra_member, breaksAt: /a",
     "{properties: {a: {properties: {}}, b: {$ref: '#/components/schemas/closed'}}}",
     R"({"a":{},"b":{}})", R"(extra_member at /a: {"a":{"unexpected":true},"b":{}})"},
    {"beside_a_reference_in_a_branch", "missing_member",
     "{anyOf: [{$ref: '#/components/schemas/closed', required: [id]}]}", R"({"id":"x"})",
     "missing_member at /id: {}"},
    {"recursion", "[missing_member]", "{$ref: '#/components/schemas/named'}",
     R"({"next":{"next":{"id":"x"}}})", R"(missing_member at /next/next/id: {"next":{"next":{}}})"},
    {"the_next_kind", "[extra_member, unknown_enum, missing_member]", "{required: [a]}",
     R"({"a":1})", "missing_member at /a: {}"},
    {"only_there", "wrong_type, breaksAt: /b/1",
     "{properties: {a: {type: string}, b: {items: {type: string}}}}", R"({"a":"x","b":["y","z"]})",
     R"(wrong_type at /b/1: {"a":"x","b":["y",0]})"},
    {"only_there_where_nothing_is", "wrong_type, breaksAt: /c", "{type: object}", R"({"a":"x"})",
     ""},
    {"no_schema_says_anything", "missing_member", "true", R"({"a":1})", ""},
    {"no_json", "wrong_type", "{type: object}", "{", ""},
};
INSTANTIATE_TEST_SUITE_P(Breach, Breaks, testing::ValuesIn(rows),
                         [](const auto& row) { return std::string(row.param.name); });

// An answer that is wrong already is broken in one more place, or not at all.
TEST(Breach, IsOneThatWasNotThere) {
    const Subject subject("{required: [a, b], properties: {c: {type: [string, number]}}}",
                          "wrong_type");
    EXPECT_FALSE(subject.answer(200, R"({"c":true})").has_value());
    const Subject loose("{required: [a, b], properties: {c: {type: [string, number, boolean]}}}",
                        "wrong_type");
    EXPECT_EQ(loose.answer(200, R"({"c":1})")->body, R"({"c":[]})");
}

TEST(Breach, IsDrawnAmongPlacesAndKinds) {
    const Subject subject("{required: [a, b], properties: {a: {type: integer}}}",
                          "[missing_member, wrong_type]");
    const std::string body = R"({"a":1,"b":2})";
    EXPECT_EQ(subject.answer(200, body, {0, 0})->did, "missing_member at /a");
    EXPECT_EQ(subject.answer(200, body, {0, 1})->did, "missing_member at /b");
    EXPECT_EQ(subject.answer(200, body, {0, 2})->did, "missing_member at /a");
    EXPECT_EQ(subject.answer(200, body, {1, 0})->did, "wrong_type at /a");
    EXPECT_EQ(subject.answer(200, body, {1, 2})->body, R"({"a":[],"b":2})");
}

TEST(Breach, GoesByTheStatus) {
    const Subject subject("{required: [a]}", "[missing_member, wrong_type]");
    EXPECT_EQ(subject.answer(200, R"({"a":1})")->did, "missing_member at /a");
    EXPECT_EQ(subject.answer(404, R"({"title":"x"})")->did, "missing_member at /title");
    EXPECT_EQ(subject.answer(500, "\"x\"")->did, "wrong_type at the whole body");
    EXPECT_FALSE(subject.answer(204, ""));
}

TEST(Breach, NeedsJsonThatIsDocumented) {
    const Subject subject("{required: [a]}", "missing_member");
    const auto& operations = subject.contract().operations;
    const http::Response text = {200, {{"Content-Type", "text/plain"}}, R"({"a":1})"};
    EXPECT_FALSE(break_answer(operations[0], text, subject.rule(), {}));
    const http::Response bare = {200, {}, R"({"a":1})"};
    EXPECT_FALSE(break_answer(operations[0], bare, subject.rule(), {}));
    const http::Response json = {200, {{"Content-Type", "application/json"}}, R"({"a":1})"};
    EXPECT_FALSE(break_answer(operations[1], json, subject.rule(), {}));
    EXPECT_FALSE(break_answer(operations[0], json, Rule(), {}));
    EXPECT_TRUE(break_answer(operations[0], json, subject.rule(), {}));
}

TEST(Breach, KeepsTheStyleOfItsContract) {
    const Contracts contracts = {contract::load_contract_text(
        "a.yaml",
        "x-standin: {json: {escape_html: true, newline: true}}\n" + document("{required: [a]}"))};
    const auto plan = read_plan(
        contract::read_source_text("p.yaml", "name: p\nrules: [{name: r, breaks: missing_member}]"),
        contracts);
    const http::Response response = {
        200, {{"Content-Type", "application/json"}}, "{\"a\":1,\"b\":\"\\u003cé\"}\n"};
    const auto broken = break_answer(contracts[0]->operations[0], response, plan->rules[0], {});
    ASSERT_TRUE(broken);
    EXPECT_EQ(broken->body, "{\"b\":\"\\u003cé\"}\n");
}

// What an answer's schema has wrong is told when the plan is read, and only where it may be broken.
TEST(Breach, RefusesSchemasThatCannotBeChecked) {
    const Contracts contracts = {
        contract::load_contract_text("a.yaml", document("{unevaluatedProperties: 1}"))};
    const auto read = [&](const std::string& rule) {
        return mistakes_of([&] {
            read_plan(contract::read_source_text(
                          "p.yaml", "name: p\nrules: [{name: r, " + rule + "breaks: wrong_type}]"),
                      contracts);
        });
    };
    EXPECT_EQ(read(""),
              "a.yaml:6:92: a schema must be an object or a boolean, not 1 "
              "(/paths/~1a/get/responses/200/content/application~1json/schema/"
              "unevaluatedProperties)");
    EXPECT_EQ(read("match: {method: DELETE}, "), "");
}

}  // namespace

}  // namespace standin::fault
