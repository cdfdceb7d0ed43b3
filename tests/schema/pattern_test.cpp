// Searches that would take for ever: they give up, and whoever asked is told so.
#include "mock/schema/pattern.h"

#include "tests/schema/told.h"

namespace standin::schema {

namespace {

// A long text, put together where it is needed: every test's process has all of the rows.
struct Text {
    Text(const char* literal) : end(literal) {}
    Text(char letter, const char* behind, size_t times) : end(behind), c(letter), count(times) {}
    std::string whole() const { return std::string(count, c) + end; }

    const char* end;
    char c = ' ';
    size_t count = 0;
};

struct SearchRow {
    const char* name;
    const char* expression;
    Text text;
    Search result;
};

void PrintTo(const SearchRow& row, std::ostream* out) {
    *out << row.name;
}

class Searched : public testing::TestWithParam<SearchRow> {};

TEST_P(Searched, Ends) {
    const Pattern pattern(GetParam().expression);
    ASSERT_EQ(pattern.mistake(), "");
    Steps steps;
    EXPECT_EQ(pattern.search(GetParam().text.whole(), steps), GetParam().result);
}

Text many(char c, const char* end, size_t count = 100'000) {
    return {c, end, count};
}

constexpr size_t ten_million = 10'000'000;

// What can take more than one way in each step, or begins anew in each place of the text.
const SearchRow hostile[] = {
    {"text_that_is_not_utf8", "a", "a\xFF", Search::missed},
    {"repeated_repetition", "(a+)+$", many('a', "!"), Search::gave_up},
    {"repeated_repetition_of_megabytes", "(a+)+$", many('a', "!", ten_million), Search::gave_up},
    {"repeated_pair", "(x+x+)+y", many('x', "!y"), Search::gave_up},
    {"repeated_class", "([a-zA-Z]+)*$", many('a', "!", ten_million), Search::gave_up},
    {"repeated_anything", "(.*)*=.*", many('a', "\n=\n", ten_million), Search::gave_up},
    {"repeated_anything_else", "(.*)*=b", many('a', "=ab"), Search::gave_up},
    {"repeated_letters", "^(([a-z])+.)+[A-Z]([a-z])+$", many('a', ""), Search::gave_up},
    {"repeated_letters_of_megabytes", "^(([a-z])+.)+[A-Z]([a-z])+$", many('a', "", ten_million),
     Search::gave_up},
    {"alternatives", "^(a|a)*$", many('a', "!"), Search::gave_up},
    {"alternatives_so_many_times", "^(?:a|a){30}$", many('a', "!!!!!", 29), Search::gave_up},
    {"alternatives_in_a_row", "^(a?){40}a{40}$", many('a', "!!!", 39), Search::gave_up},
    {"neighbours", "^a*a*a*a*a*b*$", many('a', "!", 5000), Search::gave_up},
    {"lazy_neighbours", "^a*?a*?a*?a*?$", many('a', "!", 5000), Search::gave_up},
    {"from_every_place", "(?:a|b)a*[cd]", many('a', "!", ten_million), Search::gave_up},
    {"lookahead_from_every_place", "(?:a|b)(?=(a*))[cd]", many('a', "!", ten_million),
     Search::gave_up},
    {"reference", R"(^(a+)\1+$)", many('a', "", 100'003), Search::gave_up},
    {"reference_from_every_place", R"((a*)\1b)", many('a', "!b", 1'000'000), Search::gave_up},
    {"named_reference", R"((?<x>a*)\k<x>b)", many('a', "!b", 1'000'000), Search::gave_up},
    {"exact_count_from_every_place", "[ab]{60000}[cd]", many('a', "", 300'000), Search::gave_up},
    {"count_missed_from_many_places", "[ab]{60000}c", many('a', "!c", 90'000), Search::gave_up},
    {"least_count_missed_from_many_places", "[ab]{60000,}c", many('a', "!c", 90'000),
     Search::gave_up},
    {"least_count_from_every_place", "[ab]{60000,}?[cd]", many('a', "!", 300'000), Search::gave_up},
    {"count_of_an_escape", R"(\x61{50000}[cd])", many('a', "", 300'000), Search::gave_up},
    {"count_of_several_bytes", "\u00E9|é{50000}[cd]", many('a', "", 300'000), Search::missed},
    {"count_in_a_group", "(?:[ab]{50000}[xy]|c)[de]", many('a', "", 300'000), Search::gave_up},
    {"count_of_a_reference", R"(^(a*)(?:b|a)*?\1{1000}[cd])", many('a', "", 100'000),
     Search::gave_up},
    {"more_memory_than_there_is", "^(a|b)*$", many('a', "", ten_million), Search::gave_up},
};

const SearchRow sane[] = {
    {"letters_of_megabytes", "^[a-z]*$", many('a', "", ten_million), Search::found},
    {"letters_of_megabytes_missed", "^[a-z]*$", many('a', "!", ten_million), Search::missed},
    {"word_in_megabytes", "needle", many('a', "needle", ten_million), Search::found},
    {"alternatives_of_a_million", "^(a|b)*$", many('a', "", 1'000'000), Search::found},
    {"host_names", "^([a-z]+\\.)+com$", many('a', ".b.com"), Search::found},
    {"exact_count", "^[0-9]{3}$", "123", Search::found},
    {"great_count", "^[0-9]{1000}$", many('1', "", 1000), Search::found},
    {"great_count_missed", "^[0-9]{1000}$", many('1', "", 999), Search::missed},
    {"great_least_count", "^.{1000,}$", many('1', "", 100'000), Search::found},
    {"great_count_of_several_bytes", "^a\u20AC{2}€{100}$", "a€€", Search::missed},
    {"great_count_of_a_reference", R"(^(ab)\1{100}$)", "abab", Search::missed},
    {"count_of_a_group", "^(ab){2,3}?$", "abab", Search::found},
    {"lazy", "^a+?b??$", "aab", Search::found},
    {"brace_that_counts_nothing", "^a{,2}$", "a{,2}", Search::found},
    {"lookbehind", "(?<=a|b)c", "bc", Search::found},
    {"negative_lookbehind", "(?<!a|b)c", "bc", Search::missed},
    {"lookahead", "^(?=a+b)(?!ac).*$", "aab", Search::found},
    {"empty_lookahead", "a(?!)", "a", Search::missed},
    {"empty_alternative", "^(|a)b$", "b", Search::found},
    {"reference_is_the_same", R"(^(['"])[^'"]*\1$)", "'a'", Search::found},
    {"reference_is_another", R"(^(['"])[^'"]*\1$)", "'a\"", Search::missed},
    {"repeated_reference", R"(^(a)\1{2}$)", "aaa", Search::found},
    {"named_group", R"(^(?<x>a|b)\k<x>$)", "bb", Search::found},
    {"flags", "^(?i)a$", "A", Search::found},
    {"flags_of_lines", "^(?m)a$", "a\nb", Search::found},
    {"end_of_the_text", "a$", "a\n", Search::missed},
    {"flags_of_a_group", "^(?i:a|b)$", "B", Search::found},
    {"named_as_in_python", "^(?P<x>a|b)(?P=x)$", "bb", Search::found},
    {"comment", "^a(?#b:c)d$", "ad", Search::found},
    {"condition", "^(a)?(?(1)b|c)$", "c", Search::found},
    {"condition_that_looks", "^(?(?=a)ab|cd)$", "cd", Search::found},
    {"recursion", R"(^(\((?1)*\))$)", "(()())", Search::found},
    {"not_utf8", "a", "a\xFF", Search::missed},
};

// What a group in a repeated group captured counts in that iteration only (ECMA-262, section
// 22.2.2.3.1).
const SearchRow iterations[] = {
    {"of_a_branch_not_taken_again", R"(^(?:(a)|b)*\1$)", "ab", Search::found},
    {"of_a_branch_taken_last", R"(^(?:(a)|b)+?\1$)", "baa", Search::found},
    {"of_a_branch_taken_last_missed", R"(^(?:(a)|b)*\1$)", "aba", Search::missed},
    {"of_a_longer_branch_taken_last_missed", R"(^(?:(ax)|b)*\1c$)", "baxbaxc", Search::missed},
    {"within_the_same_iteration", R"(^(?:(['"])\w*\1,?)*$)", R"('a',"b")", Search::found},
    {"within_the_same_iteration_missed", R"(^(?:(['"])\w*\1,?)*$)", R"('a',"b')", Search::missed},
    {"within_the_next_iteration", R"(^(?:\1(a)){2}$)", "aa", Search::found},
    {"within_the_next_iteration_missed", R"(^(?:\1(a)){2}$)", "aaa", Search::missed},
    {"of_the_repeated_group_itself", R"(^(a\1)*$)", "aa", Search::found},
    {"of_the_repeated_group_afterwards", R"(^(a|b)*\1$)", "abb", Search::found},
    {"of_the_repeated_group_before_the_last", R"(^(a|b){2}\1$)", "aba", Search::missed},
    {"of_a_group_around_the_repeated", R"(^(?:(?:(a)|b){1,2}c\1d){2}$)", "abcdaacad",
     Search::found},
    {"of_an_outer_iteration", R"(^(?:(?:(x)y)*-\1)*$)", "xy-x--", Search::found},
    {"of_an_outer_iteration_missed", R"(^(?:(?:(x)y)*-\1){2}$)", "xy-x-x", Search::missed},
    {"of_a_named_group", R"(^(?:(?<n>a)|b)*\k<n>$)", "ab", Search::found},
    {"of_a_named_repeated_group", R"(^(?<n>ab\k<n>)+$)", "abab", Search::found},
    {"of_groups_behind_a_mark", R"(^(?:(a)|b)*\1(c)(d)\3\2$)", "abcddc", Search::found},
    {"that_is_optional", R"(^(?:(a)?b)*\1$)", "abb", Search::found},
    {"whose_text_is_empty", R"(^(?:(a*)b)*\1c$)", "aabbc", Search::found},
    {"undone_when_an_iteration_is", R"(^(?:(a)|ab)*?\1c$)", "aac", Search::found},
    {"repeated_reference", R"(^(?:(a)|b)*\1{100}c$)", "abc", Search::found},
    {"in_a_lookahead", R"(^(?:(?=(a))a|b)*\1$)", "ab", Search::found},
    {"in_a_class_is_none", R"(^(?:[(](a)|b)*\1$)", "(ab", Search::found},
    {"many", R"(^(?:(a)|b)*\1$)", {'a', "b", 10'000}, Search::found},
    {"too_many", R"((?:(a)|a|b)*\1\1c$)", {'a', "bcd", 100'000}, Search::gave_up},
};

constexpr auto name_of_search = [](const auto& row) { return row.param.name; };
INSTANTIATE_TEST_SUITE_P(Hostile, Searched, testing::ValuesIn(hostile), name_of_search);
INSTANTIATE_TEST_SUITE_P(Iterations, Searched, testing::ValuesIn(iterations), name_of_search);
INSTANTIATE_TEST_SUITE_P(Sane, Searched, testing::ValuesIn(sane), name_of_search);

// What a lookbehind captures lies before the iteration in which it does.
TEST(Pattern, RefusesWhatCannotBeTold) {
    EXPECT_EQ(Pattern(R"(^(?:(?<=(x))y)*\1$)").mistake(),
              "reference to what a repeated lookbehind captures at offset 15");
    EXPECT_EQ(Pattern(R"(^(?:(?<=(x))y)\1$)").mistake(), "");
    EXPECT_EQ(Pattern(R"(^(?:(a)|b)*\3$)").mistake(),
              "reference to non-existent subpattern at offset 11");
}

TEST(Steps, AreSharedByAllSearches) {
    const Pattern pattern("^a*$");
    Steps steps{100};
    EXPECT_EQ(pattern.search("aaaa", steps), Search::found);
    EXPECT_LT(steps.left, 100U);
    while (pattern.search("aaaa", steps) == Search::found) {
    }
    EXPECT_EQ(steps.left, 0U);
    EXPECT_EQ(pattern.search("", steps), Search::gave_up);
}

// Of each keyword that could take "not known" for "not met": the pattern alone is told.
#define SLOW "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab"
#define SLOW_PATTERN "^(a|a|aa)+$"
const ToldRow lost[] = {
    {"count",
     R"({"pattern":"[ab]{60000}[cd]"})",
     '"' + many('a', "\"", 300'000).whole(),
     {"- pattern [ab]{60000}[cd] too many steps /pattern 1:2"}},
    {"not",
     R"({"not":{"pattern":")" SLOW_PATTERN R"("}})",
     R"(")" SLOW R"(")",
     {"- pattern ^(a|a|aa)+$ too many steps /not/pattern 1:9"}},
    {"one_of",
     R"({"oneOf":[{"pattern":")" SLOW_PATTERN R"("},true]})",
     R"(")" SLOW R"(")",
     {"- pattern ^(a|a|aa)+$ too many steps /oneOf/0/pattern 1:12"}},
    {"any_of",
     R"({"anyOf":[{"pattern":")" SLOW_PATTERN R"("},true]})",
     R"(")" SLOW R"(")",
     {"- pattern ^(a|a|aa)+$ too many steps /anyOf/0/pattern 1:12"}},
    {"if",
     R"({"if":{"pattern":")" SLOW_PATTERN R"("},"then":false})",
     R"(")" SLOW R"(")",
     {"- pattern ^(a|a|aa)+$ too many steps /if/pattern 1:8"}},
    {"contains",
     R"({"contains":{"pattern":")" SLOW_PATTERN R"("},"minContains":0})",
     R"([1,")" SLOW R"("])",
     {"/1 pattern ^(a|a|aa)+$ too many steps /contains/pattern 1:14"}},
    {"pattern_properties",
     R"({"patternProperties":{")" SLOW_PATTERN R"(":false}})",
     R"({"a":{")" SLOW R"(":1},")" SLOW R"(":1})",
     {"- patternProperties ^(a|a|aa)+$ too many steps /patternProperties 1:2"}},
    {"property_names",
     R"({"propertyNames":{"not":{"pattern":")" SLOW_PATTERN R"("}}})",
     R"({")" SLOW R"(":1})",
     {"/" SLOW " pattern ^(a|a|aa)+$ too many steps /propertyNames/not/pattern 1:26"}},
    {"additional_properties",
     R"({"additionalProperties":{"not":{"pattern":")" SLOW_PATTERN R"("}}})",
     R"({"x":")" SLOW R"("})",
     {"/x pattern ^(a|a|aa)+$ too many steps /additionalProperties/not/pattern 1:33"}},
    {"unevaluated_properties",
     R"({"unevaluatedProperties":{"not":{"pattern":")" SLOW_PATTERN R"("}}})",
     R"({"x":")" SLOW R"("})",
     {"/x pattern ^(a|a|aa)+$ too many steps /unevaluatedProperties/not/pattern 1:34"}},
    {"evaluated_by_pattern",
     R"({"allOf":[{"patternProperties":{")" SLOW_PATTERN R"(":true}}],
         "unevaluatedProperties":{"type":"number"}})",
     R"({")" SLOW R"(":1})",
     {"- patternProperties ^(a|a|aa)+$ too many steps /allOf/0/patternProperties 1:12"}},
    {"what_else_is_wrong",
     R"({"items":{"type":"string","pattern":")" SLOW_PATTERN R"("}})",
     R"([1,")" SLOW R"(",2])",
     {"/1 pattern ^(a|a|aa)+$ too many steps /items/pattern 1:27"}},
};
INSTANTIATE_TEST_SUITE_P(Lost, Told, testing::ValuesIn(lost), name_of_row);

// Each member alone would take as long as the one above.
TEST(Lost, EndsTheCheck) {
    Schemas schemas("c.json", read_marked(R"({"additionalProperties":{"pattern":"(a+)+$"}})"),
                    v2020);
    std::string text = "{";
    for (int i = 0; i < 1000; ++i) {
        text +=
            (i ? ",\"" : "\"") + std::to_string(i) + "\":\"" + many('a', "!", 1000).whole() + '"';
    }
    Problems problems;
    check(schemas.compile(""), read_marked(text + "}")->root(), {}, problems);
    ASSERT_EQ(problems.size(), 1U);
    EXPECT_EQ(problems[0].pointer, "/0");
}

}  // namespace

}  // namespace standin::schema
