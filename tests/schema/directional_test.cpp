// Members that travel one way only, wherever it is said: readOnly ones need not be in a request,
// writeOnly ones not in a response.
#include "tests/schema/told.h"

namespace standin::schema {

namespace {

constexpr auto request = Direction::request;
constexpr auto response = Direction::response;

const ToldRow in_parts[] = {
    {"read_only_in_another_part",
     R"({"allOf":[{"required":["id"]},{"properties":{"id":{"readOnly":true}}}]})",
     "{}",
     {}},
    {"read_only_in_another_part_in_response",
     R"({"allOf":[{"required":["id"]},{"properties":{"id":{"readOnly":true}}}]})",
     "{}",
     {"/id required - undefined /allOf/0/required 1:12"},
     v2020,
     response},
    {"write_only_in_another_part",
     R"({"allOf":[{"required":["id"]},{"properties":{"id":{"writeOnly":true}}}]})",
     "{}",
     {},
     v2020,
     response},
    {"write_only_in_another_part_in_request",
     R"({"allOf":[{"required":["id"]},{"properties":{"id":{"writeOnly":true}}}]})",
     "{}",
     {"/id required - undefined /allOf/0/required 1:12"}},
    {"required_in_a_part_of_the_one_that_declares",
     R"({"properties":{"id":{"readOnly":true}},"allOf":[{"allOf":[{"required":["id"]}]}]})",
     "{}",
     {}},
    {"another_member_is_required_still",
     R"({"allOf":[{"required":["id","name"]},{"properties":{"id":{"readOnly":true}}}]})",
     "{}",
     {"/name required - undefined /allOf/0/required 1:12"}},
    {"a_part_of_the_property",
     R"({"required":["id"],"properties":{"id":{"allOf":[{"$ref":"#/$defs/u"},{"readOnly":true}]}},
         "$defs":{"u":{"type":"string"}}})",
     "{}",
     {}},
    {"a_part_of_the_property_in_openapi_3_0",
     R"({"required":["id"],"properties":{"id":{"allOf":[{"$ref":"#/u"}],"readOnly":true}},
         "u":{"type":"string"}})",
     "{}",
     {},
     oas30},
    {"declared_in_the_base",
     R"({"allOf":[{"$ref":"#/$defs/base"}],"required":["id"],
         "$defs":{"base":{"properties":{"id":{"$ref":"#/$defs/id"}}},
                  "id":{"allOf":[{"readOnly":true}]}}})",
     "{}",
     {}},
    {"required_in_the_base",
     R"({"$ref":"#/$defs/base","properties":{"id":{"readOnly":true}},
         "$defs":{"base":{"required":["id"]}}})",
     "{}",
     {}},
    {"a_base_that_others_do_not_make_read_only",
     R"({"properties":{"a":{"$ref":"#/$defs/base","properties":{"id":{"readOnly":true}}},
                       "b":{"$ref":"#/$defs/base"}},
         "$defs":{"base":{"required":["id"]}}})",
     R"({"a":{},"b":{}})",
     {"/b/id required - undefined /$defs/base/required 3:27"}},
    {"a_member_of_the_same_name_further_down",
     R"({"properties":{"id":{"readOnly":true},"a":{"required":["id"]}}})",
     R"({"a":{}})",
     {"/a/id required - undefined /properties/a/required 1:44"}},
    {"beside_unevaluated",
     R"({"unevaluatedProperties":false,"allOf":[{"required":["id"]}],
         "properties":{"id":{"readOnly":true}}})",
     "{}",
     {}},
    {"by_dynamic_reference",
     R"({"$dynamicRef":"#t","required":["id"],
         "$defs":{"t":{"$dynamicAnchor":"t","properties":{"id":{"readOnly":true}}}}})",
     "{}",
     {}},
    {"dependent_required",
     R"({"dependentRequired":{"a":["id","b"]},"properties":{"id":{"readOnly":true}}})",
     R"({"a":1})",
     {"/b dependentRequired - undefined /dependentRequired 1:2"}},
    {"round_and_round",
     R"({"$ref":"#/$defs/n","$defs":{"n":{"required":["id","next"],"allOf":[{"properties":
         {"id":{"readOnly":true},"next":{"anyOf":[{"type":"null"},{"$ref":"#/$defs/n"}]}}}]}}})",
     R"({"next":{"next":{"next":null}}})",
     {}},
};

const ToldRow in_branches[] = {
    {"required_outside_of_the_branch",
     R"({"required":["id"],"oneOf":[{"properties":{"id":{"readOnly":true}}}]})",
     "{}",
     {}},
    {"required_in_the_branch_that_declares",
     R"({"anyOf":[{"required":["id"],"properties":{"id":{"readOnly":true}}}]})",
     "{}",
     {}},
    {"required_in_a_branch_and_declared_outside",
     R"({"properties":{"id":{"readOnly":true}},"anyOf":[{"required":["id"]}]})",
     "{}",
     {}},
    {"a_branch_of_a_branch",
     R"({"properties":{"id":{"readOnly":true}},"oneOf":[{"anyOf":[{"required":["id"]}]}]})",
     "{}",
     {}},
    {"what_a_sibling_says",
     R"({"oneOf":[{"properties":{"id":{"readOnly":true},"k":{"const":1}}},
                  {"required":["id"],"properties":{"k":{"const":2}}}]})",
     R"({"k":2})",
     {"- oneOf 1 object /oneOf 1:2", "/id required - undefined /oneOf/1/required 2:20"}},
    {"what_the_only_branch_lacks_is_told",
     R"({"properties":{"id":{"readOnly":true}},"oneOf":[{"type":"object","required":["id","a"]},
                                                        {"type":"null"}]})",
     "{}",
     {"/a required - undefined /oneOf/0/required 1:66"}},
    {"a_branch_of_the_property",
     R"({"required":["id"],"properties":{"id":{"oneOf":[{"readOnly":true},{"type":"null"}]}}})",
     "{}",
     {}},
    {"then",
     R"({"properties":{"id":{"readOnly":true}},"if":true,"then":{"required":["id","a"]}})",
     "{}",
     {"/a required - undefined /then/required 1:58"}},
    {"said_by_then",
     R"({"required":["id"],"if":true,"then":{"properties":{"id":{"readOnly":true}}}})",
     "{}",
     {}},
    {"dependent_schema",
     R"({"properties":{"id":{"readOnly":true}},"dependentSchemas":{"a":{"required":["id"]}}})",
     R"({"a":1})",
     {}},
    // The absence itself is what these two ask for.
    {"not_required",
     R"({"properties":{"id":{"readOnly":true}},"not":{"required":["id"]}})",
     "{}",
     {}},
    {"if_it_is_there",
     R"({"properties":{"id":{"readOnly":true}},"if":{"required":["id"]},"then":false})",
     "{}",
     {}},
    {"said_by_not",
     R"({"required":["id"],"not":{"required":["b"],"properties":{"id":{"readOnly":true}}}})",
     "{}",
     {"/id required - undefined /required 1:2"}},
    // Without what would tell them apart, the branch that is met without excuse is the one.
    {"one_of_by_another_member",
     R"({"properties":{"id":{"readOnly":true}},"oneOf":[{"required":["id"]},{"required":["b"]}]})",
     R"({"b":1})",
     {}},
    {"one_of_by_what_is_ignored",
     R"({"properties":{"id":{"readOnly":true}},"oneOf":[{"required":["id"]},{"required":["b"]}]})",
     R"({"b":1,"id":1})",
     {}},
    {"one_of_two_that_lack",
     R"({"properties":{"id":{"readOnly":true},"b":{"readOnly":true}},
         "oneOf":[{"required":["id"]},{"required":["b"]}]})",
     "{}",
     {}},
    {"one_of_two_that_lack_in_a_branch",
     R"({"properties":{"id":{"readOnly":true}},
         "oneOf":[{"anyOf":[{"oneOf":[{"required":["id"]}]}]},{"required":["b"]}]})",
     R"({"b":1})",
     {}},
    {"one_of_two_met_in_full",
     R"({"properties":{"id":{"readOnly":true}},
         "oneOf":[{"required":["id"]},{"required":["b"]},{}]})",
     R"({"b":1})",
     {"- oneOf 1 2 /oneOf 2:10"}},
    {"what_an_inner_object_lacks_is_no_excuse",
     R"({"oneOf":[{"properties":{"a":{"required":["id"],"properties":{"id":{"readOnly":true}}}}},
                  {}]})",
     R"({"a":{}})",
     {"- oneOf 1 2 /oneOf 1:2"}},
};

const ToldRow sent[] = {
    {"said_by_another_part",
     R"({"allOf":[{"properties":{"id":{"type":"string"}}},
                  {"properties":{"id":{"readOnly":true}}}]})",
     R"({"id":1})",
     {}},
    {"said_by_another_part_in_response",
     R"({"allOf":[{"properties":{"id":{"type":"string"}}},
                  {"properties":{"id":{"readOnly":true}}}]})",
     R"({"id":1})",
     {"/id type string number /allOf/0/properties/id/type 1:32"},
     v2020,
     response},
    {"by_a_part_of_the_property",
     R"({"properties":{"id":{"allOf":[{"type":"string"},{"readOnly":true}]}}})",
     R"({"id":1})",
     {}},
    {"said_by_the_one_that_has_the_branch",
     R"({"properties":{"id":{"readOnly":true}},"oneOf":[{"properties":{"id":{"type":"string"}}}]})",
     R"({"id":1})",
     {}},
    // Another branch may be the one that is met.
    {"said_by_a_branch",
     R"({"properties":{"id":{"type":"string"}},"anyOf":[{"properties":{"id":{"readOnly":true}}}]})",
     R"({"id":1})",
     {"/id type string number /properties/id/type 1:22"}},
    {"as_a_member_that_another_part_does_not_know",
     R"({"allOf":[{"additionalProperties":{"type":"string"}},
                  {"properties":{"id":{"readOnly":true}}},
                  {"patternProperties":{"d":{"type":"null"}}}]})",
     R"({"id":1,"b":1})",
     {"/b type string number /allOf/0/additionalProperties/type 1:36"}},
    {"write_only_in_response",
     R"({"properties":{"id":{"writeOnly":true,"type":"string"}}})",
     R"({"id":1})",
     {"/id type string number /properties/id/type 1:39"},
     v2020,
     response},
};

}  // namespace

INSTANTIATE_TEST_SUITE_P(DirectionalPart, Told, testing::ValuesIn(in_parts), name_of_row);
INSTANTIATE_TEST_SUITE_P(DirectionalBranch, Told, testing::ValuesIn(in_branches), name_of_row);
INSTANTIATE_TEST_SUITE_P(DirectionalSent, Told, testing::ValuesIn(sent), name_of_row);

TEST(Directional, FarAwayInAChain) {
    constexpr size_t length = 4000;
    std::string text = R"({"required":["id"],"$ref":"#/s1")";
    for (size_t i = 1; i < length; ++i) {
        text += R"(,"s)" + std::to_string(i) + R"(":{"minProperties":0,"$ref":"#/s)" +
                std::to_string(i + 1) + R"("})";
    }
    text += R"(,"s)" + std::to_string(length) + R"(":{"properties":{"id":{"readOnly":true}}}})";
    Schemas schemas("contract.json", read_marked(text), v2020);
    const auto instance = read_marked("{}");
    EXPECT_TRUE(is_valid(schemas.compile(""), instance->root(), request));
    EXPECT_FALSE(is_valid(schemas.compile(""), instance->root(), response));
}

// What is compiled later is told by what was compiled before.
TEST(Directional, OneRunAfterAnother) {
    const auto document = read_marked(
        R"({"base":{"properties":{"id":{"allOf":[{"readOnly":true}]}}},
            "derived":{"allOf":[{"$ref":"#/base"}],"required":["id"]}})");
    Schemas schemas("contract.json", document, v2020);
    schemas.compile("/base");
    const auto instance = read_marked("{}");
    EXPECT_TRUE(is_valid(schemas.compile("/derived"), instance->root(), request));
    EXPECT_FALSE(is_valid(schemas.compile("/derived"), instance->root(), response));
}

// However deep a client nests what lacks a member, each level is looked at once.
TEST(Directional, DepthIsNotPaidTwice) {
    const auto document = read_marked(
        R"({"properties":{"id":{"readOnly":true}},
            "oneOf":[{"required":["id"]},{"required":["a"],"properties":{"a":{"$ref":"#"}}}]})");
    Schemas schemas("contract.json", document, v2020);
    const Schema& schema = schemas.compile("");
    std::string text = "{}";
    for (int i = 0; i < 200; ++i) text = R"({"a":)" + text + "}";
    EXPECT_TRUE(is_valid(schema, read_marked(text)->root(), request));
    EXPECT_FALSE(is_valid(schema, read_marked(text)->root(), response));
}

}  // namespace standin::schema
