// I-Regexps as ECMA-262 writes them; "-" stands for texts that are none.
#include "mock/contract/i_regexp.h"

#include "tests/contract/told.h"

namespace standin::contract {

namespace {

class IRegexp : public testing::TestWithParam<TextRow> {};

TEST_P(IRegexp, OfAText) {
    EXPECT_EQ(ecma_of_i_regexp(GetParam().text).value_or("-"), GetParam().expected);
}

const TextRow rows[] = {
    {"empty", "", ""},
    {"characters", "ab-,&~\"é", "ab-,&~\"é"},
    {"anchors", "^a$", "^a$"},
    {"dot", "a.b", "a[^\\n\\r]b"},
    {"dot_in_a_class", "[.]", "[.]"},
    {"escapes", "\\(\\)\\*\\+\\-\\.\\?\\[\\\\\\]\\^\\n\\r\\t\\{\\|\\}",
     "\\(\\)\\*\\+\\-\\.\\?\\[\\\\\\]\\^\\n\\r\\t\\{\\|\\}"},
    {"branches", "a||b", "a||b"},
    {"groups", "(a(b)?)*", "(?:a(?:b)?)*"},
    {"quantifiers", "a*b+c?d{1}e{2,}f{3,4}", "a*b+c?d{1}e{2,}f{3,4}"},
    {"class", "[a-zéA]", "[a-zéA]"},
    {"negated_class", "[^a]", "[^a]"},
    {"hyphen_first", "[-a]", "[\\-a]"},
    {"hyphen_last", "[a-]", "[a\\-]"},
    {"hyphen_alone", "[-]", "[\\-]"},
    {"hyphen_behind_a_range", "[a-c-]", "[a-c\\-]"},
    {"escape_in_a_class", "[\\]-\\^]", "[\\]-\\^]"},
    {"categories", "\\p{L}\\P{Lu}[\\p{Nd}\\p{Cn}]", "\\p{L}\\P{Lu}[\\p{Nd}\\p{Cn}]"},

    {"shorthand", "\\d", "-"},
    {"escape_of_a_letter", "\\a", "-"},
    {"escape_of_nothing", "a\\", "-"},
    {"not_utf8", "\xff", "-"},
    {"nothing_repeated", "*a", "-"},
    {"twice_repeated", "a**", "-"},
    {"lazy", "a*?", "-"},
    {"non_capturing", "(?:a)", "-"},
    {"open_group", "(a", "-"},
    {"closed_group", "a)", "-"},
    {"open_count", "a{1", "-"},
    {"count_of_nothing", "a{}", "-"},
    {"count_without_least", "a{,2}", "-"},
    {"closed_count", "a}", "-"},
    {"open_class", "[a", "-"},
    {"closed_class", "a]", "-"},
    {"empty_class", "[]", "-"},
    {"empty_negated_class", "[^]", "-"},
    {"class_in_a_class", "[[a]]", "-"},
    {"open_range", "[a-", "-"},
    {"hyphen_between", "[a-c-e]", "-"},
    {"unknown_category", "\\p{X}", "-"},
    {"unknown_kind", "\\p{Lx}", "-"},
    {"script", "\\p{Greek}", "-"},
    {"open_category", "\\p{L", "-"},
};
INSTANTIATE_TEST_SUITE_P(Regexp, IRegexp, testing::ValuesIn(rows), name_of_row);

}  // namespace

}  // namespace standin::contract
