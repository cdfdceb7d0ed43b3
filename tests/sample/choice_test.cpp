// Which response is answered: a row for each rule.
#include "mock/sample/choice.h"

#include <gtest/gtest.h>

#include "mock/contract/contract.h"

namespace standin::sample {

namespace {

struct Row {
    const char* name;
    const char* responses;
    const char* expected;
    std::string prefer = {};
    std::string accept = {};
    std::vector<int> wanted = {};  // of an invalid request
};

void PrintTo(const Row& row, std::ostream* out) {
    *out << row.name;
}

std::string told(const Choice& choice) {
    if (!choice.made()) return choice.detail;
    std::string text = std::to_string(choice.status);
    if (choice.content) text += ' ' + choice.media_type;
    if (choice.example) text += ' ' + choice.example->name;
    return choice.dynamic ? text + " dynamic" : text;
}

class Choose : public testing::TestWithParam<Row> {};

TEST_P(Choose, FollowsTheRules) {
    const Row& row = GetParam();
    const auto contract = contract::load_contract_text(
        "api.yaml",
        "openapi: 3.1.0\npaths: {/a: {get: {responses: " + std::string(row.responses) + "}}}\n");
    http::Request request{"GET", "/a", {}, ""};
    if (!row.prefer.empty()) request.headers.add("Prefer", row.prefer);
    Ask ask{read_preference(preferences_of(request)), row.accept};
    EXPECT_EQ(ask.preference.mistake, "");
    const contract::Operation& operation = contract->operations.front();
    EXPECT_EQ(told(row.wanted.empty() ? choose(operation, ask)
                                      : choose_refusal(operation, row.wanted, ask)),
              row.expected);
}

#define JSON_A "content: {application/json: {examples: {a: {value: 1}, b: {value: 2}}}}"
#define JSON_AND_TEXT "content: {text/plain: {example: x}, application/json: {schema: {}}}"

const Row rows[] = {
    {"lowest_2xx", "{404: {}, 202: {}, 201: {}}", "201"},
    {"exact_before_range", "{2XX: {}, 299: {}}", "299"},
    {"range_of_2xx", "{404: {}, 2XX: {}}", "200"},
    {"default_without_2xx", "{404: {}, default: {}}", "200"},
    {"first_without_default", "{404: {}, 302: {}}", "404"},
    {"first_that_is_a_range", "{5XX: {}}", "500"},
    {"nothing", "{}", "The operation documents no response."},
    {"preferred_code", "{200: {}, 404: {}}", "404", "code=404"},
    {"preferred_code_of_a_range", "{200: {}, 4XX: {}}", "422", "code=422"},
    {"preferred_code_of_default", "{200: {}, default: {}}", "503", "code=503"},
    {"code_that_is_not_there", "{200: {}, 4XX: {}}",
     "Requested status code 503 is not defined in the document.", "code=503"},
    {"code_that_is_not_acceptable", "{200: {" JSON_A "}, 404: {content: {text/plain: {}}}}",
     "200 application/json a", "code=404", "application/json"},
    {"unknown_preference", "{200: {" JSON_A "}}", "200 application/json a", "respond-async"},
    {"no_accept", "{200: {" JSON_AND_TEXT "}}", "200 application/json"},
    {"any_is_declared", "{200: {content: {application/json: {}, '*/*': {example: 1}}}}",
     "200 application/json default"},
    {"no_json_at_all", "{200: {content: {text/csv: {}, text/plain: {}}}}", "200 text/csv"},
    {"accept", "{200: {" JSON_AND_TEXT "}}", "200 text/plain default", "", "text/plain"},
    {"accept_of_weights", "{200: {" JSON_AND_TEXT "}}", "200 application/json", "",
     "text/plain;q=0.1, application/json;q=0.5"},
    {"accept_of_anything", "{200: {" JSON_AND_TEXT "}}", "200 application/json", "", "*/*"},
    {"accept_with_parameters", "{200: {" JSON_A "}}", "200 application/json a", "",
     "application/json; version=2"},
    {"type_with_parameters", "{200: {content: {'application/json; charset=utf-8': {}}}}",
     "200 application/json; charset=utf-8", "", "application/json; charset=latin1"},
    {"not_acceptable", "{200: {" JSON_A "}}",
     "The server cannot produce a representation for your accept header", "", "text/plain"},
    {"nothing_to_accept", "{200: {}}", "200", "", "text/plain"},
    {"no_content_of_204", "{204: {" JSON_A "}}", "204", "", "text/plain"},
    {"first_example", "{200: {" JSON_A "}}", "200 application/json a"},
    {"named_example", "{200: {" JSON_A "}}", "200 application/json b", "example=b"},
    {"example_and_code", "{200: {" JSON_A "}, 404: {" JSON_A "}}", "404 application/json b",
     "code=404, example=b"},
    {"example_that_is_not_there", "{200: {" JSON_A "}}",
     "Response for contentType: application/json and exampleKey: c does not exist.", "example=c"},
    {"dynamic", "{200: {" JSON_A "}}", "200 application/json dynamic", "dynamic=true"},
    {"not_dynamic", "{200: {" JSON_A "}}", "200 application/json a", "dynamic=false"},
    {"refusal", "{200: {}, 400: {" JSON_A "}}", "400 application/json a", "", "", {422, 400}},
    {"first_that_is_wanted", "{400: {}, 422: {}}", "422", "", "", {422, 400}},
    {"range_of_refusals", "{200: {}, 4XX: {}}", "401", "", "", {401}},
    {"default_of_refusals", "{200: {}, default: {}}", "415", "", "", {415, 422, 400}},
    {"no_refusal", "{200: {}}", "No response is documented for this.", "", "", {422, 400}},
    {"content_with_an_example",
     "{400: {content: {a/b: {schema: {}}, a/c: {example: 1}}}}",
     "400 a/c default",
     "",
     "",
     {400}},
    {"content_with_a_schema",
     "{400: {content: {a/b: {}, a/c: {schema: {}}}}}",
     "400 a/c",
     "",
     "",
     {400}},
    {"refusal_without_either", "{400: {content: {a/b: {}}}}", "400", "", "", {400}},
    {"refusal_of_a_name",
     "{400: {" JSON_A "}}",
     "400 application/json b",
     "code=400, example=b",
     "",
     {422, 400}},
    {"refusal_of_another_code",
     "{400: {" JSON_A "}}",
     "400 application/json a",
     "code=200, example=b",
     "",
     {422, 400}},
};
INSTANTIATE_TEST_SUITE_P(Rules, Choose, testing::ValuesIn(rows),
                         [](const auto& row) { return row.param.name; });

struct Wanted {
    const char* name;
    const char* query;
    const char* prefer;
    const char* expected;
};

void PrintTo(const Wanted& row, std::ostream* out) {
    *out << row.name;
}

class Preferring : public testing::TestWithParam<Wanted> {};

TEST_P(Preferring, IsRead) {
    http::Request request{"GET", std::string("/a") + GetParam().query, {}, ""};
    if (*GetParam().prefer) request.headers.add("Prefer", GetParam().prefer);
    const Preference read = read_preference(preferences_of(request));
    std::string text = read.mistake;
    if (read.code) text += "code " + std::to_string(*read.code) + ' ';
    if (read.example) text += "example " + *read.example + ' ';
    if (read.dynamic) text += *read.dynamic ? "dynamic " : "static ";
    if (read.seed) text += "seed " + std::to_string(*read.seed);
    EXPECT_EQ(text, GetParam().expected);
}

const Wanted preferences[] = {
    {"nothing", "", "", ""},
    {"of_the_header", "", "code=404, example=a, dynamic=true, seed=7",
     "code 404 example a dynamic seed 7"},
    {"of_the_query", "?__code=404&x=1&__example=a%20b&__dynamic=false&__seed=7", "",
     "code 404 example a b static seed 7"},
    {"header_before_query", "?__code=404", "respond-async", ""},
    {"server_is_ignored", "?__server=x", "", ""},
    {"value_with_a_quote", "?__example=a%22%5Cb", "", "example a\"\\b "},
    {"code_of_letters", "", "code=abc", "Prefer: code must be three digits, not \"abc\""},
    {"code_that_is_short", "?__code=40", "", "Prefer: code must be three digits, not \"40\""},
    {"dynamic_of_another_word", "", "dynamic=yes",
     "Prefer: dynamic must be true or false, not \"yes\"static "},
};
INSTANTIATE_TEST_SUITE_P(Wishes, Preferring, testing::ValuesIn(preferences),
                         [](const auto& row) { return row.param.name; });

}  // namespace

}  // namespace standin::sample
