// oneOf and anyOf: leaving branches out must not change any verdict.
#include "mock/schema/choice.h"

#include <algorithm>

#include "tests/schema/told.h"

namespace standin::schema {

namespace {

// A list of branches, and what stands beside it in the same schema.
struct ChoiceRow {
    const char* name;
    std::vector<const char*> branches;
    const char* beside;  // members with a comma after each
    std::vector<const char*> instances;
};

void PrintTo(const ChoiceRow& row, std::ostream* out) {
    *out << row.name;
}

// The branches hidden behind "if", through which no demand is seen, are all run.
std::string schema_of(const ChoiceRow& row, const std::string& keyword, bool hidden) {
    std::string list;
    for (const char* branch : row.branches) {
        if (!list.empty()) list += ',';
        list += hidden ? R"({"if":true,"then":)" + std::string(branch) + '}' : branch;
    }
    return '{' + std::string(row.beside) + '"' + keyword + "\":[" + list + "]}";
}

const std::vector<const char*> common = {
    "null",
    "true",
    "1",
    "1.0",
    "1.5",
    R"("a")",
    "[]",
    "[1]",
    "{}",
    R"({"t":"a"})",
    R"({"t":"b"})",
    R"({"t":"c"})",
    R"({"t":1})",
    R"({"t":null})",
    R"({"u":"a"})",
    R"({"t":"a","u":"a"})",
    R"({"t":"a","u":1})",
    R"({"t":"b","u":"x","v":true})",
    R"({"t":"a","t":"b"})",
    R"({"t":"b","t":"a"})",
    R"({"t":"a","t":1})",
    R"({"t":1,"t":"c"})",
    R"({"v":{"t":"a"}})",
    R"({"t":"b","v":{"t":"a","v":{"t":"b"}}})",
};

const ChoiceRow choices[] = {
    {"kinds",
     {R"({"type":"string"})", R"({"type":["object","null"]})", R"({"type":"array"})"},
     "",
     {}},
    {"integers", {R"({"type":"integer"})", R"({"type":"number"})", "true", "false"}, "", {}},
    {"kinds_of_values",
     {R"({"const":1.0})", R"({"enum":["a",null]})", R"({"const":{"t":1}})"},
     "",
     {}},
    {"words",
     {R"({"properties":{"t":{"const":"a"}}})", R"({"properties":{"t":{"enum":["a","b"]}}})",
      R"({"properties":{"t":{"const":"c"}}})"},
     "",
     {}},
    {"words_and_others",
     {R"({"properties":{"t":{"enum":["a",1,null]}}})", R"({"properties":{"t":{"enum":[1,2]}}})",
      R"({"properties":{"t":{"type":"string"}}})"},
     "",
     {}},
    {"required",
     {R"({"required":["t"]})", R"({"required":["u"]})", R"({"required":["t","v"]})"},
     "",
     {}},
    {"required_words",
     {R"({"required":["t"],"properties":{"t":{"const":"a"}}})",
      R"({"required":["t","u"],"properties":{"t":{"const":"b"}}})", R"({"required":["v"]})"},
     "",
     {}},
    {"required_by_nothing_else",
     {R"({"required":["t","t"]})", R"({"properties":{"t":false}})"},
     "",
     {}},
    {"two_tags",
     {R"({"properties":{"t":{"const":"a"},"u":{"const":"a"}}})",
      R"({"properties":{"t":{"const":"a"},"u":{"const":"x"}}})",
      R"({"properties":{"t":{"const":"b"},"u":{"const":"x"}}})"},
     "",
     {}},
    {"read_only",
     {R"({"required":["t"],"properties":{"t":{"readOnly":true,"const":"a"}}})",
      R"({"required":["u"],"properties":{"u":{"writeOnly":true,"enum":["a"]}}})"},
     "",
     {}},
    {"read_only_behind_a_reference",
     {R"({"required":["t"],"properties":{"t":{"$ref":"#/$defs/r","maxLength":9}}})",
      R"({"required":["t"],"properties":{"t":{"const":"b"}}})"},
     R"("$defs":{"r":{"readOnly":true,"enum":["a"]}},)",
     {}},
    {"read_only_in_another_part",
     {R"({"properties":{"t":{"allOf":[{"readOnly":true},{"const":"a"}]}}})",
      R"({"allOf":[{"required":["t"]},{"properties":{"t":{"readOnly":true}}}]})"},
     "",
     {}},
    {"references",
     {R"({"$ref":"#/$defs/a"})", R"({"$ref":"#/$defs/b","type":"object"})",
      R"({"$ref":"#/$defs/c"})"},
     R"("$defs":{"a":{"$ref":"#/$defs/c"},"b":{"properties":{"t":{"$ref":"#/$defs/w"}}},
"c":{"required":["t"],"properties":{"t":{"const":"c"}}},"w":{"enum":["a","b"]}},)",
     {}},
    {"all_of",
     {R"({"allOf":[{"properties":{"t":{"enum":["a","b"]}}},{"properties":{"t":{"const":"a"}}}]})",
      R"({"allOf":[{"required":["v"]},{"type":["object","string"]}]})",
      R"({"allOf":[{"type":"number"},{"type":"integer"}]})"},
     "",
     {}},
    {"nested",
     {R"({"anyOf":[{"required":["t"]},{"type":"null"}]})",
      R"({"oneOf":[{"properties":{"t":{"const":"b"}}},{"required":["u"]}]})"},
     "",
     {}},
    {"recursive",
     {R"({"required":["t"],"properties":{"t":{"const":"a"},"v":{"$ref":"#"}}})",
      R"({"required":["t"],"properties":{"t":{"const":"b"},"v":{"$ref":"#"}}})"},
     "",
     {}},
    {"patterns_and_strangers",
     {R"({"patternProperties":{"t":{"const":"a"}},"additionalProperties":false})",
      R"({"properties":{"t":{"const":"b"}},"additionalProperties":{"type":"boolean"}})"},
     "",
     {}},
    {"unevaluated",
     {R"({"properties":{"t":{"const":"a"}}})", R"({"properties":{"t":{"const":"b"},"v":true}})",
      R"({"required":["u"],"properties":{"u":true}})"},
     R"("unevaluatedProperties":false,)",
     {}},
    {"unevaluated_items",
     {R"({"prefixItems":[{"const":1}]})", R"({"type":"array","maxItems":0})"},
     R"("unevaluatedItems":false,)",
     {"[1,2]", "[2]"}},
    {"unevaluated_branch",
     {R"({"properties":{"t":{"const":"a"}},"unevaluatedProperties":false})",
      R"({"required":["t","u"],"unevaluatedProperties":{"type":"string"}})"},
     "",
     {}},
    {"dynamic",
     {R"({"$ref":"/l"})", R"({"required":["t"],"properties":{"t":{"const":"b"}}})"},
     R"("$id":"http://x/","$dynamicAnchor":"n","$defs":{"l":{"$id":"/l","$dynamicAnchor":"n",
"properties":{"t":{"const":"a"},"v":{"$dynamicRef":"#n"}}}},)",
     {}},
};

// More than the bits of a word: each branch is named by one value, the last two by the same.
ChoiceRow many() {
    static std::vector<std::string> texts;
    ChoiceRow row{"many",
                  {},
                  "",
                  {R"({"t":"w0"})", R"({"t":"w63"})", R"({"t":"w64"})", R"({"t":"w149"})",
                   R"({"t":"w150"})"}};
    for (int i = 0; i < 150; ++i) {
        texts.push_back(R"({"required":["t"],"properties":{"t":{"const":"w)" + std::to_string(i) +
                        R"("}}})");
    }
    texts.push_back(texts.back());
    for (const std::string& text : texts) row.branches.push_back(text.c_str());
    return row;
}

class Choosing : public testing::TestWithParam<ChoiceRow> {};

std::string name_of_choice(const testing::TestParamInfo<ChoiceRow>& row) {
    return row.param.name;
}

bool verdict(const std::string& schema, std::string_view instance, Direction direction) {
    Schemas schemas("contract.json", read_marked(schema), v2020);
    return is_valid(schemas.compile(""), read_marked(instance)->root(), direction);
}

// The branches that are left to be run, of the first 64.
uint64_t left_of(const ChoiceRow& row, std::string_view instance) {
    Schemas schemas("contract.json", read_marked(schema_of(row, "anyOf", false)), v2020);
    const Rule& rule = schemas.compile("").of(Stage::combination).back();
    return rule.operand.choice->selectors.at(0).fitting(read_marked(instance)->root());
}

}  // namespace

TEST_P(Choosing, VerdictIsThatOfAllBranches) {
    const ChoiceRow& row = GetParam();
    std::vector<const char*> instances = common;
    instances.insert(instances.end(), row.instances.begin(), row.instances.end());
    for (const std::string keyword : {"oneOf", "anyOf"}) {
        const std::string plain = schema_of(row, keyword, false);
        const std::string hidden = schema_of(row, keyword, true);
        for (const char* instance : instances) {
            for (const Direction direction : {Direction::request, Direction::response}) {
                EXPECT_EQ(verdict(plain, instance, direction), verdict(hidden, instance, direction))
                    << keyword << ' ' << instance << " as a "
                    << (direction == Direction::request ? "request" : "response");
            }
        }
    }
}

INSTANTIATE_TEST_SUITE_P(Choice, Choosing, testing::ValuesIn(choices), name_of_choice);
INSTANTIATE_TEST_SUITE_P(Long, Choosing, testing::Values(many()), name_of_choice);

struct LeftRow {
    const char* name;
    const char* choice;  // a row of `choices`
    const char* instance;
    uint64_t left;
};

void PrintTo(const LeftRow& row, std::ostream* out) {
    *out << row.name;
}

class Left : public testing::TestWithParam<LeftRow> {};

TEST_P(Left, OnlyBranchesThatMayMatch) {
    const LeftRow& row = GetParam();
    const auto* choice = std::ranges::find(choices, std::string_view(row.choice),
                                           [](const ChoiceRow& one) { return one.name; });
    ASSERT_NE(choice, std::end(choices));
    EXPECT_EQ(left_of(*choice, row.instance), row.left);
}

const LeftRow lefts[] = {
    {"kind", "kinds", "[]", 0b100},
    {"fraction", "integers", "1.5", 0b111},
    {"equal_numbers", "kinds_of_values", "1", 0b001},
    {"word", "words", R"({"t":"a"})", 0b011},
    {"unknown_word", "words", R"({"t":"x"})", 0b000},
    {"no_word", "words", R"({"t":1})", 0b111},
    {"absent_word", "words", "{}", 0b111},
    {"last_word", "words", R"({"t":"c","t":"b"})", 0b010},
    {"no_words_allowed", "words_and_others", R"({"t":"b"})", 0b100},
    {"absent", "required", R"({"t":1})", 0b001},
    {"all_present", "required", R"({"v":1,"u":1,"t":1})", 0b111},
    {"word_and_absent", "required_words", R"({"t":"b","v":1})", 0b100},
    {"two_tags", "two_tags", R"({"t":"a","u":"x"})", 0b010},
    {"read_only_is_left", "read_only", "{}", 0b11},
    {"reference", "references", R"({"t":"a"})", 0b010},
    {"all_of", "all_of", R"({"t":"b","v":1})", 0b010},
    {"unevaluated", "unevaluated_branch", R"({"t":"b","u":1})", 0b10},
};

INSTANTIATE_TEST_SUITE_P(Choice, Left, testing::ValuesIn(lefts),
                         [](const auto& row) { return std::string(row.param.name); });

}  // namespace standin::schema
