// Bodies: media types, JSON, policies.
#include "tests/check/input_row.h"

namespace standin::check {

namespace {

// One POST for each way to declare a body; {policy} goes to the root's extension.
std::string document_with(const std::string& policy) {
    return R"(
openapi: 3.1.0
paths:
  /optional:
    post:
      requestBody: {content: {application/json: {schema: {$ref: "#/components/schemas/T"}}}}
      responses: {"204": {description: done}}
  /required:
    post:
      requestBody:
        required: true
        content: {application/json: {schema: {$ref: "#/components/schemas/T"}}}
      responses: {"204": {description: done}}
  /ranges:
    post:
      requestBody:
        content:
          "*/*": {}
          application/*: {schema: {maxProperties: 2}}
          application/vnd.thing+json: {schema: {maxProperties: 1}}
          text/plain: {schema: {type: string}}
      responses: {"204": {description: done}}
  /form:
    post:
      requestBody:
        content:
          multipart/form-data: {schema: {type: object}}
          application/json: {schema: {$ref: "#/components/schemas/T"}}
      responses: {"204": {description: done}}
  /both:
    post:
      parameters: [{name: page, in: query, schema: {type: integer}}]
      requestBody: {content: {application/json: {schema: {$ref: "#/components/schemas/T"}}}}
      responses: {"204": {description: done}}
  /none:
    post: {responses: {"204": {description: done}}}
components:
  schemas:
    T:
      type: object
      required: [id, name]
      properties:
        id: {type: string, readOnly: true}
        name: {type: string}
        size: {type: integer}
x-standin: )" +
           policy;
}

struct Row {
    const char* name;
    const char* path;
    std::string body;
    const char* media_type;  // "" = none is sent
    std::string told;
    const char* policy = "{}";
};

void PrintTo(const Row& row, std::ostream* out) {
    *out << row.name;
}

class BodyRow : public testing::TestWithParam<Row> {};

TEST_P(BodyRow, IsReadOrRefused) {
    const Row& row = GetParam();
    const auto contract = contract::load_contract_text("api.yaml", document_with(row.policy));
    http::Request request{"POST", row.path, {}, row.body};
    if (*row.media_type) request.headers.add("Content-Type", row.media_type);
    EXPECT_EQ(checked(contract, request), row.told);
}

std::string nested(size_t levels) {
    return "{\"name\":\"a\",\"x\":" + std::string(levels, '[') + std::string(levels, ']') + "}";
}

const char* const json = "application/json";
const char* const ignored = "{body: {media_type: ignore, unreadable: empty_object}}";
const std::string good = R"({"name":"a"})";

const Row rows[] = {
    {"good", "/optional", good, json, " body " + good},
    {"charset", "/optional", good, "Application/JSON; charset=utf-8", " body " + good},
    {"white_space_around", "/optional", " \n" + good + "\n", json, " body " + good},
    {"other_json", "/optional", good, "application/problem+json",
     "unsupported_media_type; body mediaType application/json <- application/problem+json"},
    {"text", "/optional", good, "text/plain",
     "unsupported_media_type; body mediaType application/json <- text/plain"},
    {"no_media_type", "/optional", good, "",
     "unsupported_media_type; body mediaType application/json <- undefined"},
    {"no_type_at_all", "/optional", good, "json",
     "unsupported_media_type; body mediaType application/json <- json"},
    {"empty_optional", "/optional", "", json, ""},
    {"empty_optional_of_another_type", "/optional", "", "text/plain", ""},
    {"empty_required", "/required", "", json, "unreadable_body; body body  <- undefined"},
    {"empty_required_without_type", "/required", "", "",
     "unreadable_body; body body  <- undefined"},
    {"blank", "/optional", " ", json,
     "unreadable_body; body json  <- line 1, column 2: expected a value, "
     "found the end of the text"},
    {"not_utf8", "/optional", "{\"name\":\"\xff\"}", json,
     "unreadable_body; body json  <- line 1, column 10: invalid UTF-8"},
    {"two_values", "/optional", "{}{}", json,
     "unreadable_body; body json  <- line 1, column 3: expected the end of the text, "
     "found '{'"},
    {"null", "/optional", "null", json, "invalid; body type object <- null"},
    {"every_problem", "/optional", R"({"size":"x"})", json,
     "invalid; body/name required string <- undefined; body/size type integer <- string"},
    {"depth_that_is_taken", "/optional", nested(511), json, " body " + nested(511)},
    {"too_deep", "/optional", nested(512), json, "body_too_deep; body depth 512 <- "},
    {"narrowest_range", "/ranges", R"({"a":1,"b":2})", "application/vnd.thing+json",
     "invalid; body maxProperties 1 <- 2"},
    {"middle_range", "/ranges", R"({"a":1,"b":2})", json, R"( body {"a":1,"b":2})"},
    {"middle_range_refuses", "/ranges", R"({"a":1,"b":2,"c":3})", json,
     "invalid; body maxProperties 2 <- 3"},
    {"range_without_json", "/ranges", "%PDF", "application/pdf", ""},
    {"widest_range", "/ranges", "\x89PNG", "image/png", ""},
    {"widest_range_with_json", "/ranges", "[1]", "image/x+json", " body [1]"},
    {"widest_range_without_type", "/ranges", "[1]", "", " body [1]"},
    {"text_read", "/ranges", "hello", "text/plain", " body \"hello\""},
    {"form_without_parts", "/form", "--x--", "multipart/form-data; boundary=x", " body {}"},
    {"form_that_is_none", "/form", "--x", "multipart/form-data; boundary=x",
     "unreadable_body; body multipart  <- no line begins with the boundary"},
    {"json_beside_a_form", "/form", "{}", json, "invalid; body/name required string <- undefined"},
    {"operation_without_body", "/none", "anything", "text/plain", ""},
    {"type_ignored", "/required", good, "text/plain", " body " + good, ignored},
    {"unreadable_as_empty", "/required", "{", json,
     "invalid; body/name required string <- undefined", ignored},
    {"empty_as_empty", "/optional", "", "", "invalid; body/name required string <- undefined",
     ignored},
    {"too_deep_in_any_case", "/optional", nested(512), "", "body_too_deep; body depth 512 <- ",
     ignored},
    {"first_of_several_where_ignored", "/form", "{}", json, "", ignored},
};
INSTANTIATE_TEST_SUITE_P(Body, BodyRow, testing::ValuesIn(rows),
                         [](const auto& row) { return row.param.name; });

TEST(Body, ProblemsOfParametersStandBeforeThoseOfTheBody) {
    const auto contract = contract::load_contract_text("api.yaml", document_with("{}"));
    const http::Request request{
        "POST", "/both?page=x", {{"Content-Type", json}}, R"({"size":"x"})"};
    EXPECT_EQ(checked(contract, request),
              "invalid; query/page type integer <- NaN; body/name required string <- undefined; "
              "body/size type integer <- string");
}

TEST(Body, UnreadableIsToldAlone) {
    const auto contract = contract::load_contract_text("api.yaml", document_with("{}"));
    const http::Request request{"POST", "/both?page=x", {{"Content-Type", "text/plain"}}, "{}"};
    EXPECT_EQ(checked(contract, request),
              "unsupported_media_type; body mediaType application/json <- text/plain");
}

}  // namespace

}  // namespace standin::check
