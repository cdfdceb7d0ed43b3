// Bodies that are meant to hurt, through the whole engine: each gets its verdict. What is quadratic
// in one of them, or worse, never ends.
#include <gtest/gtest.h>

#include "tests/engine/mock.h"

namespace standin::engine {

namespace {

// Every keyword that looks at much of a body.
const char* const document = R"(openapi: 3.1.0
paths:
  /things:
    post:
      requestBody: {content: {application/json: {schema: {$ref: "#/components/schemas/T"}}}}
      responses: {"200": {description: ok}}
components:
  schemas:
    T:
      type: [object, array, string, number]
      minimum: -1e300
      maximum: 1e300
      maxLength: 20
      uniqueItems: true
      items: {$ref: "#/components/schemas/T"}
      maxProperties: 2000000
      properties:
        child: {$ref: "#/components/schemas/T"}
        a: {enum: [1, 2, 3, 4, 5, 6, 7, 8, 9]}
        closed: {type: object, additionalProperties: false}
        rest: {unevaluatedProperties: false}
        numbers: {additionalProperties: {type: number}}
        names: {propertyNames: {maxLength: 3}}
        patterned: {patternProperties: {"^x[0-9]+$": {type: string}}}
        slow: {additionalProperties: {pattern: "^([a-z]+)*$"}}
        not_slow: {additionalProperties: {not: {pattern: "^([a-z]+)*$"}}}
)";

struct Row {
    const char* name;
    std::string body;
    const char* verdict;  // the status, how many problems there are, and the first
};

void PrintTo(const Row& row, std::ostream* out) {
    *out << row.name;
}

std::string repeated(const std::string& text, size_t times) {
    std::string all;
    for (size_t i = 0; i < times; ++i) all += text;
    return all;
}

std::string nested(const std::string& open, const std::string& close, size_t levels) {
    return repeated(open, levels) + "1" + repeated(close, levels);
}

std::string members(size_t count, const std::string& value) {
    std::string text = "{";
    for (size_t i = 0; i < count; ++i) {
        text += (i ? ",\"x" : "\"x") + std::to_string(i) + "\":" + value;
    }
    return text + "}";
}

std::string in(const char* name, const std::string& value) {
    return std::string("{\"") + name + "\":" + value + "}";
}

class Body : public testing::TestWithParam<Row> {};

TEST_P(Body, GetsItsVerdict) {
    Mock mock(document);
    const auto exchange = mock.exchange("POST /things", GetParam().body);
    std::string verdict = std::to_string(exchange->response.status);
    if (!exchange->problems.empty()) {
        const Problem& first = exchange->problems.front();
        verdict += ' ' + std::to_string(exchange->problems.size()) + ' ' + first.keyword;
        if (!first.pointer.empty() && first.pointer.size() < 50) verdict += ' ' + first.pointer;
    }
    EXPECT_EQ(verdict, GetParam().verdict);
}

const std::string text_of_megabytes = '"' + std::string(10'000'000, 'a') + '"';
const std::string slow_text = '"' + std::string(100'000, 'a') + "!\"";

const Row rows[] = {
    {"nested_arrays", nested("[", "]", 100'000), "400 1 depth"},
    {"nested_objects", nested("{\"child\":", "}", 100'000), "400 1 depth"},
    {"open_arrays", std::string(100'000, '['), "400 1 depth"},
    {"nested_as_deep_as_allowed", nested("{\"child\":", "}", 511), "200"},
    {"nested_arrays_as_deep_as_allowed", nested("[", "]", 511), "200"},
    {"text", text_of_megabytes, "400 1 maxLength"},
    {"name", in("names", "{" + text_of_megabytes + ":1}"), "400 1 propertyNames"},
    {"declared_members", in("numbers", members(300'000, "1")), "200"},
    {"wrong_members", in("numbers", members(300'000, "\"\"")), "400 100 type /numbers/x0"},
    {"undeclared_members", members(300'000, "null"), "200"},
    {"closed_members", in("closed", members(300'000, "1")),
     "400 100 additionalProperties /closed/x0"},
    {"unevaluated_members", in("rest", members(300'000, "1")),
     "400 100 unevaluatedProperties /rest/x0"},
    {"named_members", in("names", members(300'000, "1")), "400 100 propertyNames /names/x100"},
    {"patterned_members", in("patterned", members(300'000, "1")), "400 100 type /patterned/x0"},
    {"slow_members", in("slow", members(100, slow_text)), "400 1 pattern /slow/x0"},
    {"slow_members_not", in("not_slow", members(100, slow_text)), "400 1 pattern /not_slow/x0"},
    {"members_of_one_name", "{" + repeated("\"a\":0,", 300'000) + "\"a\":1}", "200"},
    {"members_of_one_name_at_last_wrong", "{" + repeated("\"a\":1,", 300'000) + "\"a\":0}",
     "400 1 enum /a"},
    {"closed_members_of_one_name", in("closed", "{" + repeated("\"b\":1,", 300'000) + "\"b\":1}"),
     "400 1 additionalProperties /closed/b"},
    {"equal_items", "[" + repeated("1,", 300'000) + "1]", "400 1 uniqueItems"},
    {"equal_objects", "[" + repeated(members(20, "1") + ",", 10'000) + "1]", "400 1 uniqueItems"},
    {"not_utf8", "\"\xFF\"", "400 1 json"},
    {"overlong_utf8", "\"\xC0\xAF\"", "400 1 json"},
    {"half_a_surrogate_pair", R"("\ud800")", "400 1 json"},
    {"second_half_of_a_surrogate_pair", R"("\udc00")", "400 1 json"},
    {"nul_in_a_text", std::string("\"\0\"", 3), "400 1 json"},
    {"nul_behind", std::string("\"\"\0", 3), "400 1 json"},
    {"nul_that_is_escaped", R"("\u0000")", "200"},
    {"too_small_for_a_double", "1e-400", "200"},
    {"minus_zero", "-0", "200"},
    {"digits", std::string(305, '1') + std::string(".") + std::string(1'000'000, '1'),
     "400 1 maximum"},
    {"digits_of_a_fraction", "0." + std::string(1'000'000, '1'), "200"},
    {"spaces", std::string(5'000'000, ' ') + "1", "200"},
    {"nothing_but_spaces", std::string(5'000'000, ' '), "400 1 json"},
    {"commas", "[" + std::string(1'000'000, ',') + "]", "400 1 json"},
};
INSTANTIATE_TEST_SUITE_P(Hostile, Body, testing::ValuesIn(rows),
                         [](const auto& row) { return row.param.name; });

// What no reader turns into a double still gets an answer.
TEST(Hostile, NumbersBeyondADouble) {
    Mock mock(document);
    for (const char* number : {"1e400", "-1e400", "1e999999999999999999999"}) {
        EXPECT_EQ(mock.exchange("POST /things", number)->response.status, 400) << number;
    }
}

}  // namespace

}  // namespace standin::engine
