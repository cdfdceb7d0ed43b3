// What is not JSON: why, and where.
#include <gtest/gtest.h>

#include "mock/core/json.h"

namespace standin {

namespace {

struct Row {
    const char* name;
    std::string text;
    Mark mark;
    std::string message;
};

void PrintTo(const Row& row, std::ostream* out) {
    *out << row.name;
}

class Refused : public testing::TestWithParam<Row> {};

// Whether marks are kept or not, a fault has its place.
TEST_P(Refused, WithItsPlace) {
    for (const bool marks : {false, true}) {
        JsonFault fault;
        EXPECT_FALSE(read_json(GetParam().text, fault, {.marks = marks}));
        EXPECT_EQ(fault.why, JsonFault::Why::syntax);
        EXPECT_EQ(fault.mark, GetParam().mark) << fault.mark.line << ':' << fault.mark.column;
        EXPECT_EQ(fault.message, GetParam().message);
    }
}

const std::string end = "the end of the text";
const std::string no_value = "expected a value, found ";
const std::string lone = "lone surrogate in a string";

const Row rows[] = {
    {"empty", "", {1, 1}, no_value + end},
    {"white_space_alone", " \n ", {2, 2}, no_value + end},
    {"open_array", "[", {1, 2}, no_value + end},
    {"open_array_behind_an_item", "[1", {1, 3}, "expected ',' or ']', found " + end},
    {"open_object", "{\"a\": 1\n", {2, 1}, "expected ',' or '}', found " + end},
    {"open_object_without_members",
     "{",
     {1, 2},
     "expected a member's name in quotes, found " + end},
    {"name_alone", "{\"a\"", {1, 5}, "expected ':', found " + end},
    {"name_and_colon_alone", "{\"a\":", {1, 6}, no_value + end},
    {"lone_bracket", "]", {1, 1}, no_value + "']'"},
    {"lone_brace", "\n}", {2, 1}, no_value + "'}'"},
    {"wrong_bracket", "[1}", {1, 3}, "expected ',' or ']', found '}'"},
    {"wrong_bracket_of_an_empty_array", "[}", {1, 2}, "expected ',' or ']', found '}'"},
    {"wrong_bracket_of_an_empty_object", "{]", {1, 2}, "expected ',' or '}', found ']'"},
    {"wrong_bracket_behind_another", "{\"a\":[1]]", {1, 9}, "expected ',' or '}', found ']'"},
    {"trailing_comma", "[1,]", {1, 4}, no_value + "']'"},
    {"trailing_comma_in_object",
     "{\"a\":1,\n}",
     {2, 1},
     "expected a member's name in quotes, found '}'"},
    {"comma_first", "[,1]", {1, 2}, no_value + "','"},
    {"two_commas", "[1,,2]", {1, 4}, no_value + "','"},
    {"missing_comma", "[1\n 2]", {2, 2}, "expected ',' or ']', found '2'"},
    {"missing_colon", "{\"a\" 1}", {1, 6}, "expected ':', found '1'"},
    {"missing_value", "{\"a\":}", {1, 6}, no_value + "'}'"},
    {"single_quotes", "{'a':1}", {1, 2}, "expected a member's name in quotes, found '''"},
    {"name_without_quotes", "{a:1}", {1, 2}, "expected a member's name in quotes, found 'a'"},
    {"trailing_garbage", "{} x", {1, 4}, "expected " + end + ", found 'x'"},
    {"second_value", "{}\n[]", {2, 1}, "expected " + end + ", found '['"},
    {"second_scalar", "1 2", {1, 3}, "expected " + end + ", found '2'"},
    {"comment", "[1, // one\n2]", {1, 5}, no_value + "'/'"},
    {"half_a_literal", "tru", {1, 4}, "expected \"true\", found " + end},
    {"wrong_case", "[nUll]", {1, 3}, "expected \"null\", found 'U'"},
    {"letters_behind_a_literal", "falsey", {1, 6}, "expected " + end + ", found 'y'"},
    {"not_a_number", "[NaN]", {1, 2}, no_value + "'N'"},
    {"leading_zero", "[01]", {1, 3}, "leading zero in a number"},
    {"leading_plus", "[+1]", {1, 2}, no_value + "'+'"},
    {"leading_point", "[.5]", {1, 2}, no_value + "'.'"},
    {"minus_alone", "[-]", {1, 3}, "expected a digit, found ']'"},
    {"no_fraction", "[1.]", {1, 4}, "expected a digit, found ']'"},
    {"no_exponent", "[1e]", {1, 4}, "expected a digit, found ']'"},
    {"signed_exponent_without_digits", "1E+", {1, 4}, "expected a digit, found " + end},
    {"hexadecimal", "0x1", {1, 2}, "expected " + end + ", found 'x'"},
    {"too_big", "[1,\n -1e400]", {2, 2}, "number is too big for a double"},
    {"too_many_digits",
     "[" + std::string(400, '9') + "]",
     {1, 2},
     "number is too big for a double"},
    {"line_feed_in_string", "[\"a\nb\"]", {1, 4}, "control character in a string"},
    {"tab_behind_an_escape", "\"\\n\t\"", {1, 4}, "control character in a string"},
    {"nul_in_string", std::string("\"\0\"", 3), {1, 2}, "control character in a string"},
    {"nul_in_name", std::string("{\"\0\":1}", 7), {1, 3}, "control character in a string"},
    {"nul_behind_the_value",
     std::string("{}\n\0{}", 6),
     {2, 1},
     "expected " + end + ", found U+0000"},
    {"nul_behind_a_number", std::string("1\0", 2), {1, 2}, "expected " + end + ", found U+0000"},
    {"nul_inside", std::string("[\0]", 3), {1, 2}, no_value + "U+0000"},
    {"vertical_tab", "[\v]", {1, 2}, no_value + "U+000B"},
    {"delete", "[\x7f]", {1, 2}, no_value + "U+007F"},
    {"letter_beyond_ascii", "[\u00e9]", {1, 2}, no_value + "'\u00e9'"},
    {"byte_beyond_ascii", "[\xff]", {1, 2}, no_value + "byte 0xFF"},
    {"no_closing_quote", "\"abc", {1, 5}, "expected a closing quote, found " + end},
    {"no_closing_quote_behind_an_escape",
     "[\"\\n",
     {1, 5},
     "expected a closing quote, found " + end},
    {"no_closing_quote_of_a_name", "{\"ab", {1, 5}, "expected a closing quote, found " + end},
    {"backslash_last", "\"\\", {1, 3}, "expected a closing quote, found " + end},
    {"unknown_escape", "[\"\\x\"]", {1, 4}, "unknown escape in a string"},
    {"escaped_nul", std::string("\"\\\0\"", 4), {1, 3}, "unknown escape in a string"},
    {"short_escape", "\"\\u12g4\"", {1, 6}, "\\u without four hexadecimal digits"},
    {"short_escape_last", "\"\\u12", {1, 6}, "expected a closing quote, found " + end},
    {"high_surrogate_alone", "\"\\ud800\"", {1, 2}, lone},
    {"high_surrogate_before_a_letter", "\"\\ud800\\u0061\"", {1, 2}, lone},
    {"high_surrogate_twice", "\"a\\uD800\\uD800\"", {1, 3}, lone},
    {"half_a_low_surrogate", "\"\\ud800\\udc\"", {1, 12}, "\\u without four hexadecimal digits"},
    {"low_surrogate_alone", "\"\\udc00\"", {1, 2}, lone},
    {"byte_that_is_never_utf8", "[\"\xff\"]", {1, 3}, "invalid UTF-8"},
    {"overlong_utf8", "\"\xc0\xaf\"", {1, 2}, "invalid UTF-8"},
    {"surrogate_in_utf8", "\"\xed\xa0\x80\"", {1, 2}, "invalid UTF-8"},
    {"beyond_unicode", "\"\xf4\x90\x80\x80\"", {1, 2}, "invalid UTF-8"},
    {"half_a_character", "\"\xe2\x82\"", {1, 2}, "invalid UTF-8"},
    {"half_a_character_last", "\"\u00e9\xe2\x82", {1, 4}, "invalid UTF-8"},
    {"bad_character_behind_long_text",
     '"' + std::string(40, 'a') + "\x80\"",
     {1, 42},
     "invalid UTF-8"},
    {"half_a_byte_order_mark", "\xef\xbb", {1, 1}, no_value + "byte 0xEF"},
    {"two_byte_order_marks", "\xef\xbb\xbf\xef\xbb\xbf[]", {1, 4}, no_value + "'\ufeff'"},
};
INSTANTIATE_TEST_SUITE_P(ReadJson, Refused, testing::ValuesIn(rows),
                         [](const auto& row) { return row.param.name; });

std::string nested(size_t depth, char open, char close) {
    return std::string(depth, open) + std::string(depth, close);
}

TEST(Depth, AtTheLimitIsRead) {
    JsonFault fault;
    EXPECT_TRUE(read_json(nested(512, '[', ']'), fault));
    EXPECT_TRUE(read_json(nested(3, '[', ']'), fault, {.depth = 3}));
    EXPECT_EQ(fault.why, JsonFault::Why::none);
}

TEST(Depth, BeyondTheLimitIsRefusedWhereItBegins) {
    for (const bool marks : {false, true}) {
        JsonFault fault;
        EXPECT_FALSE(read_json("[\n[{\"a\": [1]}]]", fault, {.depth = 3, .marks = marks}));
        EXPECT_EQ(fault.why, JsonFault::Why::depth);
        EXPECT_EQ(fault.mark, (Mark{2, 8}));
        EXPECT_EQ(fault.message, "nested deeper than 3 levels");
    }
}

TEST(Depth, CostsNoStack) {
    JsonFault fault;
    EXPECT_TRUE(read_json(nested(1'000'000, '[', ']'), fault, {.depth = 1'000'000}));
}

TEST(JsonFault, IsClearedByTheNextText) {
    JsonFault fault;
    EXPECT_FALSE(read_json("[", fault));
    EXPECT_TRUE(read_json("[]", fault));
    EXPECT_EQ(fault.why, JsonFault::Why::none);
    EXPECT_EQ(fault.mark, Mark{});
    EXPECT_EQ(fault.message, "");
}

// A message goes out in answers: it must neither repeat a long text nor bytes that are no UTF-8.
TEST(JsonFault, DoesNotRepeatTheText) {
    JsonFault fault;
    EXPECT_FALSE(read_json('"' + std::string(100'000, 'a') + "\xff\"", fault));
    EXPECT_EQ(fault.message, "invalid UTF-8");
    EXPECT_EQ(fault.mark, (Mark{1, 100'002}));
}

}  // namespace

}  // namespace standin
