// What is said of a text that is no JSONPath query, and of a query that asks for what has no sense.
#include "mock/contract/json_path.h"
#include "tests/contract/told.h"

namespace standin::contract {

namespace {

class MistakenPath : public testing::TestWithParam<TextRow> {};

TEST_P(MistakenPath, WithTheWholeText) {
    EXPECT_EQ(JsonPath(GetParam().text).mistake(), GetParam().expected);
}

const TextRow rows[] = {
    {"empty", "", "\"$\" is expected at offset 0"},
    {"pointer", "/a", "\"$\" is expected at offset 0"},
    {"leading_blank", " $", "\"$\" is expected at offset 0"},
    {"trailing_blank", "$.a ", "a segment or the end is expected at offset 3"},
    {"no_segment", "$a", "a segment or the end is expected at offset 1"},
    {"name_with_a_hyphen", "$.x-a",
     "a name with \"-\" is written in brackets and quotes at offset 3"},
    {"dot_alone", "$.", "a name or \"*\" is expected at offset 2"},
    {"dot_and_bracket", "$.[0]", "a name or \"*\" is expected at offset 2"},
    {"dot_and_digit", "$.1", "a name or \"*\" is expected at offset 2"},
    {"dot_and_what_is_not_utf8", "$.\xff", "a name or \"*\" is expected at offset 2"},
    {"dots_alone", "$..", "a name, \"*\" or \"[\" is expected at offset 3"},
    {"no_selector", "$[]", "a selector is expected at offset 2"},
    {"bare_word", "$[a]", "a selector is expected at offset 2"},
    {"no_second_selector", "$[0,]", "a selector is expected at offset 4"},
    {"not_closed", "$[0", "\",\" or \"]\" is expected at offset 3"},
    {"no_comma", "$[0 1]", "\",\" or \"]\" is expected at offset 4"},
    {"third_colon", "$[1:2:3:4]", "\",\" or \"]\" is expected at offset 7"},
    {"leading_zero", "$[01]", "an integer without leading zeros is expected at offset 2"},
    {"minus_zero", "$[-0]", "an integer without leading zeros is expected at offset 2"},
    {"minus_alone", "$[1:-]", "an integer without leading zeros is expected at offset 4"},
    {"too_large", "$[9007199254740992]", "the integer is beyond 9007199254740991 at offset 2"},
    {"too_small", "$[-99999999999999999999]", "the integer is beyond 9007199254740991 at offset 2"},
    {"open_string", "$['a]", "the string is not closed at offset 2"},
    {"open_escape", "$['a\\", "the string is not closed at offset 2"},
    {"unknown_escape", "$['\\x']", "the string holds a wrong escape or character at offset 2"},
    {"control_character", "$['\t']", "the string holds a wrong escape or character at offset 2"},
    {"half_a_surrogate", "$['\\uD800']",
     "the string holds a wrong escape or character at offset 2"},
    {"not_utf8", "$['\xff']", "the string holds a wrong escape or character at offset 2"},
    {"escape_of_the_other_quote", "$['a\\\"']", "this quote is not escaped here at offset 4"},
    {"no_filter", "$[?]", "a query, a function or a literal is expected at offset 3"},
    {"no_operand", "$[?@.a==]", "a query, a function or a literal is expected at offset 8"},
    {"wrong_word", "$[?@==True]", "a query, a function or a literal is expected at offset 6"},
    {"longer_word", "$[?@==trues]", "a query, a function or a literal is expected at offset 6"},
    {"no_number", "$[?@==1.]", "a number is expected at offset 6"},
    {"assignment", "$[?@.a='b']", "\",\" or \"]\" is expected at offset 6"},
    {"literal_alone", "$[?1]", "what gives a value must be compared at offset 3"},
    {"length_alone", "$[?@.a&&length(@)]", "what gives a value must be compared at offset 8"},
    {"negated_comparison", "$[?!@.a==1]", "\",\" or \"]\" is expected at offset 7"},
    {"comparison_of_many", "$[?@.*==1]",
     "a query that may select several nodes is not compared at offset 3"},
    {"comparison_of_many_on_the_right", "$[?1 == @..a]",
     "a query that may select several nodes is not compared at offset 8"},
    {"comparison_of_a_match", "$[?match(@,'a')==true]",
     "what is true or false is not compared at offset 3"},
    {"open_parenthesis", "$[?(@.a]", "\"&&\", \"||\" or \")\" is expected at offset 7"},
    {"unknown_function", "$[?size(@)==1]", "there is no function size() at offset 3"},
    {"blank_behind_a_function", "$[?count (@.*)==1]",
     "a query, a function or a literal is expected at offset 3"},
    {"no_argument", "$[?count()==1]", "a query, a function or a literal is expected at offset 9"},
    {"one_argument_for_two", "$[?match(@)]", "\",\" is expected at offset 10"},
    {"two_arguments_for_one", "$[?count(@,@)==1]", "\")\" is expected at offset 10"},
    {"count_of_a_literal", "$[?count(1)==1]", "the argument must be a query at offset 9"},
    {"count_of_a_length", "$[?count(length(@))==1]", "the argument must be a query at offset 9"},
    {"length_of_many", "$[?length(@.*)==1]", "the argument must be one value at offset 10"},
    {"length_of_a_match", "$[?length(match(@,'a'))==1]",
     "the argument must be one value at offset 10"},
};
INSTANTIATE_TEST_SUITE_P(JsonPath, MistakenPath, testing::ValuesIn(rows), name_of_row);

}  // namespace

}  // namespace standin::contract
