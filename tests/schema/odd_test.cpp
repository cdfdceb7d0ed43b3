// What is odd in a schema but can be acted on: it is compiled, and told.
#include "mock/schema/check.h"
#include "mock/schema/pattern.h"
#include "tests/schema/told.h"

namespace standin::schema {

namespace {

std::string warnings_of(Schemas& schemas) {
    std::string text;
    for (const Mistake& odd : schemas.take_warnings()) text += odd.text() + '\n';
    return text;
}

struct OddRow {
    const char* name;
    const char* schema;
    const char* text;  // of all warnings
    const char* taken;
    const char* refused;
};

void PrintTo(const OddRow& row, std::ostream* out) {
    *out << row.name;
}

class Odd : public testing::TestWithParam<OddRow> {};

TEST_P(Odd, IsToldAndActedOn) {
    const OddRow& row = GetParam();
    Schemas schemas({"c.json", read_marked(row.schema)}, {});
    const Schema& schema = schemas.compile("");
    EXPECT_EQ(warnings_of(schemas), row.text);
    EXPECT_EQ(warnings_of(schemas), "");
    EXPECT_TRUE(is_valid(schema, read_marked(row.taken)->root()));
    EXPECT_FALSE(is_valid(schema, read_marked(row.refused)->root()));
}

const OddRow rows[] = {
    {"anchors", R"({"pattern":"\\Aa+\\Z"})",
     "c.json:1:2: \"pattern\" has a regular expression in \"\\Aa+\\Z\": \\A is no escape of "
     "ECMA-262 at offset 0; it is taken as PCRE2 has it (/pattern)\n",
     R"("aa")", R"("baa")"},
    {"last_end", R"({"pattern":"a\\z"})",
     "c.json:1:2: \"pattern\" has a regular expression in \"a\\z\": \\z is no escape of ECMA-262 "
     "at offset 1; it is taken as PCRE2 has it (/pattern)\n",
     R"("ba")", R"("ab")"},
    {"blank", R"({"pattern":"^\\h$"})",
     "c.json:1:2: \"pattern\" has a regular expression in \"^\\h$\": \\h is no escape of ECMA-262 "
     "at offset 1; it is taken as PCRE2 has it (/pattern)\n",
     R"("\t")", R"("\n")"},
    {"possessive", R"({"pattern":"^a++\\z"})",
     "c.json:1:2: \"pattern\" has a regular expression in \"^a++\\z\": \\z is no escape of "
     "ECMA-262 at offset 4; it is taken as PCRE2 has it (/pattern)\n",
     R"("aa")", R"("aab")"},
    {"flags", R"({"pattern":"(?i)^a$"})", "", R"("A")", R"("b")"},
    {"draft_between", R"({"$schema":"https://json-schema.org/draft-05/schema","minimum":1,
"exclusiveMinimum":true})",
     "c.json:1:2: \"$schema\" names no dialect that is known with "
     "\"https://json-schema.org/draft-05/schema\": it is read as the nearest (/$schema)\n",
     "2", "1"},
    {"draft_on_another_host", R"({"$schema":"https://a.example/draft-07/schema","maximum":1})",
     "c.json:1:2: \"$schema\" names no dialect that is known with "
     "\"https://a.example/draft-07/schema\": it is read as the nearest (/$schema)\n",
     "1", "2"},
    {"unknown", R"({"$schema":"http://a/b","maximum":1})",
     "c.json:1:2: \"$schema\" names no dialect that is known with \"http://a/b\": it is read as "
     "if it were not there (/$schema)\n",
     "1", "2"},
};

INSTANTIATE_TEST_SUITE_P(Schemas, Odd, testing::ValuesIn(rows),
                         [](const auto& row) { return std::string(row.param.name); });

// What PCRE2 takes is counted like any other search.
TEST(Pattern, GivesUpWhatIsNoEcma) {
    const Pattern pattern("\\A(a+)+\\z", Pattern::Flavour::any);
    ASSERT_EQ(pattern.mistake(), "");
    EXPECT_EQ(pattern.foreign(), "\\A is no escape of ECMA-262 at offset 0");
    Steps steps;
    EXPECT_EQ(pattern.search(std::string(100'000, 'a') + '!', steps), Search::gave_up);
}

TEST(Pattern, RefusesWhatNobodyTakes) {
    EXPECT_EQ(Pattern("\\A(", Pattern::Flavour::any).mistake(),
              "\\A is no escape of ECMA-262 at offset 0");
    EXPECT_EQ(Pattern("\\A").mistake(), "\\A is no escape of ECMA-262 at offset 0");
}

}  // namespace

}  // namespace standin::schema
