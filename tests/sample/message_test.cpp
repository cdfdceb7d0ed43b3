// Bodies and headers of callbacks and webhooks, and what they tell of a resource.
#include "mock/sample/message.h"

#include <gtest/gtest.h>

#include "mock/core/json.h"

namespace standin::sample {
namespace {

struct Row {
    const char* name;
    std::string operation;  // of the webhook
    std::string resource;   // JSON; "" = nothing is known
    std::string expected;   // headers, an empty line, the body
};

void PrintTo(const Row& row, std::ostream* out) {
    *out << row.name;
}

std::string told(const Message& message) {
    std::string text;
    for (const auto& [name, value] : message.headers) text += name + ": " + value + '\n';
    return message.body.empty() ? text : text + '\n' + message.body;
}

class MessageOf : public testing::TestWithParam<Row> {};

TEST_P(MessageOf, IsWhatTheContractDocuments) {
    const auto contract = contract::load_contract_text(
        "a.yaml", "openapi: 3.1.0\nwebhooks: {w: {post: " + GetParam().operation + "}}\n");
    const auto webhooks = contract::read_webhooks(*contract);
    ASSERT_EQ(webhooks.size(), 1u);
    Judge judge(*contract);
    JsonFault fault;
    const auto resource = read_json(GetParam().resource, fault);
    const News news{resource ? &resource->root() : nullptr, resource, "id", "orderId", {"secret"}};
    EXPECT_EQ(told(message(judge, webhooks.front(), news, {})), GetParam().expected);
}

std::string json(const std::string& media) {
    return "{requestBody: {content: {application/json: " + media + "}}}";
}

std::string example(const std::string& example) {
    return json("{example: " + example + "}");
}

const std::string head = "Content-Type: application/json\n\n";
const std::string order = R"({"id":"o1","total":3,"state":"paid"})";

const Row rows[] = {
    {"nothing", "{}", "", ""},
    {"example", example("{a: 1}"), "", head + R"({"a":1})"},
    {"first_of_examples", json("{examples: {b: {value: 2}, a: {value: 1}}}"), "", head + "2"},
    {"sample", json("{schema: {type: object, required: [a], properties: {a: {enum: [x]}}}}"), "",
     head + R"({"a":"x"})"},
    {"any_type", "{requestBody: {content: {'*/*': {example: {a: 1}}}}}", "", head + R"({"a":1})"},
    {"json_of_several_types",
     "{requestBody: {content: {text/plain: {example: a}, application/a+json: {example: a}}}}", "",
     "Content-Type: application/a+json\n\n\"a\""},
    {"form",
     "{requestBody: {content: {application/x-www-form-urlencoded: {example: {a: b c, d: 1}}}}}", "",
     "Content-Type: application/x-www-form-urlencoded\n\na=b%20c&d=1"},
    {"text", "{requestBody: {content: {text/plain: {example: a b}}}}", "",
     "Content-Type: text/plain\n\na b"},
    {"headers",
     "{parameters: [{name: X-Event, in: header, example: made}, {name: X-Count, in: header, "
     "required: true, schema: {const: 3}}, {name: X-Other, in: header, schema: {const: 4}}, {name: "
     "content-type, in: header, example: a/b}, {name: X-Line, in: header, example: \"a\\r\\nb\"}]}",
     "", "X-Event: made\nX-Count: 3\nX-Line: ab\n"},
    {"resource", example("{id: a, total: 1, other: 2}"), order,
     head + R"({"id":"o1","total":3,"other":2})"},
    {"resource_within", example("{id: evt, event: e, data: {id: a, total: 1, state: s}}"), order,
     head + R"({"id":"evt","event":"e","data":{"id":"o1","total":3,"state":"paid"}})"},
    {"resource_within_an_array", example("{events: [{id: a, total: 1}, {id: b}]}"), order,
     head + R"({"events":[{"id":"o1","total":3},{"id":"b"}]})"},
    {"key_by_its_parameter", example("{event: e, orderId: a}"), order,
     head + R"({"event":"e","orderId":"o1"})"},
    {"no_key", example("{event: e, state: s}"), order, head + R"({"event":"e","state":"s"})"},
    {"what_is_hidden", example("{id: a, secret: b}"), R"({"id":"o1","secret":"s"})",
     head + R"({"id":"o1","secret":"b"})"},
    {"another_kind", example("{id: 7, total: 1}"), order, head + R"({"id":7,"total":1})"},
    {"what_the_schema_refuses",
     json("{schema: {type: object, properties: {id: {type: string}, state: {enum: [made]}, total: "
          "{type: integer}}}, example: {id: a, state: made, total: 1}}"),
     order, head + R"({"id":"o1","state":"made","total":3})"},
    {"resource_in_a_sample",
     json("{schema: {type: object, required: [id, total], properties: {id: {type: string}, total: "
          "{type: integer}}}}"),
     order, head + R"({"id":"o1","total":3})"},
};
INSTANTIATE_TEST_SUITE_P(All, MessageOf, testing::ValuesIn(rows),
                         [](const auto& row) { return row.param.name; });

// Whatever the resource is: else it would say whose it is by what the schema does not take.
TEST(MessageOf, SamplesAreAskedForByTheWish) {
    const auto contract = contract::load_contract_text(
        "a.yaml",
        "openapi: 3.1.0\nwebhooks: {w: {post: " +
            json("{example: {a: e}, schema: {type: object, required: [a], properties: {a: {const: "
                 "s}}}}") +
            "}}\n");
    Judge judge(*contract);
    const auto webhooks = contract::read_webhooks(*contract);
    EXPECT_EQ(message(judge, webhooks.front(), {}, {.ignores_examples = true}).body,
              R"({"a":"s"})");
}

}  // namespace
}  // namespace standin::sample
