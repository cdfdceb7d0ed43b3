// Parameters: decoded, typed, defaulted, refused.
#include "tests/check/input_row.h"

namespace standin::check {

namespace {

constexpr std::string_view document = R"(
openapi: 3.1.0
paths:
  /things/{id}:
    get:
      parameters:
        - {name: id, in: path, required: true, schema: {type: integer}}
        - {name: page, in: query, schema: {type: integer, minimum: 1, default: 1}}
        - {name: ratio, in: query, schema: {type: number}}
        - {name: flag, in: query, schema: {type: boolean}}
        - {name: word, in: query, schema: {type: string, maxLength: 3}}
        - {name: maybe, in: query, schema: {type: ["null", integer]}}
        - {name: tag, in: query, schema: {type: array, maxItems: 3, items: {type: string}}}
        - {name: ids, in: query, explode: false, schema: {type: array, items: {type: integer}}}
        - {name: X-Size, in: header, schema: {type: integer}}
        - {name: X-List, in: header, schema: {type: array, items: {type: integer}}}
        - {name: Accept, in: header, required: true, schema: {type: integer}}
        - {name: crumb, in: cookie, schema: {type: string}}
      responses: {"204": {description: done}}
  /needs:
    get:
      parameters:
        - {name: a, in: query, required: true, schema: {type: string}}
        - {name: B, in: header, required: true, schema: {type: integer}}
        - {name: c, in: cookie, required: true, schema: {type: boolean}}
        - {name: d, in: query, required: true, schema: {type: array, items: {type: string}}}
      responses: {"204": {description: done}}
  /branches:
    get:
      parameters:
        - {name: limit, in: query, schema: {anyOf: [{type: integer, minimum: 1}, {type: "null"}]}}
        - {name: part, in: query, schema: {allOf: [{type: integer}]}}
        - {name: either, in: query, schema: {type: [integer, string]}}
      responses: {"204": {description: done}}
  /undeclared/{a}/{b}:
    get:
      parameters:
        - {name: b, in: path, required: true, schema: {type: integer}}
      responses: {"204": {description: done}}
  /styles:
    get:
      parameters:
        - name: space
          in: query
          style: spaceDelimited
          schema: {type: array, items: {type: integer}}
        - name: pipe
          in: query
          style: pipeDelimited
          schema: {type: array, items: {type: integer}}
        - {name: deep, in: query, style: deepObject, schema: {type: object}}
        - {name: json, in: query, content: {application/json: {schema: {type: array}}}}
      responses: {"204": {description: done}}
  /lists/{list}:
    get:
      parameters:
        - {name: list, in: path, required: true, schema: {type: array, items: {type: string}}}
      responses: {"204": {description: done}}
)";

constexpr std::string_view strict_document = R"(
openapi: 3.1.0
paths:
  /things:
    get:
      security: [{inQuery: []}, {inHeader: []}]
      parameters:
        - {name: page, in: query, schema: {type: integer}}
        - {name: tag, in: query, schema: {type: array, items: {type: string}}}
        - {name: X-Size, in: header, schema: {type: integer}}
      responses: {"204": {description: done}}
components:
  securitySchemes:
    inQuery: {type: apiKey, in: query, name: key}
    inHeader: {type: apiKey, in: header, name: X-Key}
)";

struct Row {
    const char* name;
    const char* target;
    const char* told;
    http::Headers headers = {};
};

void PrintTo(const Row& row, std::ostream* out) {
    *out << row.name;
}

class ParameterRow : public testing::TestWithParam<Row> {};

TEST_P(ParameterRow, IsDecodedOrRefused) {
    static const auto contract = contract::load_contract_text("api.yaml", document);
    const Row& row = GetParam();
    EXPECT_EQ(checked(contract, {"GET", row.target, row.headers, ""}), row.told);
}

class StrictParameterRow : public testing::TestWithParam<Row> {};

TEST_P(StrictParameterRow, IsDeclaredOrRefused) {
    static const auto contract = contract::load_contract_text("api.yaml", strict_document,
                                                              {.public_url = "", .strict = true});
    const Row& row = GetParam();
    EXPECT_EQ(checked(contract, {"GET", row.target, row.headers, ""}), row.told);
}

const Row strict_rows[] = {
    {"declared", "/things?page=1&tag=a&tag=b", R"({"page":1,"tag":["a","b"]})"},
    {"list_with_brackets", "/things?tag[]=a", R"({"tag":["a"],"tag[]":"a"})"},
    {"brackets_of_no_list", "/things?page[]=1",
     "invalid; query/page[] additionalProperties  <- page[]"},
    {"undeclared_in_order",
     "/things?z=1&page=x&a=2&z=3",
     "invalid; query/page type integer <- NaN; query/z additionalProperties  <- z; "
     "query/a additionalProperties  <- a; header/X-Size type integer <- NaN",
     {{"X-Size", "x"}}},
    {"declared_elsewhere", "/things?X-Size=1",
     "invalid; query/X-Size additionalProperties  <- X-Size"},
    {"name_to_escape", "/things?a/b", "invalid; query/a~1b additionalProperties  <- a/b"},
    {"credential", "/things?key=1", R"({"key":"1"})"},
    {"credential_in_a_header", "/things?X-Key=1",
     "invalid; query/X-Key additionalProperties  <- X-Key"},
    {"headers_and_cookies_stay_free", "/things", "", {{"X-A", "1"}, {"Cookie", "b=1"}}},
};

TEST(StrictParameter, IsToldAtTheOperation) {
    const auto contract = contract::load_contract_text("api.yaml", strict_document,
                                                       {.public_url = "", .strict = true});
    contract::Input input;
    const http::Request request{"GET", "/things?a=1", {}, ""};
    const Verdict verdict =
        check::input({*contract, contract->operations.front(), request, {}}, input);
    ASSERT_EQ(verdict.problems.size(), 1U);
    EXPECT_EQ(verdict.problems[0].schema, "/paths/~1things/get");
    EXPECT_EQ(verdict.problems[0].mark.line, 6U);
}

const Row rows[] = {
    {"defaults_alone", "/things/7", R"({"id":7}{"page":1})"},
    {"joined_by_spaces", "/styles?space=1%202%203", R"({"space":[1,2,3]})"},
    {"joined_by_pipes", "/styles?pipe=1%7Cx", "invalid; query/pipe/1 type integer <- NaN"},
    {"object_taken_apart", "/styles?deep[a]=1", R"({"deep":{"a":"1"},"deep[a]":"1"})"},
    {"content", "/styles?json=[1]", R"({"json":[1]})"},
    {"content_wrong", "/styles?json={}", "invalid; query/json type array <- object"},
    {"content_repeated", "/styles?json=[]&json=[]", "invalid; query/json type array <- array"},
    {"content_that_is_no_json", "/styles?json=[1",
     "invalid; query/json json  <- line 1, column 3: expected ',' or ']', found the end of the "
     "text"},
    {"type_in_a_branch", "/branches?limit=5&part=6", R"({"limit":5,"part":6})"},
    {"type_in_a_branch_wrong", "/branches?part=x", "invalid; query/part type integer <- NaN"},
    {"either_a_number", "/branches?either=5", R"({"either":5})"},
    {"or_a_text", "/branches?either=x", R"({"either":"x"})"},
    {"path_of_another_type", "/things/x", "invalid; path/id type integer <- NaN"},
    {"path_with_leading_zero", "/things/07", "invalid; path/id type integer <- NaN"},
    {"path_that_is_no_integer", "/things/7.5", "invalid; path/id type integer <- number"},
    {"integer_as_written", "/things/7e0?page=2.0", R"({"id":7e0}{"page":2.0})"},
    {"integer_beyond_64_bits", "/things/99999999999999999999?page=1",
     R"({"id":99999999999999999999}{"page":1})"},
    {"negative_zero", "/things/-0", R"({"id":-0}{"page":1})"},
    {"plus_sign", "/things/%2B7", "invalid; path/id type integer <- NaN"},
    {"hexadecimal", "/things/0x7", "invalid; path/id type integer <- NaN"},
    {"infinity", "/things/7?ratio=1e999", R"({"id":7}{"page":1,"ratio":1e999})"},
    {"number", "/things/7?ratio=-0.5e%2B3", R"({"id":7}{"page":1,"ratio":-0.5e+3})"},
    {"number_that_ends_early", "/things/7?ratio=1.", "invalid; query/ratio type number <- NaN"},
    {"number_without_exponent", "/things/7?ratio=1e", "invalid; query/ratio type number <- NaN"},
    {"empty_number", "/things/7?page=", "invalid; query/page type integer <- null"},
    {"number_without_equals", "/things/7?page", "invalid; query/page type integer <- null"},
    {"below_the_minimum", "/things/7?page=0", "invalid; query/page minimum 1 <- 0"},
    {"repeated", "/things/7?page=1&page=2", "invalid; query/page type integer <- array"},
    {"boolean", "/things/7?flag=false", R"({"id":7}{"page":1,"flag":false})"},
    {"no_boolean", "/things/7?flag=1", "invalid; query/flag type boolean <- string"},
    {"string_of_digits", "/things/7?word=12", R"({"id":7}{"page":1,"word":"12"})"},
    {"string_empty", "/things/7?word=", R"({"id":7}{"page":1,"word":""})"},
    {"string_decoded", "/things/7?word=a+%26", R"({"id":7}{"page":1,"word":"a &"})"},
    {"name_decoded", "/things/7?w%6Frd=a", R"({"id":7}{"page":1,"word":"a"})"},
    {"string_too_long", "/things/7?word=abcd", "invalid; query/word maxLength 3 <- 4"},
    {"bytes_that_are_no_text", "/things/7?word=%ff", "{\"id\":7}{\"page\":1,\"word\":\"\uFFFD\"}"},
    {"null_or_integer", "/things/7?maybe=3", R"({"id":7}{"page":1,"maybe":3})"},
    {"list_of_one", "/things/7?tag=a", R"({"id":7}{"page":1,"tag":["a"]})"},
    {"list_repeated", "/things/7?tag=a,b&tag=c", R"({"id":7}{"page":1,"tag":["a,b","c"]})"},
    {"list_with_brackets", "/things/7?tag[]=a&tag%5B%5D=b",
     R"({"id":7}{"page":1,"tag":["a","b"],"tag[]":"a"})"},
    {"list_too_long", "/things/7?tag=a&tag=b&tag=c&tag=d", "invalid; query/tag maxItems 3 <- 4"},
    {"list_joined", "/things/7?ids=1,2", R"({"id":7}{"page":1,"ids":[1,2]})"},
    {"list_joined_wrong", "/things/7?ids=1,x,,2",
     "invalid; query/ids/1 type integer <- NaN; query/ids/2 type integer <- null"},
    {"undeclared", "/things/7?z=1&z=2&y", R"({"id":7}{"page":1,"z":"1","y":""})"},
    {"empty_pairs", "/things/7?&&=&", R"({"id":7}{"page":1,"":""})"},
    {"header", "/things/7", R"({"id":7}{"page":1}{"X-Size":5})", {{"x-size", "5"}}},
    {"header_wrong",
     "/things/7",
     "invalid; header/X-Size type integer <- NaN",
     {{"X-Size", "big"}}},
    {"header_repeated_first_counts",
     "/things/7",
     R"({"id":7}{"page":1}{"X-Size":5})",
     {{"X-Size", "5"}, {"X-Size", "6"}}},
    {"header_list",
     "/things/7",
     R"({"id":7}{"page":1}{"X-List":[1,2,3]})",
     {{"X-List", "1,2"}, {"x-list", "3"}}},
    {"cookie",
     "/things/7",
     R"({"id":7}{"page":1}{"crumb":"a b"})",
     {{"Cookie", "x=1; crumb=a%20b"}}},
    {"all_parts_in_order",
     "/things/x?page=0&word=abcd",
     "invalid; path/id type integer <- NaN; query/page minimum 1 <- 0; "
     "query/word maxLength 3 <- 4; header/X-Size type integer <- NaN",
     {{"X-Size", "-"}}},
    {"everything_missing", "/needs",
     "invalid; query/a required string <- undefined; query/d required array <- undefined; "
     "header/B required integer <- undefined; cookie/c required boolean <- undefined"},
    {"path_parameter_that_nobody_declared", "/undeclared/x/2", R"({"b":2,"a":"x"})"},
    {"list_in_the_path", "/lists/a,b", R"({"list":["a","b"]})"},
};
INSTANTIATE_TEST_SUITE_P(Parameter, ParameterRow, testing::ValuesIn(rows),
                         [](const auto& row) { return row.param.name; });
INSTANTIATE_TEST_SUITE_P(Parameter, StrictParameterRow, testing::ValuesIn(strict_rows),
                         [](const auto& row) { return row.param.name; });

}  // namespace

}  // namespace standin::check
