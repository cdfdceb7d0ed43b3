// How stored values are shown, and how they are logged.
#include "mock/contract/shape.h"
#include "tests/contract/told.h"

namespace standin::contract {

namespace {

struct Row {
    const char* name;
    std::string schema;
    std::string value;
    std::string shown;
    std::string logged;
    ShowOptions options = {};
};

void PrintTo(const Row& row, std::ostream* out) {
    *out << row.name;
}

class Show : public testing::TestWithParam<Row> {};

TEST_P(Show, AndLog) {
    const Row& row = GetParam();
    const Source schema = read_source_text("a.yaml", row.schema);
    const Source value = read_source_text("value.json", row.value);
    Shapes shapes;
    const Shape& shape = shapes.of(root_of(schema));
    std::string shown;
    JsonWriter shower(shown, {});
    show(shower, value.root(), &shape, row.options);
    EXPECT_EQ(shown, row.shown);
    std::string logged;
    JsonWriter logger(logged, {});
    write_without_secrets(logger, value.root(), &shape);
    EXPECT_EQ(logged, row.logged);
}

const std::string variable =
    "{x-standin: {reference: {prefix: env., value: value, name: name, flag: flag}}}";
const std::string abc = "properties: {b: {}, a: {}}";
const std::string masked =
    "properties:\n  key: {x-standin: {redact: {first: 2, last: 3, mask: '**', up_to: 6, ";
const std::string preview =
    "properties:\n  hint: {x-standin: {redact: {of: key, first: 1, mask: '...'}}}\n";

const Row rows[] = {
    {"order_of_the_schema", abc, R"({"a":1,"b":2})", R"({"b":2,"a":1})", R"({"a":1,"b":2})"},
    {"unknown_members_behind", abc, R"({"x":0,"a":1,"b":2})", R"({"b":2,"a":1,"x":0})",
     R"({"x":0,"a":1,"b":2})"},
    {"unknown_members_not_shown",
     abc,
     R"({"x":0,"a":1})",
     R"({"a":1})",
     R"({"x":0,"a":1})",
     {.style = {}, .unknown_members = false, .hidden = {}}},
    {"unknown_members_of_an_open_object",
     "properties: {a: {}}\nadditionalProperties: {properties: {d: {}, c: {}}}",
     R"({"x":{"c":1,"d":2},"a":1})",
     R"({"a":1,"x":{"d":2,"c":1}})",
     R"({"x":{"c":1,"d":2},"a":1})",
     {.style = {}, .unknown_members = false, .hidden = {}}},
    {"unknown_members_where_none_is_declared",
     "type: object",
     R"({"b":1,"a":2})",
     R"({"b":1,"a":2})",
     R"({"b":1,"a":2})",
     {.style = {}, .unknown_members = false, .hidden = {}}},
    {"hidden_members_of_the_outermost_object",
     "type: object",
     R"({"a":1,"h":2,"b":{"h":3}})",
     R"({"a":1,"b":{"h":3}})",
     R"({"a":1,"h":2,"b":{"h":3}})",
     {.style = {}, .unknown_members = true, .hidden = {"h"}}},
    {"hidden_member_that_is_declared",
     "properties: {h: {}}",
     R"({"h":2})",
     R"({"h":2})",
     R"({"h":2})",
     {.style = {}, .unknown_members = true, .hidden = {"h"}}},
    {"write_only", "properties: {a: {writeOnly: true}, b: {}}", R"({"a":1,"b":2})", R"({"b":2})",
     R"({"a":"[REDACTED]","b":2})"},
    {"write_only_object", "properties: {a: {writeOnly: true}}", R"({"a":{"b":1}})", "{}",
     R"({"a":"[REDACTED]"})"},
    {"write_only_in_a_list", "items: {properties: {a: {writeOnly: true}}}", R"([{"a":1},{"b":2}])",
     R"([{},{"b":2}])", R"([{"a":"[REDACTED]"},{"b":2}])"},
    {"password", "properties: {a: {format: password}}", R"({"a":"secret"})", R"({"a":"secret"})",
     R"({"a":"[REDACTED]"})"},
    {"passwords", "properties: {a: {items: {format: password}}}", R"({"a":["x","y"]})",
     R"({"a":["x","y"]})", R"({"a":["[REDACTED]","[REDACTED]"]})"},
    {"by_name", "x-standin: {order: sorted}", R"({"c":1,"a":2,"b":{"z":1,"y":2}})",
     R"({"a":2,"b":{"z":1,"y":2},"c":1})", R"({"c":1,"a":2,"b":{"z":1,"y":2}})"},
    {"by_name_declared_or_not", "properties: {c: {}, a: {}}\nx-standin: {order: sorted}",
     R"({"c":1,"b":2,"a":3})", R"({"a":3,"b":2,"c":1})", R"({"c":1,"b":2,"a":3})"},
    {"redacted", masked + "short: no}}}", R"({"key":"abcdefg"})", R"({"key":"ab**efg"})",
     R"({"key":"abcdefg"})"},
    {"redacted_short", masked + "short: no}}}", R"({"key":"abcdef"})", R"({"key":"no"})",
     R"({"key":"abcdef"})"},
    {"redacted_each", masked + "each: '#'}}}", R"({"key":"abc"})", R"({"key":"###"})",
     R"({"key":"abc"})"},
    {"redacted_each_byte", masked + "each: '#'}}}", "{\"key\":\"\u00e9\"}", R"({"key":"##"})",
     "{\"key\":\"\u00e9\"}"},
    {"redacted_empty", masked + "each: '#'}}}", R"({"key":""})", R"({"key":""})", R"({"key":""})"},
    {"redacted_elsewhere", preview, R"({"key":"abc","x":1})", R"({"hint":"a...","x":1})",
     R"({"key":"[REDACTED]","x":1})"},
    {"redacted_of_what_is_not_there", preview, R"({"x":1})", R"({"x":1})", R"({"x":1})"},
    {"redacted_of_a_write_only_member", preview + "  key: {writeOnly: true}\n", R"({"key":"abc"})",
     R"({"hint":"a..."})", R"({"key":"[REDACTED]"})"},
    {"texts_that_no_schema_speaks_of", abc, R"({"x":"s","y":["s",1],"a":1})",
     R"({"a":1,"x":"s","y":["s",1]})", R"({"x":"[REDACTED]","y":["[REDACTED]",1],"a":1})"},
    {"variable", "properties: {v: " + variable + "}", R"({"v":"env.A"})", R"({"v":"env.A"})",
     R"({"v":"[REDACTED]"})"},
    {"variable_told", "properties: {v: " + variable + "}", R"({"v":{"value":"s","name":"n"}})",
     R"({"v":{"value":"s","name":"n"}})", R"({"v":{"value":"[REDACTED]","name":"n"}})"},
    {"variable_of_another_form", "properties: {v: " + variable + "}", R"({"v":{"x":"s"}})",
     R"({"v":{"x":"s"}})", R"({"v":"[REDACTED]"})"},
    {"empty_members_left_out",
     "properties:\n  a: {x-standin: {omit_empty: true}}\n  b: {x-standin: {omit_empty: true}}",
     R"({"a":[],"b":[0],"c":[]})", R"({"b":[0],"c":[]})", R"({"a":[],"b":[0],"c":[]})"},
    {"through_a_reference", "properties: {a: {$ref: '#/$defs/s'}}\n$defs: {s: {writeOnly: true}}",
     R"({"a":1})", "{}", R"({"a":"[REDACTED]"})"},
    {"beside_a_reference", "properties: {a: {$ref: '#/$defs/s', writeOnly: true}}\n$defs: {s: {}}",
     R"({"a":1})", "{}", R"({"a":"[REDACTED]"})"},
    {"all_branches",
     "allOf: [{properties: {b: {}}}, {oneOf: [{properties: {a: {}}}, {properties: {c: {}}}]}]",
     R"({"a":1,"b":2,"c":3})", R"({"b":2,"a":1,"c":3})", R"({"a":1,"b":2,"c":3})"},
    {"recursive", "properties: {z: {$ref: '#'}, a: {}}", R"({"a":1,"z":{"a":2,"z":null}})",
     R"({"z":{"z":null,"a":2},"a":1})", R"({"a":1,"z":{"a":2,"z":null}})"},
    {"recursive_through_branches",
     "properties: {z: {}}\nanyOf: [{$ref: '#'}, {properties: {y: {}}}]", R"({"y":1,"z":2})",
     R"({"z":2,"y":1})", R"({"y":1,"z":2})"},
    {"numbers_as_written", "items: {type: number}", "[1.50,-0,1e2]", "[1.50,-0,1e2]",
     "[1.50,-0,1e2]"},
};
INSTANTIATE_TEST_SUITE_P(Contract, Show, testing::ValuesIn(rows),
                         [](const auto& row) { return row.param.name; });

TEST(ShowAll, WithoutAShapeShowsEverything) {
    const Source value = read_source_text("value.json", R"({"b":[{"a":1}],"a":null})");
    std::string text;
    JsonWriter shower(text, {});
    show(shower, value.root(), nullptr, {});
    EXPECT_EQ(text, R"({"b":[{"a":1}],"a":null})");
    text.clear();
    JsonWriter logger(text, {});
    write_without_secrets(logger, value.root(), nullptr);
    EXPECT_EQ(text, R"({"b":[{"a":1}],"a":null})");
}

TEST(Shapes, KeepOneShapeForASchemaHoweverItIsReached) {
    const Source schema =
        read_source_text("a.yaml",
                         "properties: {a: {$ref: '#/$defs/s'}, b: {$ref: '#/$defs/s'}}\n"
                         "$defs: {s: {type: integer, format: int64}}");
    Shapes shapes;
    const Shape& shape = shapes.of(root_of(schema));
    ASSERT_EQ(shape.properties.size(), 2U);
    EXPECT_EQ(shape.properties[0].shape, shape.properties[1].shape);
    EXPECT_EQ(&shapes.of(root_of(schema)), &shape);
    EXPECT_TRUE(shape.properties[0].shape->is_integer);
    EXPECT_EQ(shape.properties[0].shape->format, "int64");
}

}  // namespace

}  // namespace standin::contract
