// Reading YAML: what it means, where it stands, and what is refused.
#include "mock/contract/source.h"
#include "tests/contract/told.h"

namespace standin::contract {

namespace {

std::string json_of(const std::string& text) {
    return to_json(read_source_text("a.yaml", text).root());
}

// Each row is a plain scalar, read as the value of a member (YAML 1.2.2, section 10.3.2).
class Plain : public testing::TestWithParam<TextRow> {};

TEST_P(Plain, ByTheCoreSchema) {
    EXPECT_EQ(json_of("a: " + GetParam().text), "{\"a\":" + GetParam().expected + "}");
}

const TextRow plain_rows[] = {
    {"nothing", "", "null"},
    {"tilde", "~", "null"},
    {"null", "null", "null"},
    {"null_capital", "Null", "null"},
    {"null_capitals", "NULL", "null"},
    {"null_mixed", "nULL", R"("nULL")"},
    {"true_", "true", "true"},
    {"true_capital", "True", "true"},
    {"true_capitals", "TRUE", "true"},
    {"true_mixed", "tRUE", R"("tRUE")"},
    {"false_", "false", "false"},
    {"false_capital", "False", "false"},
    {"false_capitals", "FALSE", "false"},
    {"yes_is_text", "yes", R"("yes")"},
    {"no_is_text", "no", R"("no")"},
    {"on_is_text", "on", R"("on")"},
    {"off_is_text", "off", R"("off")"},
    {"y_is_text", "y", R"("y")"},
    {"integer", "17", "17"},
    {"minus", "-17", "-17"},
    {"plus", "+17", "17"},
    {"leading_zeros", "007", "7"},
    {"zeros", "000", "0"},
    {"minus_zero", "-0", "-0"},
    {"octal", "0o17", "15"},
    {"hexadecimal", "0xfF", "255"},
    {"octal_digit_8", "0o18", R"("0o18")"},
    {"octal_of_yaml_1_1_is_decimal", "010", "10"},
    {"hexadecimal_without_digits", "0x", R"("0x")"},
    {"signed_hexadecimal_is_text", "-0x1", R"("-0x1")"},
    {"hexadecimal_with_two_signs", "0x-1", R"("0x-1")"},
    {"binary_is_text", "0b1", R"("0b1")"},
    {"hexadecimal_of_64_bits", "0xffffffffffffffff", "18446744073709551615"},
    {"underscores_are_text", "1_000", R"("1_000")"},
    {"sexagesimal_is_text", "12:30", R"("12:30")"},
    {"beyond_64_bits", "18446744073709551616", "18446744073709551616"},
    {"fraction", "1.50", "1.50"},
    {"no_digits_before_the_point", ".5", "0.5"},
    {"signed_without_digits_before", "-.5", "-0.5"},
    {"no_digits_behind_the_point", "5.", "5"},
    {"exponent", "1e3", "1e3"},
    {"exponent_signed", "1.5E+03", "1.5E+03"},
    {"exponent_behind_the_point", "1.e3", "1e3"},
    {"exponent_without_digits", "1e", R"("1e")"},
    {"point_alone", ".", R"(".")"},
    {"sign_alone", "+", R"("+")"},
    {"two_points", "1.2.3", R"("1.2.3")"},
    {"version", "3.1.0", R"("3.1.0")"},
    {"date_is_text", "2025-01-01", R"("2025-01-01")"},
    {"word", "word", R"("word")"},
    {"words", "two words  # comment", R"("two words")"},
    {"hash_inside", "a#b", R"("a#b")"},
    {"single_quoted", "'it''s 1'", R"("it's 1")"},
    {"double_quoted", R"("\u00e9\n\"\x41")", "\"\u00e9\\n\\\"A\""},
    {"quoted_number", "\"1\"", R"("1")"},
    {"quoted_null", "''", R"("")"},
    {"literal_block", "|\n  a\n   b\n", R"("a\n b\n")"},
    {"literal_block_of_a_number", "|-\n  17", R"("17")"},
    {"folded_block", ">-\n  a\n  b\n\n  c\n", R"("a b\nc")"},
    {"folded_plain", "a\n  b", R"("a b")"},
    {"string_tag", "!!str 17", R"("17")"},
    {"unspecific_tag", "! 17", R"("17")"},
    {"string_tag_of_nothing", "!!str", R"("")"},
};
INSTANTIATE_TEST_SUITE_P(Scalar, Plain, testing::ValuesIn(plain_rows), name_of_row);

class Read : public testing::TestWithParam<TextRow> {};

TEST_P(Read, AsJson) {
    EXPECT_EQ(json_of(GetParam().text), GetParam().expected);
}

const TextRow read_rows[] = {
    {"block", "a:\n  - 1\n  - b: 2\n    c: 3\n", R"({"a":[1,{"b":2,"c":3}]})"},
    {"flow", "a: {b: [1, 2], c: {}}", R"({"a":{"b":[1,2],"c":{}}})"},
    {"names_are_texts", "200: a\ntrue: b\nnull: c\n1.0: d\n",
     R"({"200":"a","true":"b","null":"c","1.0":"d"})"},
    {"quoted_name", "\"a b\": 1", R"({"a b":1})"},
    {"order_of_members", "z: 1\na: 2\n", R"({"z":1,"a":2})"},
    {"scalar_alone", "word", R"("word")"},
    {"sequence_alone", "- 1\n- 2\n", "[1,2]"},
    {"document_marks", "---\na: 1\n...\n", R"({"a":1})"},
    {"directive", "%YAML 1.2\n---\na: 1\n", R"({"a":1})"},
    {"empty_document", "---\n", "null"},
    {"byte_order_mark",
     "\xef\xbb\xbf"
     "a: 1",
     R"({"a":1})"},
    {"crlf", "a: 1\r\nb: 2\r\n", R"({"a":1,"b":2})"},
    {"tab_between", "a:\t1", R"({"a":1})"},
    {"alias_of_a_scalar", "a: &x 17\nb: *x\n", R"({"a":17,"b":17})"},
    {"alias_of_a_sequence", "a: &x [1]\nb: *x\n", R"({"a":[1],"b":[1]})"},
    {"alias_of_a_mapping", "a: &x {c: 1}\nb: [*x, *x]\n", R"({"a":{"c":1},"b":[{"c":1},{"c":1}]})"},
    {"anchor_given_again", "a: &x 1\nb: *x\nc: &x 2\nd: *x\n", R"({"a":1,"b":1,"c":2,"d":2})"},
    {"merge", "a: &x {b: 1, c: 2}\nd: {<<: *x, c: 3}\n",
     R"({"a":{"b":1,"c":2},"d":{"c":3,"b":1}})"},
    {"merge_of_several", "x: &x {a: 1}\ny: &y {a: 2, b: 3}\nz: {<<: [*x, *y]}\n",
     R"({"x":{"a":1},"y":{"a":2,"b":3},"z":{"a":1,"b":3}})"},
    {"merge_of_a_merge", "x: &x {a: 1}\ny: &y {<<: *x, b: 2}\nz: {<<: *y}\n",
     R"({"x":{"a":1},"y":{"b":2,"a":1},"z":{"b":2,"a":1}})"},
    {"merge_before_its_own", "x: &x {a: 1}\ny:\n  <<: *x\n  a: 2\n",
     R"({"x":{"a":1},"y":{"a":2}})"},
    {"quoted_merge_key_is_a_name", "a: {\"<<\": 1}", R"({"a":{"<<":1}})"},
    {"core_tags_of_collections", "a: !!map {b: !!seq [1]}", R"({"a":{"b":[1]}})"},
};
INSTANTIATE_TEST_SUITE_P(Yaml, Read, testing::ValuesIn(read_rows), name_of_row);

class Marks : public testing::TestWithParam<TextRow> {};

TEST_P(Marks, EveryNodeHasItsPlace) {
    EXPECT_EQ(outline(read_source_text("a.yaml", GetParam().text).root()), GetParam().expected);
}

const TextRow mark_rows[] = {
    {"block", "a: 1\nb:\n  - x\n  - c: true\n",
     R"({@1:1 "a"@1:1 integer@1:4 "b"@2:1 [@3:3 string@3:5 {@4:5 "c"@4:5 boolean@4:8}]})"},
    {"flow", "a: {b: [1, null]}", R"({@1:1 "a"@1:1 {@1:4 "b"@1:5 [@1:8 integer@1:9 null@1:12]}})"},
    {"quoted", "a: 'b'\nc: \"d\"\n", R"({@1:1 "a"@1:1 string@1:4 "c"@2:1 string@2:4})"},
    {"block_scalar_at_its_indicator", "a: |\n  text\n", R"({@1:1 "a"@1:1 string@1:4})"},
    {"nothing_behind_its_colon", "a:\nb: 1\n", R"({@1:1 "a"@1:1 null@1:3 "b"@2:1 integer@2:4})"},
    {"alias_where_its_anchor_stands", "a: &x 17\nb: *x\n",
     R"({@1:1 "a"@1:1 integer@1:4 "b"@2:1 integer@1:4})"},
    {"merged_where_they_are_written", "a: &x {b: 1}\nc: {<<: *x}\n",
     R"({@1:1 "a"@1:1 {@1:4 "b"@1:8 integer@1:11} "c"@2:1 {@2:4 "b"@1:8 integer@1:11}})"},
};
INSTANTIATE_TEST_SUITE_P(Yaml, Marks, testing::ValuesIn(mark_rows), name_of_row);

}  // namespace

}  // namespace standin::contract
