// Answers that come from what a contract documents: what requests may ask for, modes of state, and
// what is said of answers that are not what was promised.
#include <gtest/gtest.h>

#include "mock/engine/violation.h"
#include "tests/engine/mock.h"

namespace standin::engine {

namespace {

constexpr std::string_view document = R"(
openapi: 3.1.0
paths:
  /weather:
    get:
      parameters:
        - name: city
          in: query
          examples: {calm: {value: Rome}, wild: {value: Oslo}}
          schema: {type: string}
      responses:
        "200":
          description: ok
          headers:
            X-Left: {schema: {type: integer, minimum: 7}}
            X-Tags: {schema: {type: array, minItems: 2, items: {enum: [x]}}}
          content:
            application/json:
              examples: {calm: {value: {wind: 1}}, wild: {value: {wind: 9}}}
              schema: {type: object, properties: {wind: {type: integer}}}
            text/csv: {example: "wind\n1"}
        "404":
          description: no
          content: {application/json: {schema: {type: object, properties: {why: {type: string}}}}}
  /old:
    get: {deprecated: true, responses: {"200": {description: ok, content: {a/b: {example: 1}}}}}
  /wrong:
    get:
      responses:
        "200":
          description: ok
          content: {application/json: {example: {n: x}, schema: {properties: {n: {type: integer}}}}}
  /things:
    get:
      responses:
        "200":
          description: ok
          content:
            application/json:
              schema: {type: array, items: {$ref: "#/components/schemas/T"}}
              example: [{id: 1, name: one}, {id: 2, name: two}, {name: nobody}]
    post:
      requestBody: {content: {application/json: {schema: {$ref: "#/components/schemas/T"}}}}
      responses:
        "201":
          description: ok
          content:
            application/json:
              schema:
                type: object
                required: [id, name]
                properties: {name: {type: string, pattern: "^[a-z]*$"}}
  /things/{id}:
    get:
      parameters: [{name: id, in: path, required: true, schema: {type: integer}}]
      responses:
        "200":
          description: ok
          content:
            application/json:
              schema: {$ref: "#/components/schemas/T"}
              examples: {first: {value: {id: 1, name: one}}, last: {value: {id: 3, name: three}}}
components:
  schemas:
    T: {type: object, properties: {id: {type: integer, readOnly: true}, name: {type: string}}}
)";

struct Row {
    const char* name;
    const char* line;
    std::string expected;
    http::Headers headers = {};
};

void PrintTo(const Row& row, std::ostream* out) {
    *out << row.name;
}

class Answered : public testing::TestWithParam<Row> {};

TEST_P(Answered, AsDocumented) {
    Mock mock(document);
    EXPECT_EQ(mock.ask(GetParam().line, "", GetParam().headers), GetParam().expected);
}

const Row rows[] = {
    {"first_example", "GET /weather", R"(200 {"wind":1})"},
    {"named_example", "GET /weather", R"(200 {"wind":9})", {{"Prefer", "example=wild"}}},
    {"named_in_the_query", "GET /weather?__example=wild", R"(200 {"wind":9})"},
    {"paired_with_the_request", "GET /weather?city=Oslo", R"(200 {"wind":9})"},
    {"paired_with_nothing", "GET /weather?city=Bonn", R"(200 {"wind":1})"},
    {"no_such_example",
     "GET /weather",
     R"(404 {"type":"about:blank","title":"Not Found","status":404,"detail":"Response for )"
     R"(contentType: application/json and exampleKey: x does not exist."})",
     {{"Prefer", "example=x"}}},
    {"accepted_type", "GET /weather", "200 wind\n1", {{"Accept", "text/csv"}}},
    {"no_acceptable_type",
     "GET /weather",
     R"(406 {"type":"about:blank","title":"Not Acceptable","status":406,"detail":"The server )"
     R"(cannot produce a representation for your accept header"})",
     {{"Accept", "text/html"}}},
    {"documented_code", "GET /weather", R"(404 {"why":"string"})", {{"Prefer", "code=404"}}},
    {"code_in_the_query", "GET /weather?__code=404", R"(404 {"why":"string"})"},
    {"unknown_preference", "GET /weather", R"(200 {"wind":1})", {{"Prefer", "respond-async"}}},
    {"mistaken_preference",
     "GET /weather",
     R"(400 {"type":"about:blank","title":"Bad Request","status":400,"detail":"Prefer: dynamic )"
     R"(must be true or false, not \"maybe\""})",
     {{"Prefer", "dynamic=maybe"}}},
    {"example_instead_of_the_state",
     "GET /things/77",
     R"(200 {"id":3,"name":"three"})",
     {{"Prefer", "example=last"}}},
    {"state_without_a_preference", "GET /things", "200 []"},
};
INSTANTIATE_TEST_SUITE_P(Documentation, Answered, testing::ValuesIn(rows),
                         [](const auto& row) { return row.param.name; });

TEST(Documentation, HeadersAreMadeOfTheirSchemas) {
    Mock mock(document);
    const http::Headers expected = {
        {"Content-Type", "application/json"}, {"X-Left", "7"}, {"X-Tags", "x,x"}};
    EXPECT_EQ(mock.exchange("GET /weather")->response.headers, expected);
}

TEST(Documentation, TellsThatAnOperationIsDeprecated) {
    Mock mock(document);
    const http::Headers expected = {{"Content-Type", "a/b"}, {"deprecation", "true"}};
    EXPECT_EQ(mock.exchange("GET /old")->response.headers, expected);
}

TEST(Documentation, VariesByOrdinalUnlessASeedIsNamed) {
    Mock mock(document);
    const auto ask = [&](const std::string& prefer) {
        return mock.ask("GET /weather", "", {{"Prefer", prefer}});
    };
    const std::string first = ask("dynamic=true, seed=5");
    EXPECT_EQ(ask("dynamic=true, seed=5"), first);
    EXPECT_NE(ask("dynamic=true, seed=6"), first);
    Mock again(document);
    EXPECT_EQ(again.ask("GET /weather", "", {{"Prefer", "dynamic=true, seed=5"}}), first);
}

TEST(Documentation, IsAllThatIsAnsweredWithoutState) {
    MockOptions options;
    options.state = State::off;
    Mock mock(document, options);
    EXPECT_EQ(mock.ask("POST /things", R"({"name":"a"})"), R"(201 {"name":"a","id":"string"})");
    EXPECT_EQ(mock.ask("GET /things/9"), R"(200 {"id":1,"name":"one"})");
    EXPECT_EQ(mock.ask("GET /things"),
              R"(200 [{"id":1,"name":"one"},{"id":2,"name":"two"},{"name":"nobody"}])");
    EXPECT_EQ(mock.ask("GET /things/x").substr(0, 3), "400");
}

TEST(Documentation, FillsCollectionsWithExamples) {
    MockOptions options;
    options.state = State::seeded;
    Mock mock(document, options);
    EXPECT_EQ(mock.ask("GET /things"),
              R"(200 [{"id":1,"name":"one"},{"id":2,"name":"two"},{"id":3,"name":"three"}])");
    EXPECT_EQ(mock.ask("GET /things/2"), R"(200 {"id":2,"name":"two"})");
    EXPECT_EQ(mock.ask("GET /things/9"), R"(200 {"id":9,"name":"one"})");
    mock.engine().sessions().standard()->reset();
    EXPECT_EQ(mock.ask("GET /things/2"), R"(200 {"id":2,"name":"two"})");
}

TEST(Documentation, MakesUpWhatLiesInNothing) {
    MockOptions options;
    options.state = State::seeded;
    Mock mock(R"(
openapi: 3.1.0
paths:
  /shelves: {post: {responses: {"201": {description: made}}}}
  /shelves/{shelf}: {get: {responses: {"200": {description: ok}}}}
  /shelves/{shelf}/books:
    get:
      responses:
        "200":
          description: ok
          content:
            application/json:
              schema: {type: array, items: {$ref: "#/components/schemas/Book"}}
    post: {responses: {"201": {$ref: "#/components/responses/Book"}}}
  /shelves/{shelf}/books/{isbn}:
    get: {responses: {"200": {$ref: "#/components/responses/Book"}}}
    delete: {responses: {"204": {description: gone}}}
components:
  responses:
    Book:
      description: ok
      content: {application/json: {schema: {$ref: "#/components/schemas/Book"}}}
  schemas:
    Book: {type: object, properties: {isbn: {type: string}, pages: {type: integer, minimum: 1}}}
x-standin: {resources: {books: {parents: [{resource: shelves, parameter: shelf}]}}}
)",
              options);
    EXPECT_EQ(mock.ask("GET /shelves/s/books/b"), R"(200 {"isbn":"b","pages":1})");
    EXPECT_EQ(mock.ask("GET /shelves/s/books"), R"(200 [{"isbn":"string","pages":1}])");
    EXPECT_EQ(mock.ask("POST /shelves/s/books"), R"(201 {"isbn":"string","pages":1})");
    EXPECT_EQ(mock.ask("DELETE /shelves/s/books/b"), "204");
}

TEST(Documentation, AStartingStateGoesBeforeExamples) {
    MockOptions options;
    options.state = State::seeded;
    options.fixture = "{contract: api, resources: {things: [{items: [{id: 5, name: five}]}]}}";
    Mock mock(document, options);
    EXPECT_EQ(mock.ask("GET /things"), R"(200 [{"id":5,"name":"five"}])");
}

constexpr std::string_view of_the_example =
    R"([{"location":["response","body","n"],"severity":"Error","code":"type",)"
    R"("message":"must obey type integer, received string"}])";

TEST(Documentation, TellsOfAnExampleThatBreaksItsSchema) {
    Mock mock(document);
    const auto wrong = mock.exchange("GET /wrong");
    EXPECT_EQ(wrong->response.status, 200);
    EXPECT_EQ(*wrong->response.headers.find("X-Standin-Violations"), of_the_example);
    EXPECT_EQ(wrong->violations.size(), 1u);
    EXPECT_FALSE(mock.exchange("GET /weather")->response.headers.find("X-Standin-Violations"));
}

TEST(Documentation, RefusesToAnswerWhatIsNotPromised) {
    MockOptions options;
    options.errors = true;
    Mock mock(document, options);
    EXPECT_EQ(mock.ask("GET /wrong"),
              R"(500 {"type":"about:blank","title":"VIOLATIONS","status":500,"detail":"The answer )"
              R"(is not what the contract promises.","validation":)" +
                  std::string(of_the_example) + "}");
    EXPECT_EQ(mock.ask("GET /weather"), R"(200 {"wind":1})");
}

TEST(Documentation, JudgesAnswersMadeOfTheStateWhereThatIsAskedFor) {
    MockOptions options;
    const auto told = [&] {
        Mock mock(document, options);
        const auto made = mock.exchange("POST /things", R"({"name":"A"})");
        const std::string* violations = made->response.headers.find("X-Standin-Violations");
        return std::to_string(made->response.status) + ' ' + (violations ? *violations : "");
    };
    EXPECT_EQ(told(), "201 ");
    options.checks_answers = true;
    const std::string violation =
        R"([{"location":["response","body","name"],"severity":"Error","code":"pattern",)"
        R"("message":"must obey pattern ^[a-z]*$, received string"}])";
    EXPECT_EQ(told(), "201 " + violation);
    options.errors = true;
    EXPECT_EQ(told(), "500 " + violation);
}

TEST(Documentation, CutsViolationsThatAreTooLong) {
    Problem problem;
    problem.keyword = std::string(9000, 'k');
    const std::string header = violations_header({problem});
    EXPECT_EQ(header.size(), 8092u + 21u);
    EXPECT_TRUE(header.starts_with("Too many violations! [{\"location\""));
}

}  // namespace

}  // namespace standin::engine
