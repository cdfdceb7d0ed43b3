// How refusals are dressed: fallbacks of errors, wording, envelopes, headers.
#include <gtest/gtest.h>

#include "tests/engine/mock.h"

namespace standin::envelope {

namespace {

using engine::Mock;
using engine::MockOptions;

// POST and GET /things/{id}; `root` is the extension of the root, `operation` of both operations.
std::string document_with(const std::string& root, const std::string& operation = "{}") {
    const std::string text = R"(
openapi: 3.1.0
paths:
  /things:
    get: {responses: {"200": {description: ok}}}
    post:
      x-standin: )" + operation +
                             R"(
      requestBody: {content: {application/json: {schema: {$ref: "#/components/schemas/T"}}}}
      responses: {"201": {description: ok, content: {application/json: {schema: {type: object}}}}}
  /things/{id}:
    get:
      x-standin: )" + operation +
                             R"(
      security: [{token: []}]
      responses: {"200": {description: ok, content: {application/json: {schema: {type: object}}}}}
components:
  securitySchemes: {token: {type: http, scheme: bearer}}
  schemas:
    T:
      type: object
      properties:
        name: {type: string, maxLength: 3}
        size: {type: integer}
        list:
          type: array
          items: {type: object, properties: {x: {type: string}, a/b: {type: string}}}
x-standin:
  name: api
)";
    return text + root;
}

std::string ask(const std::string& document, const std::string& line, const std::string& body = "",
                const http::Headers& headers = {{"Authorization", "Bearer x"}}) {
    MockOptions options;
    options.auth = check::Auth::contract;
    Mock mock(document, options);
    const auto exchange = mock.exchange(line, body, headers);
    std::string text = std::to_string(exchange->response.status);
    for (const auto& [name, value] : exchange->response.headers) {
        text += ' ' + name + ": " + value + ';';
    }
    return text + ' ' + exchange->response.body;
}

std::string own(int status, const std::string& detail, const std::string& more = "") {
    return std::to_string(status) + " Content-Type: application/problem+json;" + more +
           R"( {"type":"about:blank","title":")" + std::string(http::reason_of(status)) +
           R"(","status":)" + std::to_string(status) + R"(,"detail":")" + detail + "\"";
}

struct Row {
    const char* name;
    std::string root;
    std::string operation;
    const char* line;
    const char* body;
    std::string answer;
};

void PrintTo(const Row& row, std::ostream* out) {
    *out << row.name;
}

class Refused : public testing::TestWithParam<Row> {};

TEST_P(Refused, InTheWordsOfTheContract) {
    const Row& row = GetParam();
    EXPECT_EQ(ask(document_with(row.root, row.operation), row.line, row.body), row.answer);
}

const char* const json = " Content-Type: application/json; ";

const Row fallbacks[] = {
    {"mocks_own", "", "{}", "GET /things/1", "", own(404, "Not Found") + "}"},
    {"no_such_path", "", "{}", "GET /none", "", own(404, "No operation has this path") + "}"},
    {"no_such_method", "", "{}", "PATCH /things", "",
     own(405, "No operation has this method on this path", " Allow: GET, HEAD, POST;") + "}"},
    {"unreadable", "", "{}", "POST /things", "[",
     own(400, "must be JSON: line 1, column 2: expected a value, found the end of the text") +
         R"(,"errors":[{"pointer":"/body","keyword":"json",)"
         R"("message":"must be JSON: line 1, column 2: )"
         R"(expected a value, found the end of the text"}]})"},
    {"status_of_the_contract", "  errors: {not_found: {status: 410}}\n", "{}", "GET /things/1", "",
     own(410, "Not Found") + "}"},
    {"status_of_the_operation", "  errors: {not_found: {status: 410, message: gone}}\n",
     "{errors: {not_found: {status: 418}}}", "GET /things/1", "", own(418, "gone") + "}"},
    {"case_of_another", "  errors: {invalid: {status: 422, message: bad}}\n", "{}", "POST /things",
     "[", own(422, "bad") + R"(,"errors":[{"pointer":"/body","keyword":"json","message":"bad"}]})"},
    {"case_of_itself", "  errors: {invalid: {status: 422}, unreadable_body: {status: 499}}\n", "{}",
     "POST /things", "[]",
     own(422, "must be object") +
         R"(,"errors":[{"pointer":"/body","keyword":"type","message":"must be object",)"
         R"("schema":"/components/schemas/T/type"}]})"},
    {"place_of_its_own",
     "  errors: {not_found: {at: /query/a~1b/0, message: \"{$problem.pointer}\"}}\n", "{}",
     "GET /things/1", "", own(404, "/query/a~1b/0") + "}"},
    {"message_of_nothing", "  errors: {not_found: {message: \"{$request.body#/x}!\"}}\n", "{}",
     "GET /things/1", "", own(404, "") + "}"},
    {"headers", "  errors: {not_found: {status: 404, headers: {X-A: b, Retry-After: \"1\"}}}\n",
     "{}", "GET /things/1", "", own(404, "Not Found", " X-A: b; Retry-After: 1;") + "}"},
    {"body_of_its_own", "  errors: {not_found: {body: {gone: $request.path.id, s: $statusCode}}}\n",
     "{}", "GET /things/7", "", std::string("404") + json + R"({"gone":"7","s":404})"},
    {"body_and_line_feed",
     "  json: {newline: true, escape_html: true}\n"
     "  errors: {not_found: {body: {gone: \"<{$request.path.id}>\"}}}\n",
     "{}", "GET /things/&", "",
     std::string("404") + json + R"({"gone":"\u003c\u0026\u003e"})" + "\n"},
};
INSTANTIATE_TEST_SUITE_P(Fallback, Refused, testing::ValuesIn(fallbacks),
                         [](const auto& row) { return row.param.name; });

// Every problem as "code message at path and pointer".
const char* const envelope = R"(
  envelopes:
    problems:
      body: {errors: $problems, first: $problem.message, all: $problems.messages}
      problem: {c: $problem.code, m: $problem.message, at: $problem.path, p: $problem.pointer}
)";

std::string told(const std::string& problems, const std::string& first, const std::string& all) {
    return "400 Content-Type: application/json; {\"errors\":[" + problems + "],\"first\":\"" +
           first + "\",\"all\":{" + all + "}}";
}

std::string told_once(const std::string& code, const std::string& message) {
    return told("{" + code + "\"m\":\"" + message +
                    R"(","at":["body","list","0","x"],"p":"/body/list/0/x"})",
                message, R"("/body/list/0/x":")" + message + '"');
}

std::string rows_and(const std::string& rows) {
    return "  problems:\n" + rows + envelope;
}

const char* const wrong_item = R"({"list":[{"x":1}]})";

const Row wordings[] = {
    {"the_catalogue", envelope, "{}", "POST /things", wrong_item, told_once("", "must be string")},
    {"another_catalogue", std::string("  wording: zod") + envelope, "{}", "POST /things",
     wrong_item, told_once("", "Invalid input: expected string, received number")},
    {"first_row_that_fits",
     rows_and("  - {keyword: required, message: no}\n  - {keyword: type, message: yes}\n"
              "  - {keyword: type, message: late}\n"),
     "{}", "POST /things", wrong_item, told_once("", "yes")},
    {"exact_place", rows_and("  - {at: /list/0, message: no}\n  - {at: /list/0/x, message: yes}\n"),
     "{}", "POST /things", wrong_item, told_once("", "yes")},
    {"any_token", rows_and("  - {at: /list/*, message: no}\n  - {at: /*/*/x, message: yes}\n"),
     "{}", "POST /things", wrong_item, told_once("", "yes")},
    {"any_rest", rows_and("  - {at: /name/**, message: no}\n  - {at: /list/**, message: yes}\n"),
     "{}", "POST /things", wrong_item, told_once("", "yes")},
    {"any_rest_is_none_too", rows_and("  - {at: /list/0/x/**, message: yes}\n"), "{}",
     "POST /things", wrong_item, told_once("", "yes")},
    {"part", rows_and("  - {part: query, message: no}\n  - {part: body, message: yes}\n"), "{}",
     "POST /things", wrong_item, told_once("", "yes")},
    {"expected_and_received",
     rows_and("  - {expected: integer, message: no}\n  - {received: string, message: no}\n"
              "  - {expected: string, received: number, message: \"{$problem.expected}!\"}\n"),
     "{}", "POST /things", wrong_item, told_once("", "string!")},
    {"code_alone", rows_and("  - {keyword: type, code: 7}\n"), "{}", "POST /things", wrong_item,
     told_once("\"c\":7,", "must be string")},
    {"code_of_text", rows_and("  - {keyword: type, code: E_7}\n"), "{}", "POST /things", wrong_item,
     told_once("\"c\":\"E_7\",", "must be string")},
    {"code_with_leading_zero", rows_and("  - {keyword: type, code: \"007\"}\n"), "{}",
     "POST /things", wrong_item, told_once("\"c\":\"007\",", "must be string")},
    {"builds_on_the_next",
     rows_and("  - {at: /list/**, message: \"List: {$problem.message}\"}\n"
              "  - {keyword: type, code: 3, message: \"<{$problem.message}>\"}\n"),
     "{}", "POST /things", wrong_item, told_once("\"c\":3,", "List: <must be string>")},
    {"error_builds_on_the_rows",
     rows_and("  - {keyword: type, message: row}\n") +
         "  errors: {invalid: {code: 9, message: \"Error: {$problem.message}\"}}\n",
     "{}", "POST /things", wrong_item, told_once("\"c\":9,", "Error: row")},
    {"several_of_one_place_and_escapes", envelope, "{}", "POST /things",
     R"({"name":"long","size":1.5,"list":[{"a/b":1}]})",
     told(R"({"m":"must NOT have more than 3 characters","at":["body","name"],"p":"/body/name"},)"
          R"({"m":"must be integer","at":["body","size"],"p":"/body/size"},)"
          R"({"m":"must be string","at":["body","list","0","a/b"],"p":"/body/list/0/a~1b"})",
          "must NOT have more than 3 characters",
          R"("/body/name":"must NOT have more than 3 characters","/body/size":"must be integer",)"
          R"("/body/list/0/a~1b":"must be string")")},
    {"parts_have_other_names", std::string("  parts: {body: payload}") + envelope, "{}",
     "POST /things", "1",
     told(R"({"m":"must be object","at":["payload"],"p":"/payload"})", "must be object",
          R"("/payload":"must be object")")},
    {"what_lies_nowhere_has_no_path", envelope, "{}", "GET /things/1", "",
     std::string("404") + json + R"({"errors":[{"m":"Not Found","p":"/path/id"}],)" +
         R"("first":"Not Found","all":{"/path/id":"Not Found"}})"},
};
INSTANTIATE_TEST_SUITE_P(Wording, Refused, testing::ValuesIn(wordings),
                         [](const auto& row) { return row.param.name; });

TEST(Wrap, CredentialsFallBackToMissing) {
    const std::string document = document_with("  errors: {credentials_missing: {status: 403}}\n");
    EXPECT_EQ(ask(document, "GET /things/1", "", {}), own(403, "Credentials are missing") + "}");
    EXPECT_EQ(ask(document, "GET /things/1", "", {{"Authorization", "?"}}),
              own(403, "Credentials are malformed") + "}");
}

TEST(Wrap, WhatTheTransportRefusesIsDressedToo) {
    Mock mock(document_with("  errors: {body_too_large: {body: {m: $problem.message}}}\n"));
    const auto refused = [&](const http::Request& request, int status) {
        const auto exchange = mock.engine().refuse(request, status, "why");
        return std::to_string(exchange->response.status) + ' ' + exchange->response.body + ' ' +
               exchange->error + ' ' + exchange->problems.at(0).received;
    };
    EXPECT_EQ(refused({"POST", "/things", {}, ""}, 413),
              R"(413 {"m":"The request's body is too large"} body_too_large why)");
    EXPECT_EQ(refused({"", "", {}, ""}, 400),
              R"(400 {"type":"about:blank","title":"Bad Request","status":400,"detail":)"
              R"("The request is not HTTP as RFC 9112 has it"} malformed_request why)");
    EXPECT_EQ(refused({"GET", "*", {}, ""}, 431).substr(0, 4), "431 ");
    EXPECT_EQ(refused({"GET", "/x", {}, ""}, 414).substr(0, 4), "414 ");
}

}  // namespace

}  // namespace standin::envelope
