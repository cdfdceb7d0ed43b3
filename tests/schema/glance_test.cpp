// Verdicts that are told at a glance: the same as those of a check that looks at everything.
#include "mock/schema/check.h"
#include "tests/schema/told.h"

namespace standin::schema {

namespace {

struct GlanceRow {
    const char* name;
    const char* schema;
    const char* instance;
    bool valid;
    Direction direction = Direction::request;
};

void PrintTo(const GlanceRow& row, std::ostream* out) {
    *out << row.name;
}

class Glanced : public testing::TestWithParam<GlanceRow> {};

TEST_P(Glanced, IsWhatACheckInFullSays) {
    const GlanceRow& row = GetParam();
    Schemas schemas("contract.json", read_marked(row.schema), v2020);
    const Schema& schema = schemas.compile("");
    const auto instance = read_marked(row.instance);
    EXPECT_EQ(is_valid(schema, instance->root(), row.direction), row.valid);
    Problems problems;
    check(schema, instance->root(), {Part::body, "", row.direction}, problems);
    EXPECT_EQ(problems.empty(), row.valid);
    problems.clear();
    check(schema, instance->root(), {Part::body, "", row.direction, true}, problems);
    EXPECT_EQ(are_strangers(problems), row.valid);
}

#define NAMED(names) "{\"properties\":{" names "}}"
#define FIVE R"("a":{"type":"null"},"b":{},"c":{"type":"number"},"d":{},"e":{"type":"string"})"

const GlanceRow members[] = {
    {"in_order", NAMED(FIVE), R"({"a":null,"b":1,"c":1,"d":1,"e":""})", true},
    {"backwards", NAMED(FIVE), R"({"e":"","d":1,"c":1,"b":1,"a":null})", true},
    {"backwards_and_wrong", NAMED(FIVE), R"({"e":"","d":1,"c":1,"b":1,"a":1})", false},
    {"twice_and_the_last_is_right", NAMED(FIVE), R"({"a":1,"e":"","a":null})", true},
    {"twice_and_the_last_is_wrong", NAMED(FIVE), R"({"a":null,"e":"","a":1})", false},
    {"twice_and_looked_for", R"({"properties":{"a":{"type":"null"}}})", R"({"a":1,"a":null})",
     true},
    {"twice_and_looked_for_in_vain", R"({"properties":{"a":{"type":"null"}}})",
     R"({"a":null,"a":1})", false},
    {"required_beside_properties", R"({"properties":{"a":{}},"required":["b"],
        "additionalProperties":{"type":"null"}})",
     R"({"a":1,"b":null})", true},
    {"required_and_not_declared", R"({"properties":{"a":{}},"required":["b"],
        "additionalProperties":false})",
     R"({"a":1,"b":null})", false},
    {"required_and_missing", R"({"properties":{"a":{}},"required":["b"],
        "additionalProperties":{"type":"null"}})",
     R"({"a":1,"c":null})", false},
    {"stranger_replaced", R"({"additionalProperties":{"type":"null"}})", R"({"x":1,"x":null})",
     true},
    {"stranger_that_replaces", R"({"additionalProperties":{"type":"null"}})", R"({"x":null,"x":1})",
     false},
    {"strangers_by_pattern", R"({"patternProperties":{"^x":{"type":"null"}},
        "additionalProperties":false})",
     R"({"xy":null})", true},
    {"strangers_by_no_pattern", R"({"patternProperties":{"^x":{"type":"null"}},
        "additionalProperties":false})",
     R"({"y":null})", false},
    {"not_an_object", R"({"required":["a"]})", "1", true},
};

const GlanceRow kinds[] = {
    {"number_that_is_whole", R"({"type":"integer","minLength":3})", "1.0", true},
    {"number_that_is_not", R"({"type":"integer","minLength":3})", "1.5", false},
    {"limit_of_a_whole_number", R"({"type":"integer","minimum":3})", "2.0", false},
    {"rules_for_another_kind", R"({"minLength":3,"minItems":1})", "[1]", true},
    {"rules_for_this_kind", R"({"minLength":3,"minItems":1})", "[]", false},
    {"false_schema", R"({"items":false})", "[1]", false},
    {"true_schema", R"({"items":true})", "[1]", true},
};

const GlanceRow again[] = {
    {"one_of_light_branches", R"({"oneOf":[{"required":["a"]},{"required":["b"]}]})", R"({"a":1})",
     true},
    {"two_light_branches", R"({"oneOf":[{"required":["a"]},{"required":["b"]}]})",
     R"({"a":1,"b":1})", false},
    {"no_light_branch", R"({"anyOf":[{"required":["a"]},{"required":["b"]}]})", "{}", false},
    {"condition_met", R"({"if":{"properties":{"a":{"const":1}}},"then":{"required":["b"]}})",
     R"({"a":1})", false},
    {"condition_missed", R"({"if":{"properties":{"a":{"const":1}}},"then":{"required":["b"]}})",
     R"({"a":2})", true},
    {"heavy_branches",
     R"({"anyOf":[{"items":{"items":{"minLength":1}}},{"items":{"type":"null"}}]})", R"([[""]])",
     false},
    {"dynamic_scope", R"({"$id":"http://a/s","$ref":"list",
        "$defs":{"item":{"$dynamicAnchor":"item","type":"null"},
        "list":{"$id":"list","items":{"$dynamicRef":"#item"},
        "$defs":{"any":{"$dynamicAnchor":"item"}}}}})",
     "[1]", false},
    {"unevaluated_below", R"({"properties":{"a":{"allOf":[{"properties":{"b":{}}}],
        "unevaluatedProperties":false}}})",
     R"({"a":{"c":1}})", false},
    {"unevaluated_and_known", R"({"properties":{"a":{"allOf":[{"properties":{"b":{}}}],
        "unevaluatedProperties":false}}})",
     R"({"a":{"b":1}})", true},
};

// Rules that see only which members there are, beside members that are walked over.
#define CLOSED_ABC(more) \
    R"({"type":"object","additionalProperties":false,"properties":{"a":{},"b":{},"c":{}},)" more "}"
constexpr auto one_or_two = CLOSED_ABC(R"("oneOf":[{"required":["a"],"not":{"anyOf":[
    {"required":["b"]},{"required":["c"]}]}},{"required":["b","c"],"not":{"required":["a"]}}])");
constexpr auto open_sets = R"({"type":"object","additionalProperties":{"type":"null"},
    "properties":{"a":{},"b":{},"c":{},"d":{},"e":{}},"not":{"required":["e","a"]}})";
const GlanceRow sets[] = {
    {"first_branch", one_or_two, R"({"a":1})", true},
    {"second_branch", one_or_two, R"({"c":1,"b":1})", true},
    {"no_branch", one_or_two, R"({"b":1})", false},
    {"no_member", one_or_two, "{}", false},
    {"all_members", one_or_two, R"({"a":1,"b":1,"c":1})", false},
    {"member_twice", one_or_two, R"({"b":1,"b":1,"c":1})", true},
    {"both_of_one", CLOSED_ABC(R"("oneOf":[{"required":["a"]},{"required":["b"]}])"),
     R"({"a":1,"b":1})", false},
    {"both_of_any", CLOSED_ABC(R"("anyOf":[{"required":["a"]},{"required":["b"]}])"),
     R"({"a":1,"b":1})", true},
    {"none_of_any", CLOSED_ABC(R"("anyOf":[{"required":["a"]},{"required":["b"]}])"), R"({"c":1})",
     false},
    {"all_of_these", CLOSED_ABC(R"("allOf":[{"required":["a"]},{"required":["c"]}])"),
     R"({"a":1,"b":1})", false},
    {"branch_of_another_type", CLOSED_ABC(R"("anyOf":[{"type":"array"},{"required":["b"]}])"),
     R"({"a":1})", false},
    {"branch_that_asks_for_more",
     CLOSED_ABC(R"("anyOf":[{"properties":{"a":{"const":1}}},{"required":["b"]}])"), R"({"a":2})",
     false},
    {"name_that_is_not_declared", CLOSED_ABC(R"("not":{"required":["d"]})"), R"({"a":1})", true},
    {"fifth_name", open_sets, R"({"e":1,"a":1})", false},
    {"fifth_name_alone", open_sets, R"({"e":1,"b":1})", true},
    {"beside_a_stranger_replaced", open_sets, R"({"x":1,"e":1,"x":null})", true},
    {"wrong_beside_a_stranger_replaced", open_sets, R"({"a":1,"x":1,"e":1,"x":null})", false},
    {"sixth_name",
     R"({"type":"object","additionalProperties":false,"properties":{"a":{},"b":{},"c":{},"d":{},
        "e":{},"f":{}},"not":{"required":["f"]}})",
     R"({"f":1})", false},
    {"of_no_object", R"({"additionalProperties":false,"properties":{"a":{},"b":{}},
        "oneOf":[{"required":["a"]},{"required":["b"]}]})",
     "1", false},
};

// Members that travel one way, in objects that are looked at in full on the way.
constexpr auto one_way_schema = R"({"items":{"properties":{"id":{"type":"string","readOnly":true},
    "in":{"required":["a"],"properties":{"a":{"minLength":2}}}},"required":["id"]}})";
const GlanceRow one_way[] = {
    {"missing_in_a_request", one_way_schema, R"([{"in":{"a":"aa"}}])", true},
    {"ignored_in_a_request", one_way_schema, R"([{"id":1,"in":{"a":"aa"}}])", true},
    {"wrong_below", one_way_schema, R"([{"in":{"a":"a"}}])", false},
    {"missing_below", one_way_schema, R"([{"in":{}}])", false},
    {"missing_in_a_response", one_way_schema, R"([{"in":{"a":"aa"}}])", false, Direction::response},
    {"there_in_a_response", one_way_schema, R"([{"id":"","in":{"a":"aa"}}])", true,
     Direction::response},
};

constexpr auto name_of_glance = [](const auto& row) { return row.param.name; };
INSTANTIATE_TEST_SUITE_P(Members, Glanced, testing::ValuesIn(members), name_of_glance);
INSTANTIATE_TEST_SUITE_P(Kinds, Glanced, testing::ValuesIn(kinds), name_of_glance);
INSTANTIATE_TEST_SUITE_P(Again, Glanced, testing::ValuesIn(again), name_of_glance);
INSTANTIATE_TEST_SUITE_P(Sets, Glanced, testing::ValuesIn(sets), name_of_glance);
INSTANTIATE_TEST_SUITE_P(OneWay, Glanced, testing::ValuesIn(one_way), name_of_glance);

// More names than a glance has bits for: the last of them is required.
TEST(Glance, LeavesManyNamesToTheCheck) {
    std::string properties;
    for (int i = 0; i < 100; ++i) {
        properties += (i ? ",\"" : "\"") + std::to_string(i) + R"(":{"type":"null"})";
    }
    Schemas schemas("c.json", read_marked(R"({"properties":{)" + properties + R"(},
        "required":["99"]})"),
                    v2020);
    const Schema& schema = schemas.compile("");
    EXPECT_TRUE(is_valid(schema, read_marked(R"({"99":null})")->root()));
    EXPECT_FALSE(is_valid(schema, read_marked(R"({"98":null})")->root()));
    EXPECT_FALSE(is_valid(schema, read_marked(R"({"98":1,"99":null})")->root()));
}

}  // namespace

}  // namespace standin::schema
