// The format of regular expressions: ECMA-262 with the flag u.
#include "tests/schema/format_row.h"

namespace standin::schema {

namespace {

class RegexFormat : public testing::TestWithParam<FormatRow> {};

TEST_P(RegexFormat, GivesTheVerdict) {
    expect_verdict(GetParam());
}

const FormatRow rows[] = {
    {"regex", "nothing", R"x("")x", true},
    {"regex", "class_and_anchors", R"x("^[a-z]+$")x", true},
    {"regex", "class_left_open", R"x("[a")x", false},
    {"regex", "class_left_open_behind_escape", R"x("[a\\]")x", false},
    {"regex", "empty_classes", R"x("[][^]")x", true},
    {"regex", "bracket_alone", R"x("a]")x", false},
    {"regex", "brace_alone", R"x("a}")x", false},
    {"regex", "brace_without_count", R"x("a{b}")x", false},
    {"regex", "counts", R"x("a{1}b{1,}c{1,2}d{0,0}?")x", true},
    {"regex", "count_without_least", R"x("a{,2}")x", false},
    {"regex", "counts_in_wrong_order", R"x("a{2,1}")x", false},
    {"regex", "counts_in_wrong_order_beyond_64_bits",
     R"x("a{100000000000000000000,99999999999999999999}")x", false},
    {"regex", "counts_with_leading_zeros", R"x("a{0002,10}")x", true},
    {"regex", "lazy_quantifiers", R"x("a*?b+?c??")x", true},
    {"regex", "possessive_quantifier", R"x("a*+")x", false},
    {"regex", "quantifier_first", R"x("*a")x", false},
    {"regex", "quantifier_behind_bar", R"x("a|+")x", false},
    {"regex", "quantifier_behind_anchor", R"x("^*")x", false},
    {"regex", "quantifier_behind_word_boundary", R"x("\\b+")x", false},
    {"regex", "quantifier_behind_group", R"x("(a)*(?:b)+")x", true},
    {"regex", "quantifier_behind_lookahead", R"x("(?=a)*")x", false},
    {"regex", "quantifier_within_lookahead", R"x("(?=a*)b")x", true},
    {"regex", "empty_alternatives", R"x("a||(|b|)")x", true},
    {"regex", "group_left_open", R"x("(a")x", false},
    {"regex", "group_closed_twice", R"x("(a))")x", false},
    {"regex", "looking_around", R"x("(?=a)(?!b)(?<=c+)(?<!d{2,})")x", true},
    {"regex", "atomic_group", R"x("(?>a)")x", false},
    {"regex", "flags", R"x("(?i)a")x", false},
    {"regex", "flags_of_group", R"x("(?i:a)")x", false},
    {"regex", "named_group", R"x("(?<$_a1>a)\\k<$_a1>")x", true},
    {"regex", "named_group_with_escape", R"x("(?<\\u0061>a)\\k<a>")x", true},
    {"regex", "named_group_beyond_ascii", R"x("(?<\u00FC>a)")x", true},
    {"regex", "named_group_that_begins_with_digit", R"x("(?<1a>a)")x", false},
    {"regex", "named_group_without_name", R"x("(?<>a)")x", false},
    {"regex", "named_group_twice", R"x("(?<a>a)|(?<a>b)")x", false},
    {"regex", "name_left_open", R"x("(?<a")x", false},
    {"regex", "reference_to_named_group_ahead", R"x("\\k<a>(?<a>a)")x", true},
    {"regex", "reference_to_unknown_name", R"x("(?<a>a)\\k<b>")x", false},
    {"regex", "reference_without_name", R"x("\\k")x", false},
    {"regex", "reference_to_group_ahead", R"x("\\2(a)(b)")x", true},
    {"regex", "reference_to_unknown_group", R"x("(a)(?:b)\\2")x", false},
    {"regex", "reference_beyond_64_bits", R"x("(a)\\99999999999999999999")x", false},
    {"regex", "sets", R"x("\\d\\D\\s\\S\\w\\W")x", true},
    {"regex", "controls", R"x("\\t\\n\\v\\f\\r\\cA\\cz\\0")x", true},
    {"regex", "control_of_digit", R"x("\\c1")x", false},
    {"regex", "octal_escape", R"x("\\07")x", false},
    {"regex", "hexadecimal_escape", R"x("\\x4a")x", true},
    {"regex", "hexadecimal_escape_cut_off", R"x("\\x4")x", false},
    {"regex", "unicode_escapes", R"x("\\u00fc\\u{1F600}\\ud83d\\ude00\\ud83d")x", true},
    {"regex", "unicode_escape_with_leading_zeros", R"x("\\u{000000000041}")x", true},
    {"regex", "unicode_escape_too_high", R"x("\\u{110000}")x", false},
    {"regex", "unicode_escape_without_digits", R"x("\\u{}")x", false},
    {"regex", "unicode_escape_left_open", R"x("\\u{41")x", false},
    {"regex", "unicode_escape_of_three_digits", R"x("\\u123")x", false},
    {"regex", "escaped_syntax", R"x("\\^\\$\\\\\\.\\*\\+\\?\\(\\)\\[\\]\\{\\}\\|\\/")x", true},
    {"regex", "escaped_letter", R"x("\\a")x", false},
    {"regex", "escaped_hyphen", R"x("\\-")x", false},
    {"regex", "escaped_letter_beyond_ascii", R"x("\\\u00FC")x", false},
    {"regex", "anchor_of_another_language", R"x("\\Z")x", false},
    {"regex", "backslash_last", R"x("a\\")x", false},
    {"regex", "property", R"x("\\p{Lu}\\P{L}[\\p{Nd}]")x", true},
    {"regex", "unknown_property", R"x("\\p{Abc}")x", false},
    {"regex", "property_by_long_name", R"x("\\p{Letter}\\p{Script=Greek}")x", true},
    {"regex", "property_without_braces", R"x("\\pL")x", false},
    {"regex", "property_left_open", R"x("\\p{L")x", false},
    {"regex", "property_without_name", R"x("\\p{}")x", false},
    {"regex", "property_that_is_negated_within", R"x("\\p{^L}")x", false},
    {"regex", "hyphens_in_class", R"x("[-a-c-][a\\-z][--0]")x", true},
    {"regex", "range_in_wrong_order", R"x("[b-a]")x", false},
    {"regex", "range_of_one", R"x("[a-a]")x", true},
    {"regex", "range_of_escapes", R"x("[\\x41-\\u{5A}\\cA-\\cZ\\b-\\r]")x", true},
    {"regex", "range_of_controls_in_wrong_order", R"x("[\\cZ-\\cA]")x", false},
    {"regex", "range_of_pairs", R"x("[\\ud83d\\ude00-\\ud83d\\ude4f]")x", true},
    {"regex", "range_of_pairs_in_wrong_order", R"x("[\\ud83d\\ude4f-\\ud83d\\ude00]")x", false},
    {"regex", "range_to_last_low_surrogate", R"x("[\\ud800\\udfff-\\ud801\\udc00]")x", true},
    {"regex", "range_to_lone_surrogate", R"x("[\\ud801\\udc00-\\ue000]")x", false},
    {"regex", "range_from_set", R"x("[\\d-z]")x", false},
    {"regex", "range_to_set", R"x("[a-\\d]")x", false},
    {"regex", "set_before_last_hyphen", R"x("[\\d-]")x", true},
    {"regex", "reference_in_class", R"x("(a)[\\1]")x", false},
    {"regex", "boundary_of_no_word_in_class", R"x("[\\B]")x", false},
    {"regex", "bracket_in_class", R"x("[[(]")x", true},
    {"regex", "class_of_another_language", R"x("[[:alpha:]]")x", false},
};

INSTANTIATE_TEST_SUITE_P(Rows, RegexFormat, testing::ValuesIn(rows), name_of_format_row);

}  // namespace

}  // namespace standin::schema
