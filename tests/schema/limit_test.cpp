// What is asked of check() beside the keywords: places, limits, and cost that grows with the
// instance only.

#include <thread>

#include "tests/schema/told.h"

namespace standin::schema {

namespace {

struct Checked {
    explicit Checked(std::string_view text)
        : schemas("c.json", read_marked(text), Dialect::json_schema_2020_12),
          schema(schemas.compile("")) {}

    size_t problems_in(const Value& instance) const {
        Problems problems;
        check(schema, instance, {}, problems);
        EXPECT_EQ(is_valid(schema, instance), problems.empty());
        return problems.size();
    }

    Schemas schemas;
    const Schema& schema;
};

// {"<prefix>0":<value>,"<prefix>1":<value>,…}
std::string object_of(size_t count, const std::string& prefix, const std::string& value) {
    std::string text = "{";
    for (size_t i = 0; i < count; ++i) {
        text += (i ? ",\"" : "\"") + prefix + std::to_string(i) + "\":" + value;
    }
    return text + "}";
}

std::string array_of(size_t count, const std::string& before, const std::string& after) {
    std::string text = "[";
    for (size_t i = 0; i < count; ++i) text += (i ? "," : "") + before + std::to_string(i) + after;
    return text + "]";
}

// {"a":{"a":…{}…}}
std::string nested(size_t levels) {
    std::string text;
    for (size_t i = 0; i < levels; ++i) text += R"({"a":)";
    return text + "{}" + std::string(levels, '}');
}

TEST(Place, IsPutBeforeThePointer) {
    const Checked checked(R"({"required":["a/b"]})");
    Problems problems;
    check(checked.schema, read_marked("{}")->root(), {Part::query, "/filter"}, problems);
    ASSERT_EQ(problems.size(), 1U);
    EXPECT_EQ(problems[0].part, Part::query);
    EXPECT_EQ(problems[0].pointer, "/filter/a~1b");
}

TEST(Limit, CountsProblemsThatWereThereBefore) {
    const Checked checked(R"({"items":{"type":"null"}})");
    const auto instance = read_marked("[1,2,3,4]");
    Problems problems(1);
    check(checked.schema, instance->root(), {}, problems, 3);
    ASSERT_EQ(problems.size(), 3U);
    EXPECT_EQ(problems[2].pointer, "/1");
    check(checked.schema, instance->root(), {}, problems, 3);
    EXPECT_EQ(problems.size(), 3U);
}

TEST(Limit, IsAHundredUnlessTold) {
    const Checked checked(R"({"additionalProperties":false})");
    EXPECT_EQ(checked.problems_in(read_marked(object_of(500, "a", "1"))->root()), problem_limit);
}

TEST(Depth, ReachesTheReadersLimit) {
    const Checked checked(R"({"allOf":[{"properties":{"a":{"$ref":"#"}}},{"type":"object"}]})");
    EXPECT_EQ(checked.problems_in(read_marked(nested(511))->root()), 0U);
}

// Fifty schemas on each of 500 levels would need more of the stack than a thread may have.
TEST(Depth, EndsWhereTheStackMight) {
    std::string chain;
    for (int i = 0; i < 50; ++i) {
        const std::string next = std::to_string(i + 1);
        chain +=
            "\"c" + std::to_string(i) + R"(":{"allOf":[{"$ref":"#/$defs/c)" + next + R"("}]},)";
    }
    chain += R"("c50":{"properties":{"a":{"$ref":"#/$defs/c0"}}})";
    const Checked checked(R"({"$ref":"#/$defs/c0","$defs":{)" + chain + "}}");
    EXPECT_EQ(checked.problems_in(read_marked(nested(10))->root()), 0U);
    Problems problems;
    check(checked.schema, read_marked(nested(500))->root(), {}, problems);
    ASSERT_EQ(problems.size(), 1U);
    EXPECT_EQ(problems[0].keyword, "depth");
}

// As deep as a check goes, along what takes the most of the stack, on a thread's own.
TEST(Depth, FitsTheStackOfAThread) {
    const Checked checked(R"({"$id":"http://a/s","$dynamicAnchor":"n","unevaluatedItems":false,
        "anyOf":[{"oneOf":[{"if":true,"then":{"$ref":"t"}}]}],
        "$defs":{"t":{"$id":"t","allOf":[{"$dynamicRef":"#n"}],
        "$defs":{"n":{"$dynamicAnchor":"n"}}}}})");
    Problems problems;
    std::thread other([&] {
        check(checked.schema, read_marked("[1]")->root(), {}, problems);
        EXPECT_FALSE(is_valid(checked.schema, read_marked("[1]")->root()));
    });
    other.join();
    ASSERT_EQ(problems.size(), 1U);
    EXPECT_EQ(problems[0].keyword, "depth");
}

// Whatever looked at the same members twice would do so four times a level below, and so on.
TEST(Depth, UnevaluatedMembersAreLookedAtOnce) {
    const Checked checked(R"({"anyOf":[{"properties":{"a":{"$ref":"#"}}},{"maxProperties":0}],
        "unevaluatedProperties":false})");
    EXPECT_EQ(checked.problems_in(read_marked(nested(511))->root()), 0U);
}

TEST(Depth, EndsWhereADynamicReferenceDoesNot) {
    const Checked checked(R"({"$id":"http://a/s","$dynamicAnchor":"n","allOf":[{"$ref":"t"}],
        "$defs":{"t":{"$id":"t","allOf":[{"$dynamicRef":"#n"}],
        "$defs":{"n":{"$dynamicAnchor":"n"}}}}})");
    Problems problems;
    check(checked.schema, Value::null(), {}, problems);
    ASSERT_EQ(problems.size(), 1U);
    EXPECT_EQ(problems[0].keyword, "depth");
}

// {"n":{"n":…<innermost>…}}
std::string nested_to(const std::string& innermost, size_t levels) {
    std::string text;
    for (size_t i = 0; i < levels; ++i) text += R"({"n":)";
    return text + innermost + std::string(levels, '}');
}

// Each of these would look at the innermost value 2^200 times if every branch looked for itself.
struct BranchedRow {
    const char* name;
    const char* schema;
    const char* innermost;
    size_t problems;
};

void PrintTo(const BranchedRow& row, std::ostream* out) {
    *out << row.name;
}

class Branched : public testing::TestWithParam<BranchedRow> {};

TEST_P(Branched, LooksAtNothingTwice) {
    const Checked checked(GetParam().schema);
    const auto instance = read_marked(nested_to(GetParam().innermost, 200));
    EXPECT_EQ(checked.problems_in(instance->root()), GetParam().problems);
}

const BranchedRow branched[] = {
    {"any_of", R"({"anyOf":[{"properties":{"n":{"$ref":"#"},"v":false}},
        {"properties":{"n":{"$ref":"#"},"v":{"type":"null"}}}]})",
     R"({"v":1})", 1},
    {"closest", R"({"anyOf":[{"properties":{"n":{"$ref":"#"},"v":{"type":"null"}}},
        {"properties":{"n":{"$ref":"#"}},"required":["x","y"]}]})",
     R"({"v":1})", problem_limit},
    {"one_of", R"({"oneOf":[{"properties":{"n":{"$ref":"#"}}},
        {"properties":{"n":{"$ref":"#"}},"minProperties":2}]})",
     "1", problem_limit},
    {"one_of_is_met", R"({"type":"object","oneOf":[{"properties":{"n":{"$ref":"#"}}},
        {"properties":{"n":{"$ref":"#"}},"minProperties":2}]})",
     "{}", 0},
    {"tagged", R"({"oneOf":[{"properties":{"n":{"$ref":"#"},"t":{"const":"a"}}},
        {"properties":{"n":{"$ref":"#"},"t":{"const":"b"}}}]})",
     R"({"t":"c"})", 1},
    {"condition", R"({"if":{"properties":{"n":{"$ref":"#"}}},
        "then":{"properties":{"n":{"$ref":"#"},"v":{"type":"null"}}}})",
     R"({"v":1})", 0},
    {"unevaluated", R"({"anyOf":[{"properties":{"n":{"$ref":"#"},"v":false}},
        {"properties":{"n":{"$ref":"#"}}}],"unevaluatedProperties":{"type":"null"}})",
     R"({"w":1})", 1},
};

INSTANTIATE_TEST_SUITE_P(Depth, Branched, testing::ValuesIn(branched),
                         [](const auto& row) { return std::string(row.param.name); });

TEST(Threads, ShareASchema) {
    const Checked checked(R"({"items":{"pattern":"^(a|b)+$"},"uniqueItems":true})");
    const auto instance = read_marked(array_of(200, "\"ab", "\""));
    const auto many = [&] {
        for (int i = 0; i < 50; ++i) EXPECT_EQ(checked.problems_in(instance->root()), 100U);
    };
    std::thread other(many);
    many();
    other.join();
}

TEST(Size, ManyDeclaredPropertiesInManyLevels) {
    const std::string properties = object_of(300, "p", R"({"$ref":"#"})");
    const Checked checked(R"({"type":"object","properties":)" + properties + "}");
    std::string text;
    for (int i = 0; i < 50; ++i) text += R"({"p7":)";
    text += R"({"p299":0})";
    for (int i = 0; i < 50; ++i) text += '}';
    EXPECT_EQ(checked.problems_in(read_marked(text)->root()), 1U);
}

// Each of these would take minutes to hours, not a second, if its cost were quadratic.
TEST(Size, MillionMembers) {
    const Checked checked(R"({"properties":{"a1":{"type":"number"}},
        "additionalProperties":{"type":"number"},"minProperties":1000000})");
    EXPECT_EQ(checked.problems_in(read_marked(object_of(1'000'000, "a", "1"))->root()), 0U);
}

TEST(Size, ManyUnevaluatedMembers) {
    const Checked checked(R"({"allOf":[{"anyOf":[{"properties":{"a1":{}}},
        {"patternProperties":{"^a2":{}}}]}],"unevaluatedProperties":{"type":"number"}})");
    EXPECT_EQ(checked.problems_in(read_marked(object_of(100'000, "a", "1"))->root()), 0U);
}

TEST(Size, ManySchemasInAContract) {
    const std::string text =
        R"({"openapi":"3.1.0","components":{"schemas":)" +
        object_of(20'000, "s", R"({"items":{"$ref":"#/components/schemas/s7"}})") + "}}";
    Schemas schemas("c.json", read_marked(text), Dialect::json_schema_2020_12);
    for (int i = 0; i < 20'000; ++i) {
        schemas.compile("/components/schemas/s" + std::to_string(i));
    }
}

TEST(Size, ManyWrongMembersThatAreReplaced) {
    const Checked checked(R"({"additionalProperties":{"type":"null"}})");
    std::string wrong = object_of(100'000, "a", "1");
    wrong.back() = ',';
    const std::string right = object_of(100'000, "a", "null").substr(1);
    EXPECT_EQ(checked.problems_in(read_marked(wrong + right)->root()), 0U);
}

// Each value is looked up, and what is told of the list stays short.
TEST(Size, ManyAllowedValues) {
    std::string values = "[";
    for (int i = 0; i < 200'000; ++i)
        values += std::to_string(i) + ",\"" + std::to_string(i) + "\",";
    const Checked checked(R"({"items":{"enum":)" + values + "null]}}");
    EXPECT_EQ(checked.problems_in(read_marked(values + "null]")->root()), 0U);
    const auto wrong = read_marked(array_of(1000, "-1", ""));
    Problems problems;
    check(checked.schema, wrong->root(), {}, problems);
    ASSERT_EQ(problems.size(), 100U);
    EXPECT_LT(problems[0].expected.size(), 17'000U);
    EXPECT_TRUE(problems[0].expected.ends_with("|…")) << problems[0].expected.size();
}

TEST(Size, LargeConstantAndLargerObject) {
    const std::string constant = object_of(10'000, "a", "1");
    const Checked checked(R"({"const":)" + constant + "}");
    EXPECT_EQ(checked.problems_in(read_marked(constant)->root()), 0U);
    EXPECT_EQ(checked.problems_in(read_marked(object_of(200'000, "a", "1"))->root()), 1U);
    std::string twice = constant;
    twice.back() = ',';
    twice += constant.substr(1);
    EXPECT_EQ(checked.problems_in(read_marked(twice)->root()), 0U);
    twice.replace(twice.size() - 2, 1, "2");
    EXPECT_EQ(checked.problems_in(read_marked(twice)->root()), 1U);
}

TEST(Size, ManyMembersOfOneName) {
    std::string text = "{";
    for (int i = 0; i < 200'000; ++i) text += "\"a\":0,";
    const auto instance = read_marked(text + "\"a\":1}");
    for (const char* schema :
         {R"({"properties":{"a":{"const":0}}})", R"({"additionalProperties":{"const":0}})",
          R"({"additionalProperties":false})", R"({"unevaluatedProperties":false})",
          R"({"minProperties":2})", R"({"maxProperties":0})", R"({"propertyNames":false})",
          R"({"const":{"a":0}})", R"({"dependentRequired":{"a":["b"]}})"}) {
        EXPECT_EQ(Checked(schema).problems_in(instance->root()), 1U) << schema;
    }
    EXPECT_EQ(Checked(R"({"const":{"a":1},"maxProperties":1})").problems_in(instance->root()), 0U);
}

TEST(Size, ManyUniqueObjects) {
    const Checked checked(R"({"uniqueItems":true})");
    EXPECT_EQ(checked.problems_in(read_marked(array_of(100'000, R"({"a":)", "}"))->root()), 0U);
}

TEST(Size, TwinsOfManyMembers) {
    const Checked checked(R"({"uniqueItems":true})");
    const std::string twin = object_of(100'000, "a", "1");
    EXPECT_EQ(checked.problems_in(read_marked("[" + twin + "," + twin + "]")->root()), 1U);
}

TEST(Size, LongText) {
    const Checked checked(R"({"pattern":"^(a|b)*$","maxLength":1000000})");
    const std::string text(1'000'000, 'a');
    EXPECT_EQ(checked.problems_in(Value::of(std::string_view(text))), 0U);
}

}  // namespace

}  // namespace standin::schema
