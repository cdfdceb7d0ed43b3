// Where branches, members that travel one way, closed objects and limits meet.
#include "tests/schema/told.h"

namespace standin::schema {

namespace {

// So many objects in one another around the text.
std::string nested(size_t depth, const std::string& open, const std::string& inner) {
    std::string text;
    for (size_t i = 0; i < depth; ++i) text += open;
    return text + inner + std::string(depth, '}');
}

ToldRow closed(const char* name, const char* schema, std::string instance,
               std::vector<std::string> problems) {
    return {name, schema, std::move(instance), std::move(problems), v2020, Direction::request,
            true};
}

constexpr auto one_way_branches =
    R"({"oneOf":[{"oneOf":[
{"type":"object","properties":{"id":{"readOnly":true}},"required":["id"]},
{"required":["n"]}]},{"required":["z"]}]})";
constexpr auto one_way_any =
    R"({"oneOf":[{"anyOf":[{"required":["n"]},
{"type":"object","properties":{"id":{"readOnly":true}},"required":["id"]}]},{"required":["z"]}]})";
constexpr auto one_way_any_turned =
    R"({"oneOf":[{"anyOf":[
{"type":"object","properties":{"id":{"readOnly":true}},"required":["id"]},
{"required":["n"]}]},{"required":["z"]}]})";

const ToldRow lacking[] = {
    {"a_choice_within_a_branch_is_met_in_full",
     one_way_branches,
     R"({"n":1,"z":1})",
     {"- oneOf 1 2 /oneOf 1:2"}},
    {"by_its_first_branch", one_way_any, R"({"n":1,"z":1})", {"- oneOf 1 2 /oneOf 1:2"}},
    {"by_its_last_branch", one_way_any_turned, R"({"n":1,"z":1})", {"- oneOf 1 2 /oneOf 1:2"}},
    closed("and_closed", one_way_any, R"({"n":1,"z":1})", {"- oneOf 1 2 /oneOf 1:2"}),
    {"a_discriminator_that_means_nothing",
     R"({"oneOf":[{"$ref":"#/$defs/A"},{"$ref":"#/$defs/B"}],
"discriminator":{"propertyName":"kind"},"$defs":{
"A":{"type":"object","required":["kind"],"properties":{"kind":{"readOnly":true,
"enum":["A"]},"n":{"type":"integer"}}},"B":{"type":"object","required":["kind","m"],
"properties":{"kind":{"readOnly":true,"enum":["B"]}}}}})",
     R"({"n":"x","m":1,"kind":"zzz"})",
     {}},
};
INSTANTIATE_TEST_SUITE_P(Lacking, Told, testing::ValuesIn(lacking), name_of_row);

const ToldRow open_ones[] = {
    closed("where_a_part_fails_early",
           R"({"allOf":[{"const":{"a":1},"properties":{"a":{}}},{"properties":{"b":{}}}]})",
           R"({"a":2,"b":1})", {R"(- const {"a":1} object /allOf/0/const 1:12)"}),
    closed("where_a_type_fails",
           R"({"allOf":[{"type":"string","properties":{"a":{}}},{"properties":{"b":{}}}]})",
           R"({"a":2,"b":1})", {"- type string object /allOf/0/type 1:12"}),
    closed("below_a_guess",
           R"({"oneOf":[{"required":["a","b"],"properties":{"o":{"properties":{"x":{}}}}},
{"required":["c","d","e"],"properties":{"o":{"properties":{"y":{}}}}}]})",
           R"({"a":1,"o":{"y":1}})",
           {"- oneOf 0 object /oneOf 1:2", "/b required - undefined /oneOf/0/required 1:12"}),
};
INSTANTIATE_TEST_SUITE_P(Open, Told, testing::ValuesIn(open_ones), name_of_row);

const auto chain = nested(60, R"({"c":)", R"({"k":"z"})");
constexpr auto too_many = "too many steps";

// What could be looked at in 2^60 ways.
const ToldRow branching[] = {
    {"members_that_travel_one_way",
     R"({"oneOf":[{"type":"object","required":["kind"],"properties":{"id":{"readOnly":true},
"kind":{"enum":["folder"]},"child":{"$ref":"#"}}},{"type":"object","required":["kind"],
"properties":{"kind":{"enum":["file"]},"child":{"$ref":"#"}}}]})",
     nested(60, R"({"kind":"folder","child":)", R"({"kind":"file"})"),
     {},
     oas30},
    {"dynamic_references",
     R"({"$dynamicAnchor":"n","type":"object","anyOf":[{"properties":{"c":{"$dynamicRef":"#n"},
"k":{"const":"a"}}},{"properties":{"c":{"$dynamicRef":"#n"},"k":{"const":"b"}}}]})",
     nested(60, R"({"c":)", R"({"k":"a"})"),
     {}},
};
INSTANTIATE_TEST_SUITE_P(Branching, Told, testing::ValuesIn(branching), name_of_row);

// The verdict is told, or that there is none: a client does not choose it by nesting.
class Endless : public testing::TestWithParam<ToldRow> {};

TEST_P(Endless, GivesUpAndSaysSo) {
    const auto document = read_marked(GetParam().schema);
    Schemas schemas("a.json", document, GetParam().dialect);
    const auto instance = read_marked(GetParam().instance);
    Problems problems;
    Place place;
    place.closes_objects = GetParam().closes_objects;
    check(schemas.compile(""), instance->root(), place, problems);
    ASSERT_EQ(problems.size(), 1U);
    EXPECT_EQ(problems[0].keyword, "depth");
    EXPECT_EQ(problems[0].received, GetParam().problems[0]);
}

constexpr auto not_deep =
    R"({"not":{"$ref":"#/$defs/d"},"$defs":{"d":{"allOf":[{"allOf":[{"allOf":[{"allOf":[{"allOf":[
{"allOf":[{"allOf":[{"allOf":[{"allOf":[{"allOf":[{"allOf":[{"properties":{"c":{"$ref":
"#/$defs/d"}},"additionalProperties":false}]}]}]}]}]}]}]}]}]}]}]}}})";

const ToldRow endless[] = {
    {"parts_that_apply_themselves",
     R"({"allOf":[{"properties":{"c":{"$ref":"#"}}},{"properties":{"c":{"$ref":"#"}}}]})",
     chain,
     {too_many}},
    {"what_is_evaluated",
     R"({"type":"object","anyOf":[{"properties":{"c":{"$ref":"#"}}},{"properties":{"c":{"$ref":"#"},
"k":{}}}],"unevaluatedProperties":false})",
     chain,
     {too_many}},
    {"depth_where_only_the_verdict_counts", not_deep, nested(480, R"({"c":)", "{}"), {"object"}},
};
INSTANTIATE_TEST_SUITE_P(Schemas, Endless, testing::ValuesIn(endless), name_of_row);

}  // namespace

}  // namespace standin::schema
