// Checks that close objects: members that no schema of their object declares are refused.
#include "tests/schema/told.h"

namespace standin::schema {

namespace {

// A row of a check that closes objects.
ToldRow closed(const char* name, const char* schema, const char* instance,
               std::vector<std::string> problems, Dialect dialect = v2020) {
    return {name, schema, instance, std::move(problems), dialect, Direction::request, true};
}

const ToldRow strangers[] = {
    closed("among_declared", R"({"properties":{"a":{}}})", R"({"y":1,"a":1,"x":2})",
           {"/y additionalProperties - y - 1:1", "/x additionalProperties - x - 1:1"}),
    closed("none", R"({"properties":{"a":{},"b":{}}})", R"({"a":1})", {}),
    closed("in_depth", R"({"properties":{"a":{"items":{"properties":{"b":{}}}}}})",
           R"({"a":[{"b":1},{"c":1}]})",
           {"/a/1/c additionalProperties - c /properties/a/items 1:29"}),
    closed("beside_other_mistakes",
           R"({"required":["alias"],"properties":{"alias":{"type":"string"}}})", R"({"alis":"x"})",
           {"/alias required string undefined /required 1:2",
            "/alis additionalProperties - alis - 1:1"}),
    closed("twice", R"({"properties":{"a":{}}})", R"({"x":1,"x":2})",
           {"/x additionalProperties - x - 1:1"}),
    closed("in_one_that_is_replaced", R"({"properties":{"a":{"properties":{"b":{}}}}})",
           R"({"a":{"c":1},"a":{"b":1}})", {}),
    closed("below_strangers", R"({"properties":{"a":{}}})", R"({"x":{"y":1}})",
           {"/x additionalProperties - x - 1:1"}),
    closed("in_read_only_members",
           R"({"properties":{"a":{"readOnly":true,"properties":{"b":{}}}}})", R"({"a":{"c":1}})",
           {}),
    closed("beyond_a_reference",
           R"({"properties":{"a":{"$ref":"#/$defs/n"}},"$defs":{"n":{"properties":{"a":{}}}}})",
           R"({"a":{"c":1}})", {"/a/c additionalProperties - c /$defs/n 1:55"}),
    closed("in_openapi_3_0", R"({"properties":{"a":{}}})", R"({"b":1})",
           {"/b additionalProperties - b - 1:1"}, oas30),
};

const ToldRow free_ones[] = {
    closed("nothing_declared", "{}", R"({"x":{"y":1}})", {}),
    closed("no_property_declared", R"({"type":"object","minProperties":1})", R"({"x":1})", {}),
    closed("only_required", R"({"required":["a"]})", R"({"a":1,"x":1})", {}),
    closed("only_patterns", R"({"patternProperties":{"^a":{}}})", R"({"x":1})", {}),
    closed("a_free_member", R"({"properties":{"a":{"type":"object"}}})", R"({"a":{"x":1}})", {}),
    closed("explicitly", R"({"properties":{"a":{}},"additionalProperties":true})", R"({"x":1})",
           {}),
    closed("of_a_schema", R"({"properties":{"a":{}},"additionalProperties":{"type":"number"}})",
           R"({"x":1,"y":"1"})", {"/y type number string /additionalProperties/type 1:48"}),
    closed("explicitly_in_a_part",
           R"({"properties":{"a":{}},"allOf":[{"additionalProperties":true}]})", R"({"x":1})", {}),
    closed("unevaluated", R"({"properties":{"a":{}},"unevaluatedProperties":true})", R"({"x":1})",
           {}),
    closed("what_others_close", R"({"properties":{"a":{}},"additionalProperties":false})",
           R"({"x":1})", {"/x additionalProperties - x /additionalProperties 1:24"}),
    closed("what_unevaluated_closes", R"({"properties":{"a":{}},"unevaluatedProperties":false})",
           R"({"x":1})", {"/x unevaluatedProperties - x /unevaluatedProperties 1:24"}),
    closed("required_and_not_declared", R"({"required":["x"],"properties":{"a":{}}})", R"({"x":1})",
           {}),
    closed("by_pattern", R"({"properties":{"a":{}},"patternProperties":{"^x-":{}}})",
           R"({"x-a":1,"y-a":1})", {"/y-a additionalProperties - y-a - 1:1"}),
};

const ToldRow combined[] = {
    closed("all_of", R"({"allOf":[{"properties":{"a":{}}},{"properties":{"b":{}}}]})",
           R"({"a":1,"b":1,"c":1})", {"/c additionalProperties - c /allOf/0 1:11"}),
    closed("all_of_in_depth",
           R"({"allOf":[{"properties":{"m":{"properties":{"a":{}}}}},
                        {"properties":{"m":{"properties":{"b":{}}}}}]})",
           R"({"m":{"a":1,"b":1,"c":1}})",
           {"/m/c additionalProperties - c /allOf/0/properties/m 1:30"}),
    closed("beside_a_reference",
           R"({"$ref":"#/$defs/n","properties":{"a":{}},"$defs":{"n":{"properties":{"b":{}}}}})",
           R"({"a":1,"b":1,"c":1})", {"/c additionalProperties - c - 1:1"}),
    closed("the_branch_that_is_met",
           R"({"oneOf":[{"required":["a"],"properties":{"a":{},"x":{}}},
                        {"required":["b"],"properties":{"b":{},"y":{}}}]})",
           R"({"a":1,"x":1,"y":1})", {"/y additionalProperties - y /oneOf/0 1:11"}),
    closed("all_branches_that_are_met",
           R"({"anyOf":[{"properties":{"a":{}}},{"properties":{"b":{}}}],"properties":{"c":{}}})",
           R"({"a":1,"b":1,"c":1,"d":1})", {"/d additionalProperties - d - 1:1"}),
    closed("no_branch_is_met",
           R"({"properties":{"k":{}},"oneOf":[{"required":["a"],"properties":{"a":{}}},
                                              {"required":["b"],"properties":{"b":{}}}]})",
           R"({"k":1,"x":1})", {"- oneOf - object /oneOf 1:24"}),
    closed("the_only_branch_that_was_meant",
           R"({"oneOf":[{"type":"object","required":["a"],"properties":{"a":{"type":"null"}}},
                        {"type":"null"}]})",
           R"({"x":1})",
           {"/a required null undefined /oneOf/0/required 1:28",
            "/x additionalProperties - x /oneOf/0 1:11"}),
    closed("conditions",
           R"({"properties":{"k":{}},"if":{"properties":{"k":{"const":1},"i":{}}},
               "then":{"properties":{"t":{}}},"else":{"properties":{"e":{}}}})",
           R"({"k":1,"i":1,"t":1,"e":1})", {"/e additionalProperties - e - 1:1"}),
    closed("conditions_that_do_not_hold",
           R"({"properties":{"k":{}},"if":{"properties":{"k":{"const":1},"i":{}}},
               "then":{"properties":{"t":{}}},"else":{"properties":{"e":{}}}})",
           R"({"k":2,"i":1,"t":1,"e":1})",
           {"/i additionalProperties - i - 1:1", "/t additionalProperties - t - 1:1"}),
    closed("not",
           R"({"properties":{"k":{}},"not":{"required":["x"],"properties":{"x":{"const":1}}}})",
           R"({"x":2})", {"/x additionalProperties - x - 1:1"}),
    closed("dependent_schemas",
           R"({"properties":{"a":{}},"dependentSchemas":{"a":{"properties":{"b":{}}}}})",
           R"({"a":1,"b":1})", {}),
    closed("contained", R"({"contains":{"required":["a"],"properties":{"a":{}}}})",
           R"([{"a":1,"x":1},{"x":1}])", {"/0/x additionalProperties - x /contains 1:13"}),
    closed("members_of_patterns_and_of_others",
           R"({"patternProperties":{"^a":{"properties":{"p":{}}}},
               "additionalProperties":{"properties":{"q":{}}}})",
           R"({"a":{"q":1},"b":{"p":1}})",
           {"/a/q additionalProperties - q /patternProperties/^a 1:28",
            "/b/p additionalProperties - p /additionalProperties 2:39"}),
    closed("unevaluated_members",
           R"({"properties":{"a":{}},"unevaluatedProperties":{"properties":{"q":{}}}})",
           R"({"b":{"p":1}})", {"/b/p additionalProperties - p /unevaluatedProperties 1:48"}),
    // What a branch says of an object further down counts with what others say of it.
    closed("branches_in_depth",
           R"({"properties":{"m":{"properties":{"a":{}}}},
               "anyOf":[{"required":["k"],"properties":{"m":{"properties":{"x":{}}}}},
                        {"properties":{"m":{"properties":{"b":{}}}}}]})",
           R"({"m":{"a":1,"b":1,"x":1}})", {"/m/x additionalProperties - x /properties/m 1:20"}),
};

}  // namespace

INSTANTIATE_TEST_SUITE_P(StrictStranger, Told, testing::ValuesIn(strangers), name_of_row);
INSTANTIATE_TEST_SUITE_P(StrictFree, Told, testing::ValuesIn(free_ones), name_of_row);
INSTANTIATE_TEST_SUITE_P(StrictCombined, Told, testing::ValuesIn(combined), name_of_row);

// The limit holds for strangers too.
TEST(Strict, TellsNoMoreThanTheLimit) {
    Schemas schemas("contract.json", read_marked(R"({"properties":{"a":{}}})"), v2020);
    const auto instance = read_marked(R"({"x":1,"y":1,"z":1})");
    Problems problems;
    check(schemas.compile(""), instance->root(), {Part::body, "", Direction::request, true},
          problems, 2);
    EXPECT_EQ(problems.size(), 2U);
}

}  // namespace standin::schema
