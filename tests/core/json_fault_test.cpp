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

const std::string value = "syntax error while parsing value - ";
const std::string string = value + "invalid string: ";
const std::string start = value + "unexpected end of input; expected '[', '{', or a literal";

const Row rows[] = {
    {"empty", "", {1, 1}, start},
    {"white_space_alone", " \n ", {2, 2}, start},
    {"open_array", "[", {1, 2}, start},
    {"open_object",
     "{\"a\": 1\n",
     {2, 1},
     "syntax error while parsing object - unexpected end of input; expected '}'"},
    {"lone_bracket", "]", {1, 1}, value + "unexpected ']'; expected '[', '{', or a literal"},
    {"trailing_comma", "[1,]", {1, 4}, value + "unexpected ']'; expected '[', '{', or a literal"},
    {"missing_comma",
     "[1\n 2]",
     {2, 2},
     "syntax error while parsing array - unexpected number literal; expected ']'"},
    {"missing_colon",
     "{\"a\" 1}",
     {1, 6},
     "syntax error while parsing object separator - unexpected number literal; expected ':'"},
    {"single_quotes", "{'a':1}", {1, 2}, "syntax error while parsing object key - invalid literal"},
    {"trailing_garbage", "{} x", {1, 4}, value + "invalid literal"},
    {"second_value", "{}\n[]", {2, 1}, value + "unexpected '['; expected end of input"},
    {"comment", "[1, // one\n2]", {1, 5}, value + "invalid literal"},
    {"half_a_literal", "tru", {1, 4}, value + "invalid literal"},
    {"not_a_number", "[NaN]", {1, 2}, value + "invalid literal"},
    {"leading_zero",
     "[01]",
     {1, 3},
     "syntax error while parsing array - unexpected number literal; expected ']'"},
    {"leading_plus", "[+1]", {1, 2}, value + "invalid literal"},
    {"minus_alone", "[-]", {1, 3}, value + "invalid number; expected digit after '-'"},
    {"no_fraction", "[1.]", {1, 4}, value + "invalid number; expected digit after '.'"},
    {"no_exponent",
     "[1e]",
     {1, 4},
     value + "invalid number; expected '+', '-', or digit after exponent"},
    {"too_big", "[1,\n -1e400]", {2, 2}, "number is too big for a double"},
    {"too_many_digits",
     "[" + std::string(400, '9') + "]",
     {1, 2},
     "number is too big for a double"},
    {"line_feed_in_string",
     "[\"a\nb\"]",
     {1, 4},
     string + "control character U+000A (LF) must be escaped to \\u000A or \\n"},
    {"nul_in_string",
     std::string("\"\0\"", 3),
     {1, 2},
     string + "control character U+0000 (NUL) must be escaped to \\u0000"},
    {"nul_behind_the_value", std::string("{}\n\0{}", 6), {2, 1}, "U+0000 behind the value"},
    {"nul_behind_a_number", std::string("1\0", 2), {1, 2}, "U+0000 behind the value"},
    {"nul_inside", std::string("[\0]", 3), {1, 2}, start},
    {"no_closing_quote", "\"abc", {1, 5}, string + "missing closing quote"},
    {"unknown_escape", "[\"\\x\"]", {1, 4}, string + "forbidden character after backslash"},
    {"short_escape", "\"\\u12g4\"", {1, 6}, string + "'\\u' must be followed by 4 hex digits"},
    {"high_surrogate_alone",
     "\"\\ud800\"",
     {1, 8},
     string + "surrogate U+D800..U+DBFF must be followed by U+DC00..U+DFFF"},
    {"low_surrogate_alone",
     "\"\\udc00\"",
     {1, 7},
     string + "surrogate U+DC00..U+DFFF must follow U+D800..U+DBFF"},
    {"byte_that_is_never_utf8", "[\"\xff\"]", {1, 3}, string + "ill-formed UTF-8 byte"},
    {"overlong_utf8", "\"\xc0\xaf\"", {1, 2}, string + "ill-formed UTF-8 byte"},
    {"surrogate_in_utf8", "\"\xed\xa0\x80\"", {1, 3}, string + "ill-formed UTF-8 byte"},
    {"half_a_character", "\"\xe2\x82\"", {1, 4}, string + "ill-formed UTF-8 byte"},
    {"half_a_byte_order_mark",
     "\xef\xbb",
     {1, 3},
     value + "invalid BOM; must be 0xEF 0xBB 0xBF if given"},
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
    EXPECT_EQ(fault.message, string + "ill-formed UTF-8 byte");
    EXPECT_EQ(fault.mark, (Mark{1, 100'002}));
}

}  // namespace

}  // namespace standin
