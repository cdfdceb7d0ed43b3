// Forms: urlencoded and of parts, of every version of OpenAPI, in every dialect.
#include "tests/check/input_row.h"

namespace standin::check {

namespace {

constexpr std::string_view document = R"(
openapi: 3.1.0
paths:
  /plain:
    post:
      requestBody:
        content:
          application/x-www-form-urlencoded: {schema: {$ref: "#/components/schemas/Order"}}
          multipart/form-data: {schema: {$ref: "#/components/schemas/Order"}}
      responses: {"204": {description: done}}
  /said:
    post:
      requestBody:
        content:
          application/x-www-form-urlencoded:
            schema: {$ref: "#/components/schemas/Order"}
            encoding:
              tags: {style: pipeDelimited, explode: false}
              size: {style: form, explode: true}
              lines: {contentType: application/json}
      responses: {"204": {description: done}}
  /typed:
    post:
      requestBody:
        content:
          multipart/form-data:
            schema:
              type: object
              properties:
                file: {type: string, contentMediaType: image/png}
                files: {type: array, items: {type: string, format: binary}}
                meta: {type: object, properties: {a: {type: integer}}}
              additionalProperties: {type: integer}
            encoding:
              file: {contentType: "image/png, text/*"}
              meta:
                contentType: text/json
                headers:
                  X-Size: {required: true, schema: {type: integer, maximum: 9}}
                  X-Words: {schema: {type: array, items: {type: string, maxLength: 2}}}
      responses: {"204": {description: done}}
components:
  schemas:
    Order:
      type: object
      properties:
        name: {type: string}
        count: {type: integer}
        rush: {type: boolean}
        note: {type: ["null", string]}
        tags: {type: array, items: {type: string}}
        ids: {type: array, items: {type: integer}}
        size: {type: object, properties: {w: {type: integer}, unit: {type: string}}}
        lines: {type: array, items: {type: object, properties: {n: {type: integer}}}}
)";

const char* const urlencoded = "application/x-www-form-urlencoded";

struct Row {
    const char* name;
    const char* path;
    const char* media_type;
    std::string body;
    const char* told;
    http::Headers headers = {};
};

void PrintTo(const Row& row, std::ostream* out) {
    *out << row.name;
}

class FormRow : public testing::TestWithParam<Row> {};

TEST_P(FormRow, IsReadOrRefused) {
    static const auto contract = contract::load_contract_text("api.yaml", document);
    const Row& row = GetParam();
    http::Request request{"POST", row.path, row.headers, row.body};
    request.headers.add("Content-Type", row.media_type);
    EXPECT_EQ(checked(contract, request), row.told);
}

Row plain(const char* name, const char* body, const char* told, http::Headers headers = {}) {
    return {name, "/plain", urlencoded, body, told, std::move(headers)};
}

Row said(const char* name, const char* body, const char* told) {
    return {name, "/said", urlencoded, body, told};
}

const char* const arrays = "X-Standin-Form-Array-Format";
const char* const objects = "X-Standin-Form-Object-Format";

const Row rows[] = {
    plain("every_type", "name=a+b&count=2&rush=false",
          R"( body {"name":"a b","count":2,"rush":false})"),
    plain("in_the_order_of_the_schema", "count=2&name=a", R"( body {"name":"a","count":2})"),
    plain("others_behind", "x=1&name=a&y[z]=2", R"( body {"name":"a","x":"1","y":{"z":"2"}})"),
    plain("others_repeated", "x=1&x=2", R"( body {"x":["1","2"]})"),
    plain("decoded", "n%61me=%26%3D", R"( body {"name":"&="})"),
    plain("empty_text", "name=&note=", R"( body {"name":"","note":""})"),
    plain("no_integer", "count=two", "invalid; body/count type integer <- string"),
    plain("empty_integer", "count=", "invalid; body/count type integer <- string"),
    plain("repeated_text", "name=a&name=b", "invalid; body/name type string <- array"),
    plain("repeated", "tags=a&tags=b,c", R"( body {"tags":["a","b,c"]})"),
    plain("one_of_a_list", "tags=a", R"( body {"tags":["a"]})"),
    plain("with_brackets", "tags[]=a&tags[]=b", R"( body {"tags":["a","b"]})"),
    plain("with_numbers", "ids[1]=1&ids[0]=0", R"( body {"ids":[0,1]})"),
    plain("wrong_item", "ids=1&ids=x", "invalid; body/ids/1 type integer <- string"),
    plain("list_as_json", "ids=[1,2]", R"( body {"ids":[1,2]})"),
    plain("text_that_looks_like_a_list", "tags=[1,2]", R"( body {"tags":["[1,2]"]})"),
    plain("object_in_brackets", "size[w]=1&size[unit]=cm", R"( body {"size":{"w":1,"unit":"cm"}})"),
    plain("object_as_json", "size={\"w\":1}", R"( body {"size":{"w":1}})"),
    plain("object_as_broken_json", "size={\"w\":1",
          "invalid; body/size json  <- line 1, column 7: expected ',' or '}', found the end of the "
          "text"),
    plain("object_that_is_none", "size=big", "invalid; body/size type object <- string"),
    plain("object_wrong", "size[w]=x", "invalid; body/size/w type integer <- string"),
    plain("items_with_members", "lines[0][n]=1&lines[1][n]=2",
          R"( body {"lines":[{"n":1},{"n":2}]})"),
    plain("items_without_numbers", "lines[][n]=1&lines[][n]=2",
          R"( body {"lines":[{"n":1},{"n":2}]})"),
    plain("brackets_that_do_not_close", "size[w=1", R"( body {"size[w":"1"})"),
    plain("dialect_comma", "tags=a,b", R"( body {"tags":["a","b"]})", {{arrays, "comma"}}),
    plain("dialect_comma_encoded", "tags=a%2Cb", R"( body {"tags":["a","b"]})",
          {{arrays, "comma"}}),
    plain("dialect_pipe", "tags=a|b", R"( body {"tags":["a","b"]})", {{arrays, "pipe"}}),
    plain("dialect_space", "tags=a+b", R"( body {"tags":["a","b"]})", {{arrays, "space"}}),
    plain("dialect_repeat", "tags=a,b", R"( body {"tags":["a,b"]})", {{arrays, "repeat"}}),
    plain("dialect_brackets", "tags[]=a", R"( body {"tags":["a"]})", {{arrays, "brackets"}}),
    plain("dialect_dots", "size.w=1", R"( body {"size":{"w":1}})", {{objects, "dots"}}),
    plain("dialect_flat", "w=1&unit=cm", R"( body {"size":{"w":1,"unit":"cm"}})",
          {{objects, "flat"}}),
    plain("dialect_flat_comma", "size=w,1,unit,cm", R"( body {"size":{"w":1,"unit":"cm"}})",
          {{objects, "flat-comma"}}),
    plain("dialect_object_brackets", "size[w]=1", R"( body {"size":{"w":1}})",
          {{objects, "brackets"}}),
    plain("dialect_of_another_word", "tags=a,b", R"( body {"tags":["a,b"]})", {{arrays, "csv"}}),
    plain("dialect_of_steady", "tags=a,b", R"( body {"tags":["a","b"]})",
          {{"X-Steady-Form-Array-Format", "comma"}}),
    said("said_style", "tags=a|b", R"( body {"tags":["a","b"]})"),
    said("said_flat", "w=1&unit=cm", R"( body {"size":{"w":1,"unit":"cm"}})"),
    said("said_json", "lines=[{\"n\":1}]", R"( body {"lines":[{"n":1}]})"),
    said("said_json_of_each", "lines={\"n\":1}&lines={\"n\":2}",
         R"( body {"lines":[{"n":1},{"n":2}]})"),
};
INSTANTIATE_TEST_SUITE_P(Form, FormRow, testing::ValuesIn(rows),
                         [](const auto& row) { return row.param.name; });

Row parts(const char* name, const char* path, const std::string& body, const char* told) {
    return {name, path, "multipart/form-data; boundary=b", body + "--b--\r\n", told};
}

std::string part(const std::string& name, const std::string& text, const std::string& type = "") {
    return "--b\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n" +
           (type.empty() ? "" : "Content-Type: " + type + "\r\n") + "\r\n" + text + "\r\n";
}

// A field takes half a kilobyte, however short it is.
TEST(Form, HasNoMoreFieldsThanAnybodySends) {
    const auto contract = contract::load_contract_text("form.yaml", document);
    const auto told = [&](size_t fields) {
        std::string body;
        for (size_t i = 0; i < fields; ++i) body += i == 0 ? "name=a" : "&x";
        return checked(contract, {"POST", "/plain", {{"Content-Type", urlencoded}}, body});
    };
    EXPECT_EQ(told(100'001), "unreadable_body; body fields 100000 <- 100001");
    EXPECT_EQ(told(100'000).substr(0, 20), " body {\"name\":\"a\",\"x");
}

const Row part_rows[] = {
    parts("types", "/plain", part("name", "a+b") + part("count", "2") + part("rush", "true"),
          R"( body {"name":"a+b","count":2,"rush":true})"),
    parts("lists", "/plain", part("tags", "a") + part("tags", "b") + part("ids[]", "1"),
          R"( body {"tags":["a","b"],"ids":[1]})"),
    parts("json_of_its_own", "/plain", part("size", "{\"w\":1}", "application/json"),
          R"( body {"size":{"w":1}})"),
    parts("json_list", "/plain", part("ids", "[1,2]", "application/json"),
          R"( body {"ids":[1,2]})"),
    parts("json_without_a_type", "/plain", part("size", "{\"w\":1}"), R"( body {"size":{"w":1}})"),
    parts("json_of_a_text", "/plain", part("name", "\"a\"", "application/json"),
          R"( body {"name":"a"})"),
    parts("json_of_another", "/plain", part("x", "{\"y\":1}", "application/json"),
          R"( body {"x":{"y":1}})"),
    parts("members_in_brackets", "/plain", part("size[w]", "1"), R"( body {"size":{"w":1}})"),
    parts("files", "/typed", part("files", "a\r\nb") + part("files", ""),
          R"( body {"files":["a\r\nb",""]})"),
    parts("allowed_type", "/typed", part("file", "x", "image/png"), R"( body {"file":"x"})"),
    parts("allowed_range", "/typed", part("file", "x", "text/css"), R"( body {"file":"x"})"),
    parts("other_type", "/typed", part("file", "x", "image/gif"),
          "invalid; body/file mediaType image/png, text/* <- image/gif"),
    parts("other_type_and_more", "/typed", part("file", "x", "image/gif") + part("y", "z"),
          "invalid; body/file mediaType image/png, text/* <- image/gif; "
          "body/y type integer <- string"),
    parts("headers", "/typed", part("meta", "x", "text/json\r\nX-Size: 7"),
          "invalid; body/meta type object <- string"),
    parts("headers_missing", "/typed", part("meta", "{}"),
          "invalid; body/meta/X-Size required integer <- undefined"),
    parts("headers_wrong", "/typed",
          part("meta", "{}", "text/json\r\nX-Size: 10\r\nX-Words: a,bcd"),
          "invalid; body/meta/X-Size maximum 9 <- 10; body/meta/X-Words/1 maxLength 2 <- 3"),
    parts("typed_others", "/typed", part("y", "7"), R"( body {"y":7})"),
};
INSTANTIATE_TEST_SUITE_P(Parts, FormRow, testing::ValuesIn(part_rows),
                         [](const auto& row) { return row.param.name; });

constexpr std::string_view swagger = R"(
swagger: "2.0"
paths:
  /form:
    post:
      consumes: [application/x-www-form-urlencoded, multipart/form-data]
      parameters:
        - {name: name, in: formData, type: string, required: true, maxLength: 3}
        - {name: count, in: formData, type: integer, default: 1}
        - {name: ids, in: formData, type: array, items: {type: integer}, collectionFormat: pipes}
        - {name: all, in: formData, type: array, items: {type: string}, collectionFormat: multi}
        - {name: free, in: formData, type: integer, allowEmptyValue: true}
        - {name: file, in: formData, type: file}
      responses: {200: {description: done}}
)";

struct SwaggerRow {
    const char* name;
    const char* body;
    const char* told;
};

void PrintTo(const SwaggerRow& row, std::ostream* out) {
    *out << row.name;
}

class SwaggerForm : public testing::TestWithParam<SwaggerRow> {};

TEST_P(SwaggerForm, IsReadOrRefused) {
    static const auto contract = contract::load_contract_text("api.yaml", swagger);
    EXPECT_EQ(checked(contract, {"POST", "/form", {{"Content-Type", urlencoded}}, GetParam().body}),
              GetParam().told);
}

const SwaggerRow swagger_rows[] = {
    {"defaults", "name=a", R"( body {"name":"a","count":1})"},
    {"every_type", "name=a&count=2&ids=1|2&all=x&all=y&free=3&file=z",
     R"( body {"name":"a","count":2,"ids":[1,2],"all":["x","y"],"free":3,"file":"z"})"},
    {"every_problem", "name=abcd&count=x&ids=1|y",
     "invalid; body/name maxLength 3 <- 4; body/count type integer <- NaN; "
     "body/ids/1 type integer <- NaN"},
    {"missing", "x=1", "invalid; body/name required string <- undefined"},
    {"empty", "", "unreadable_body; body body  <- undefined"},
    {"empty_where_it_may_be", "name=a&free=", R"( body {"name":"a","count":1,"free":""})"},
    {"others", "name=a&x=1", R"( body {"name":"a","count":1,"x":"1"})"},
};
INSTANTIATE_TEST_SUITE_P(Form, SwaggerForm, testing::ValuesIn(swagger_rows),
                         [](const auto& row) { return row.param.name; });

}  // namespace

}  // namespace standin::check
