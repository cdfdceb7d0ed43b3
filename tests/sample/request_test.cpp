// Requests that operations take.
#include "mock/sample/request.h"

#include <gtest/gtest.h>

#include "mock/check/input.h"
#include "mock/match/router.h"

namespace standin::sample {

namespace {

std::string told(const http::Request& request) {
    std::string text = request.method + ' ' + request.target;
    for (const auto& [name, value] : request.headers) text += "\n" + name + ": " + value;
    return request.body.empty() ? text : text + "\n\n" + request.body;
}

struct Row {
    const char* name;
    const char* path;
    const char* operation;
    const char* expected;
};

void PrintTo(const Row& row, std::ostream* out) {
    *out << row.name;
}

class Request : public testing::TestWithParam<Row> {};

TEST_P(Request, IsWhatTheOperationTakes) {
    const auto contract = contract::load_contract_text(
        "api.yaml", std::string("openapi: 3.1.0\npaths:\n  ") + GetParam().path +
                        ":\n    post: " + GetParam().operation + "\n");
    const contract::Operation& operation = contract->operations.front();
    const http::Request made = request(*contract, operation);
    EXPECT_EQ(told(made), GetParam().expected);
    const match::Match match = match::Router({contract}).find(made.method, made.path());
    ASSERT_EQ(match.operation, &operation);
    contract::Input input;
    EXPECT_EQ(check::input({*contract, operation, made, match.path_values, {}}, input).error, "");
}

const Row rows[] = {
    {"nothing", "/a", "{}", "POST /a"},
    {"required_alone", "/a",
     "{parameters: [{name: q, in: query, required: true, schema: {type: integer, minimum: 3}}, "
     "{name: r, in: query, schema: {}}]}",
     "POST /a?q=3"},
    {"path", "/a/{id}/{x}",
     "{parameters: [{name: id, in: path, required: true, schema: {type: string, example: 'a b'}}]}",
     "POST /a/a%20b/1"},
    {"array_in_a_path", "/a/{id}",
     "{parameters: [{name: id, in: path, required: true, schema: {type: array, items: {enum: [x]}, "
     "minItems: 2}}]}",
     "POST /a/x,x"},
    {"label", "/a/{id}",
     "{parameters: [{name: id, in: path, required: true, style: label, explode: true, schema: "
     "{type: array, items: {enum: [x]}, minItems: 2}}]}",
     "POST /a/.x.x"},
    {"matrix", "/a/{id}",
     "{parameters: [{name: id, in: path, required: true, style: matrix, schema: {const: x}}]}",
     "POST /a/;id=x"},
    {"matrix_exploded", "/a/{id}",
     "{parameters: [{name: id, in: path, required: true, style: matrix, explode: true, schema: "
     "{type: array, minItems: 2, items: {enum: [x]}}}]}",
     "POST /a/;id=x;id=x"},
    {"object_in_a_query", "/a",
     "{parameters: [{name: q, in: query, required: true, schema: {type: object, properties: {a: "
     "{const: 1}, b: {const: x}}}}]}",
     "POST /a?a=1&b=x"},
    {"deep_object", "/a",
     "{parameters: [{name: q, in: query, required: true, style: deepObject, schema: {type: object, "
     "properties: {a: {const: 1}}}}]}",
     "POST /a?q%5Ba%5D=1"},
    {"nested_objects_of_a_form", "/a",
     "{requestBody: {content: {application/x-www-form-urlencoded: {encoding: {o: {style: "
     "deepObject, explode: true}}, schema: {properties: {o: {type: object, properties: {a: {type: "
     "object, properties: {b: {type: boolean}}}, c: {type: array, items: {type: object, "
     "properties: {d: {const: x}}}, minItems: 2}}}}}}}}}",
     "POST /a\nContent-Type: application/x-www-form-urlencoded\n\n"
     "o%5Ba%5D%5Bb%5D=true&o%5Bc%5D%5B0%5D%5Bd%5D=x&o%5Bc%5D%5B1%5D%5Bd%5D=x"},
    {"lists_in_a_query", "/a",
     "{parameters: [{name: a, in: query, required: true, schema: {type: array, minItems: 2, items: "
     "{enum: [x]}}}, {name: b, in: query, required: true, explode: false, style: pipeDelimited, "
     "schema: {type: array, minItems: 2, items: {enum: [y]}}}]}",
     "POST /a?a=x&a=x&b=y%7Cy"},
    {"content_of_a_parameter", "/a",
     "{parameters: [{name: q, in: query, required: true, content: {application/json: {schema: "
     "{const: {a: 1}}}}}]}",
     "POST /a?q=%7B%22a%22%3A1%7D"},
    {"header_and_cookies", "/a",
     "{parameters: [{name: X-A, in: header, required: true, schema: {const: h}}, {name: c, in: "
     "cookie, required: true, schema: {type: integer, minimum: 1}}, {name: d, in: cookie, "
     "required: true, schema: "
     "{const: 'a;b'}}]}",
     "POST /a\nX-A: h\nCookie: c=1; d=a%3Bb"},
    {"json", "/a",
     "{requestBody: {content: {text/plain: {}, application/json: {schema: {properties: {a: "
     "{readOnly: true}, b: {type: integer}}}}}}}",
     "POST /a\nContent-Type: application/json\n\n{\"b\":0}"},
    {"form", "/a",
     "{requestBody: {content: {application/x-www-form-urlencoded: {schema: {properties: {a: "
     "{const: "
     "'x y'}, b: {type: array, items: {enum: [1]}, minItems: 2}}}}}}}",
     "POST /a\nContent-Type: application/x-www-form-urlencoded\n\na=x%20y&b=1&b=1"},
    {"parts", "/a",
     "{requestBody: {content: {multipart/form-data: {schema: {properties: {a: {const: x}}}}}}}",
     "POST /a\nContent-Type: multipart/form-data; boundary=standin-boundary\n\n"
     "--standin-boundary\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nx\r\n"
     "--standin-boundary--\r\n"},
    {"text", "/a", "{requestBody: {content: {text/plain: {schema: {type: string, maxLength: 3}}}}}",
     "POST /a\nContent-Type: text/plain\n\nstr"},
    {"range_of_types", "/a", "{requestBody: {content: {'*/*': {schema: {const: 1}}}}}",
     "POST /a\nContent-Type: application/json\n\n1"},
    {"examples_of_one_key", "/a",
     "{parameters: [{name: q, in: query, examples: {one: {value: 1}, two: {value: 2}}, schema: "
     "{type: integer}}], requestBody: {content: {application/json: {examples: {two: {value: "
     "{n: 2}}}}}}}",
     "POST /a?q=2\nContent-Type: application/json\n\n{\"n\":2}"},
    {"example_that_is_wrong", "/a",
     "{requestBody: {content: {application/json: {example: x, schema: {type: integer}}}}}",
     "POST /a\nContent-Type: application/json\n\n0"},
};
INSTANTIATE_TEST_SUITE_P(Operations, Request, testing::ValuesIn(rows),
                         [](const auto& row) { return row.param.name; });

TEST(RequestOfSwagger, FillsForms) {
    const auto contract = contract::load_contract_text("api.yaml", R"(swagger: '2.0'
paths:
  /a:
    post:
      parameters:
        - {name: n, in: formData, type: integer, minimum: 2, required: true}
        - {name: f, in: formData, type: file}
      responses: {}
)");
    EXPECT_EQ(told(request(*contract, contract->operations.front())),
              "POST /a\nContent-Type: multipart/form-data; boundary=standin-boundary\n\n"
              "--standin-boundary\r\nContent-Disposition: form-data; name=\"n\"\r\n\r\n2\r\n"
              "--standin-boundary\r\nContent-Disposition: form-data; name=\"f\"\r\n\r\nstring\r\n"
              "--standin-boundary--\r\n");
}

class Shipped : public testing::TestWithParam<const char*> {};

TEST_P(Shipped, TakesTheRequestsOfAllItsOperations) {
    const auto contract = contract::load_contract(STANDIN_SOURCE_DIR "/contracts/" +
                                                  std::string(GetParam()) + ".yaml");
    const match::Router router({contract});
    for (const contract::Operation& operation : contract->operations) {
        const http::Request made = request(*contract, operation);
        const match::Match match = router.find(made.method, made.path());
        ASSERT_EQ(match.operation, &operation) << told(made);
        contract::Input input;
        EXPECT_EQ(check::input({*contract, operation, made, match.path_values, {}}, input).error,
                  "")
            << told(made);
    }
}

INSTANTIATE_TEST_SUITE_P(Contracts, Shipped,
                         testing::Values("cloudflare-ai-gateway", "cloudflare-ai-search",
                                         "ngrok-ai-gateway", "bifrost", "control/control"),
                         [](const auto& row) {
                             std::string name = row.param;
                             for (char& c : name) c = c == '-' || c == '/' ? '_' : c;
                             return name;
                         });

}  // namespace

}  // namespace standin::sample
