// Every style, exploded or not, of every type: OpenAPI's own table of examples, and what clients
// make of it.
#include "tests/check/input_row.h"

namespace standin::check {

namespace {

struct Row {
    const char* name;
    const char* parameter;  // of the Parameter Object, but its name, place and schema
    const char* schema;
    const char* sent;
    const char* told;
};

void PrintTo(const Row& row, std::ostream* out) {
    *out << row.name;
}

// A parameter "color" and what is sent for it, in one place.
std::string told(const Row& row, const std::string& place) {
    const bool in_path = place == "path";
    const std::string document =
        std::string("openapi: 3.2.0\npaths:\n  /") + (in_path ? "{color}" : "x") +
        ":\n    get:\n      parameters:\n        - {name: color, in: " + place +
        (in_path ? ", required: true" : "") + row.parameter + ", schema: " + row.schema + "}\n";
    const auto contract = contract::load_contract_text("api.yaml", document);
    http::Request request{"GET", in_path ? '/' + std::string(row.sent) : "/x", {}, ""};
    if (place == "query") request.target += '?' + std::string(row.sent);
    if (place == "header") request.headers.add("Color", row.sent);
    if (place == "cookie") request.headers.add("Cookie", row.sent);
    const match::Router router({contract});
    const match::Match match = router.find("GET", request.path());
    if (!match.operation) return "no operation";
    contract::Input input;
    const Verdict verdict =
        check::input({*contract, *match.operation, request, match.path_values}, input);
    if (!verdict.fine()) return text_of(verdict, input);
    const Value* parts[] = {&input.path, &input.query, &input.header, &input.cookie};
    for (const Value* part : parts) {
        if (const Value* color = part->find("color")) return to_json(*color);
    }
    return "nothing";
}

const char* const text = "{type: string}";
const char* const list = "{type: array, items: {type: string}}";
const char* const rgb =
    "{type: object, required: [R], properties: {R: {type: integer}, G: {type: integer}, "
    "B: {type: integer}}}";
const char* const open = "{type: object, additionalProperties: {type: boolean}}";

const char* const blue = "\"blue\"";
const char* const colors = R"(["blue","black","brown"])";
const char* const numbers = R"({"R":100,"G":200,"B":150})";

class PathStyle : public testing::TestWithParam<Row> {};
TEST_P(PathStyle, IsDecoded) {
    EXPECT_EQ(told(GetParam(), "path"), GetParam().told);
}
const Row path_rows[] = {
    {"matrix_empty", ", style: matrix", text, ";color", "\"\""},
    {"matrix_text", ", style: matrix", text, ";color=blue", blue},
    {"matrix_array", ", style: matrix", list, ";color=blue,black,brown", colors},
    {"matrix_object", ", style: matrix", rgb, ";color=R,100,G,200,B,150", numbers},
    {"matrix_exploded_text", ", style: matrix, explode: true", text, ";color=blue", blue},
    {"matrix_exploded_array", ", style: matrix, explode: true", list,
     ";color=blue;color=black;color=brown", colors},
    {"matrix_exploded_object", ", style: matrix, explode: true", rgb, ";R=100;G=200;B=150",
     numbers},
    {"matrix_of_another_name", ", style: matrix", text, ";colour=blue", "\"colour=blue\""},
    {"matrix_without_a_mark", ", style: matrix", text, "blue", blue},
    {"matrix_integer", ", style: matrix", "{type: integer}", ";color=7", "7"},
    {"matrix_encoded_comma", ", style: matrix", list, ";color=a%2Cb,c", R"(["a,b","c"])"},
    {"label_empty", ", style: label", text, ".", "\"\""},
    {"label_text", ", style: label", text, ".blue", blue},
    {"label_array", ", style: label", list, ".blue,black,brown", colors},
    {"label_array_of_older_texts", ", style: label", list, ".blue.black.brown", colors},
    {"label_object", ", style: label", rgb, ".R,100,G,200,B,150", numbers},
    {"label_object_of_older_texts", ", style: label", rgb, ".R.100.G.200.B.150", numbers},
    {"label_exploded_text", ", style: label, explode: true", text, ".blue", blue},
    {"label_exploded_array", ", style: label, explode: true", list, ".blue.black.brown", colors},
    {"label_exploded_object", ", style: label, explode: true", rgb, ".R=100.G=200.B=150", numbers},
    {"label_encoded_dot", ", style: label, explode: true", list, ".a%2Eb.c", R"(["a.b","c"])"},
    {"simple_text", "", text, "blue", blue},
    {"simple_text_with_comma", "", text, "a%2Cb,c", "\"a,b,c\""},
    {"simple_array", "", list, "blue,black,brown", colors},
    {"simple_array_encoded_comma", "", list, "a%2Cb,c%20d", R"(["a,b","c d"])"},
    {"simple_object", "", rgb, "R,100,G,200,B,150", numbers},
    {"simple_exploded_text", ", explode: true", text, "blue", blue},
    {"simple_exploded_array", ", explode: true", list, "blue,black,brown", colors},
    {"simple_exploded_object", ", explode: true", rgb, "R=100,G=200,B=150", numbers},
    {"simple_object_wrong", "", rgb, "R,x", "invalid; path/color/R type integer <- string"},
    {"simple_object_missing", "", rgb, "G,1",
     "invalid; path/color/R required integer <- undefined"},
    {"simple_no_object", "", rgb, "red", "invalid; path/color type object <- string"},
};
INSTANTIATE_TEST_SUITE_P(Style, PathStyle, testing::ValuesIn(path_rows),
                         [](const auto& row) { return row.param.name; });

class QueryStyle : public testing::TestWithParam<Row> {};
TEST_P(QueryStyle, IsDecoded) {
    EXPECT_EQ(told(GetParam(), "query"), GetParam().told);
}
const char* const joined = ", explode: false";
const char* const spaces = ", style: spaceDelimited";
const char* const pipes = ", style: pipeDelimited";
const char* const deep = ", style: deepObject, explode: true";
const Row query_rows[] = {
    {"form_empty", "", text, "color=", "\"\""},
    {"form_without_equals", "", text, "color", "\"\""},
    {"form_text", "", text, "color=blue", blue},
    {"form_array", "", list, "color=blue&color=black&color=brown", colors},
    {"form_object", "", rgb, "R=100&G=200&B=150", numbers},
    {"form_joined_text", joined, text, "color=blue", blue},
    {"form_joined_array", joined, list, "color=blue,black,brown", colors},
    {"form_joined_object", joined, rgb, "color=R,100,G,200,B,150", numbers},
    {"form_joined_encoded_comma", joined, list, "color=a%2Cb,c", R"(["a,b","c"])"},
    {"form_joined_comma_of_numbers", joined, "{type: array, items: {type: integer}}", "color=1%2C2",
     "[1,2]"},
    {"form_joined_empty", joined, list, "color=", R"([""])"},
    {"form_object_missing", "", rgb, "G=200",
     "invalid; query/color/R required integer <- undefined"},
    {"form_object_absent", "", rgb, "x=1", "nothing"},
    {"form_object_wrong", "", rgb, "R=x", "invalid; query/color/R type integer <- string"},
    {"form_object_of_any_name", "", open, "a=true&b=false", R"({"a":true,"b":false})"},
    {"form_array_with_brackets", "", list, "color[]=blue&color%5B%5D=black", R"(["blue","black"])"},
    {"form_array_with_numbers", "", list, "color[1]=black&color[0]=blue", R"(["blue","black"])"},
    {"form_object_with_brackets", "", rgb, "color[R]=100", R"({"R":100})"},
    {"form_joined_array_repeated", joined, list, "color=a,b&color=c", R"(["a,b","c"])"},
    {"reserved", ", allowReserved: true", text, "color=a/b?c:@!$'()*,;", R"("a/b?c:@!$'()*,;")"},
    {"spaces_array", spaces, list, "color=blue%20black%20brown", colors},
    {"spaces_as_plus", spaces, list, "color=blue+black+brown", colors},
    {"spaces_object", spaces, rgb, "color=R%20100%20G%20200%20B%20150", numbers},
    {"spaces_exploded", ", style: spaceDelimited, explode: true", list,
     "color=blue&color=black&color=brown", colors},
    {"pipes_array", pipes, list, "color=blue%7Cblack%7Cbrown", colors},
    {"pipes_as_they_are", pipes, list, "color=blue|black|brown", colors},
    {"pipes_object", pipes, rgb, "color=R%7C100%7CG%7C200%7CB%7C150", numbers},
    {"pipes_exploded", ", style: pipeDelimited, explode: true", list,
     "color=blue&color=black&color=brown", colors},
    {"deep_object", deep, rgb, "color%5BR%5D=100&color%5BG%5D=200&color%5BB%5D=150", numbers},
    {"deep_object_as_it_is", deep, rgb, "color[R]=100&color[G]=200&color[B]=150", numbers},
    {"deep_of_any_name", deep, open, "color[a]=true&color[b]=x",
     "invalid; query/color/b type boolean <- string"},
    {"deep_array", deep, list, "color[]=a&color[]=b", R"(["a","b"])"},
    {"deep_absent", deep, rgb, "colors[R]=1", "nothing"},
    {"deep_nested", deep,
     "{type: object, properties: {a: {type: object, properties: {b: {type: integer}}}, "
     "c: {type: array, items: {type: boolean}}}}",
     "color[a][b]=1&color[c][]=true&color[c][]=false", R"({"a":{"b":1},"c":[true,false]})"},
    {"deep_nested_numbers", deep, "{type: object, properties: {c: {type: array}}}",
     "color[c][1]=b&color[c][0]=a", R"({"c":["a","b"]})"},
    {"deep_items_that_are_objects", deep, "{type: object}",
     "color[c][][x]=1&color[c][][y]=2&color[c][][x]=3", R"({"c":[{"x":"1","y":"2"},{"x":"3"}]})"},
    {"deep_repeated", deep, rgb, "color[R]=1&color[R]=2",
     "invalid; query/color/R type integer <- array"},
    {"deep_or_a_number", deep,
     "{anyOf: [{type: object, properties: {gt: {type: integer}}}, "
     "{type: integer}]}",
     "color=7", "7"},
    {"deep_and_not_a_number", deep,
     "{anyOf: [{type: object, properties: {gt: {type: integer}}}, "
     "{type: integer}]}",
     "color[gt]=7", R"({"gt":7})"},
    {"deep_not_closed", deep, rgb, "color[R=1", "nothing"},
    {"one_or_several", "", "{type: [string, array], items: {type: string}}", "color=a&color=b",
     R"(["a","b"])"},
    {"of_an_enum_of_numbers", "", "{enum: [1, 2]}", "color=2", "2"},
    {"empty_where_it_may_be", ", allowEmptyValue: true", "{type: integer}", "color=", "\"\""},
    {"repeated", "", text, "color=a&color=b", "invalid; query/color type string <- array"},
};
INSTANTIATE_TEST_SUITE_P(Style, QueryStyle, testing::ValuesIn(query_rows),
                         [](const auto& row) { return row.param.name; });

class HeaderStyle : public testing::TestWithParam<Row> {};
TEST_P(HeaderStyle, IsDecoded) {
    EXPECT_EQ(told(GetParam(), "header"), GetParam().told);
}
const Row header_rows[] = {
    {"text", "", text, "blue", blue},
    {"not_decoded", "", text, "a%20b", "\"a%20b\""},
    {"array", "", list, "blue, black,brown", colors},
    {"object", "", rgb, "R,100,G,200,B,150", numbers},
    {"exploded_array", ", explode: true", list, "blue,black,brown", colors},
    {"exploded_object", ", explode: true", rgb, "R=100,G=200, B=150", numbers},
};
INSTANTIATE_TEST_SUITE_P(Style, HeaderStyle, testing::ValuesIn(header_rows),
                         [](const auto& row) { return row.param.name; });

class CookieStyle : public testing::TestWithParam<Row> {};
TEST_P(CookieStyle, IsDecoded) {
    EXPECT_EQ(told(GetParam(), "cookie"), GetParam().told);
}
const Row cookie_rows[] = {
    {"form_text", "", text, "a=b; color=blue", blue},
    {"form_empty", "", text, "color=", "\"\""},
    {"form_array", "", list, "color=blue; color=black; color=brown", colors},
    {"form_array_in_one", "", list, "color=blue&color=black&color=brown", colors},
    {"form_object", "", rgb, "R=100; G=200; B=150", numbers},
    {"form_object_in_one", "", rgb, "R=100&G=200&B=150", numbers},
    {"form_joined_array", ", explode: false", list, "color=blue,black,brown", colors},
    {"form_joined_object", ", explode: false", rgb, "color=R,100,G,200,B,150", numbers},
    {"form_decoded", "", text, "color=a%20b", "\"a b\""},
    {"cookie_text", ", style: cookie", text, "color=a%20b&c", "\"a%20b&c\""},
    {"cookie_array", ", style: cookie", list, "color=blue; color=black; color=brown", colors},
    {"cookie_joined_array", ", style: cookie, explode: false", list, "color=blue,black,brown",
     colors},
    {"cookie_object", ", style: cookie", rgb, "R=100; G=200; B=150", numbers},
    {"cookie_joined_object", ", style: cookie, explode: false", rgb, "color=R,100,G,200,B,150",
     numbers},
};
INSTANTIATE_TEST_SUITE_P(Style, CookieStyle, testing::ValuesIn(cookie_rows),
                         [](const auto& row) { return row.param.name; });

}  // namespace

}  // namespace standin::check
