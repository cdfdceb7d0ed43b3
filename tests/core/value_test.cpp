// Values and the documents that they live in.
#include <gtest/gtest.h>

#include "mock/core/builder.h"
#include "mock/core/json.h"
#include "mock/core/problem.h"

namespace standin {

namespace {

std::shared_ptr<const Document> read(std::string_view text) {
    JsonFault fault;
    std::shared_ptr<const Document> document = read_json(text, fault, {.marks = true});
    EXPECT_TRUE(document) << fault.message << ": " << text;
    return document;
}

TEST(Find, GivesTheLastOfANameThatStandsTwice) {
    const auto document = read(R"({"a":1,"b":2,"a":3})");
    ASSERT_TRUE(document->root().find("a"));
    EXPECT_EQ(document->root().find("a")->integer(), 3);
    EXPECT_EQ(document->root().find("c"), nullptr);
}

TEST(Find, GivesNothingOfWhatIsNoObject) {
    for (const char* text : {"null", "true", "1", "1.5", "\"a\"", "[{\"a\":1}]"}) {
        EXPECT_EQ(read(text)->root().find("a"), nullptr) << text;
    }
}

TEST(At, GoesThroughMembers) {
    const auto document = read(R"({"a":{"b":{"c":"deep"}},"n":null})");
    const Value& root = document->root();
    ASSERT_TRUE(root.at("a", "b", "c"));
    EXPECT_EQ(root.at("a", "b", "c")->text(), "deep");
    EXPECT_EQ(root.at("a", "x", "c"), nullptr);
    EXPECT_EQ(root.at("n", "b"), nullptr);
    EXPECT_EQ(root.at("a", "b"), root.find("a")->find("b"));
}

TEST(TextOr, FallsBackForWhatIsNoString) {
    EXPECT_EQ(Value::of(std::string_view("a")).text_or("b"), "a");
    EXPECT_EQ(Value::of(std::string_view()).text_or("b"), "");
    EXPECT_EQ(Value::number_of("1").text_or("b"), "b");
    EXPECT_EQ(Value().text_or("b"), "b");
}

struct NumberRow {
    const char* name;
    const char* written;
    Kind kind;
    double number;
};

void PrintTo(const NumberRow& row, std::ostream* out) {
    *out << row.name;
}

class NumberOf : public testing::TestWithParam<NumberRow> {};

TEST_P(NumberOf, KeepsTheTextAndReadsTheNumber) {
    const Value value = Value::number_of(GetParam().written);
    EXPECT_EQ(value.text(), GetParam().written);
    EXPECT_EQ(value.kind(), GetParam().kind);
    EXPECT_EQ(value.number(), GetParam().number);
}

constexpr double infinity = std::numeric_limits<double>::infinity();

const NumberRow number_rows[] = {
    {"zero", "0", Kind::integer, 0},
    {"minus_zero", "-0", Kind::integer, 0},
    {"integer", "-17", Kind::integer, -17},
    {"beyond_int64", "9223372036854775808", Kind::number, 9223372036854775808.0},
    {"fraction", "1.50", Kind::number, 1.5},
    {"exponent", "2e3", Kind::number, 2000},
    {"too_big", "1e400", Kind::number, infinity},
    {"too_big_below", "-1E+400", Kind::number, -infinity},
    {"too_small", "1e-400", Kind::number, 0},
    {"too_small_below", "-1E-400", Kind::number, 0},
};
INSTANTIATE_TEST_SUITE_P(Value, NumberOf, testing::ValuesIn(number_rows),
                         [](const auto& row) { return row.param.name; });

struct EqualRow {
    const char* name;
    const char* left;
    const char* right;
    bool equal;
};

void PrintTo(const EqualRow& row, std::ostream* out) {
    *out << row.name;
}

class Equal : public testing::TestWithParam<EqualRow> {};

TEST_P(Equal, BothWays) {
    const auto left = read(GetParam().left);
    const auto right = read(GetParam().right);
    EXPECT_EQ(equal(left->root(), right->root()), GetParam().equal);
    EXPECT_EQ(equal(right->root(), left->root()), GetParam().equal);
}

const EqualRow equal_rows[] = {
    {"nulls", "null", "null", true},
    {"null_and_false", "null", "false", false},
    {"booleans", "true", "true", true},
    {"true_and_false", "true", "false", false},
    {"zero_and_false", "0", "false", false},
    {"one_and_true", "1", "true", false},
    {"integer_and_number", "1", "1.0", true},
    {"exponents", "100", "1e2", true},
    {"zeros", "0", "-0.0", true},
    {"numbers", "1.5", "1.25", false},
    {"number_and_text", "1", "\"1\"", false},
    {"texts", "\"a\"", "\"\\u0061\"", true},
    {"texts_by_case", "\"a\"", "\"A\"", false},
    {"text_and_longer_text", "\"a\"", "\"ab\"", false},
    {"arrays", "[1,[2]]", "[1.0,[2]]", true},
    {"arrays_by_order", "[1,2]", "[2,1]", false},
    {"array_and_longer_array", "[1]", "[1,2]", false},
    {"empty_array_and_object", "[]", "{}", false},
    {"objects_in_any_order", R"({"a":1,"b":[2]})", R"({"b":[2],"a":1})", true},
    {"objects_by_value", R"({"a":1})", R"({"a":2})", false},
    {"objects_by_name", R"({"a":1})", R"({"b":1})", false},
    {"object_and_larger_object", R"({"a":1})", R"({"a":1,"b":2})", false},
    {"name_twice_and_another_name", R"({"a":1,"a":1})", R"({"a":1,"b":2})", false},
    {"name_twice_counts_once", R"({"a":0,"a":1})", R"({"a":1})", true},
    {"name_twice_the_last_counts", R"({"a":1,"a":0})", R"({"a":1})", false},
};
INSTANTIATE_TEST_SUITE_P(Value, Equal, testing::ValuesIn(equal_rows),
                         [](const auto& row) { return row.param.name; });

TEST(Builder, CopiesDeepAndKeepsMarks) {
    Document copy;
    {
        const auto original = read("{\"a\":\n [null, true, -0, 1.50, \"x\", {}]}");
        Builder(copy).copy(original->root());
    }
    EXPECT_EQ(to_json(copy.root()), R"({"a":[null,true,-0,1.50,"x",{}]})");
    EXPECT_EQ(copy.root().members()[0].mark, (Mark{1, 2}));
    EXPECT_EQ(copy.root().find("a")->items()[4].mark(), (Mark{2, 25}));
}

TEST(Builder, SharesAValueThatIsPutWhole) {
    const auto shared = read(R"({"x":[1]})");
    Document document;
    Builder builder(document);
    builder.begin_array();
    builder.value(shared->root());
    builder.end();
    EXPECT_EQ(document.root().items()[0].members().data(), shared->root().members().data());
}

TEST(Builder, CountsItsDepth) {
    Document document;
    Builder builder(document);
    EXPECT_EQ(builder.depth(), 0U);
    builder.begin_object();
    builder.name("outer", {3, 4});
    builder.begin_array({5, 6});
    EXPECT_EQ(builder.depth(), 2U);
    builder.begin_object();
    builder.name("inner");
    builder.integer(1);
    builder.end();
    builder.end();
    builder.name("next");
    builder.null();
    builder.end();
    EXPECT_EQ(builder.depth(), 0U);
    EXPECT_EQ(to_json(document.root()), R"({"outer":[{"inner":1}],"next":null})");
    EXPECT_EQ(document.root().members()[0].mark, (Mark{3, 4}));
    EXPECT_EQ(document.root().members()[0].value.mark(), (Mark{5, 6}));
}

TEST(Mark, CountsLinesAsFarAsItCan) {
    EXPECT_EQ(Mark(16'777'214, 4'000'000'000).line, 16'777'214U);
    EXPECT_EQ(Mark(16'777'214, 4'000'000'000).column, 4'000'000'000U);
    EXPECT_EQ(Mark(16'777'216, 1).line, 16'777'215U);
    EXPECT_EQ(Mark(16'777'216, 1).file, 0U);
    EXPECT_EQ(Value::null(Mark(1, 2, 255)).mark(), Mark(1, 2, 255));
    EXPECT_NE(Mark(1, 2, 255), Mark(1, 2));
}

TEST(Document, KnowsTheFilesOfWhatItShares) {
    const auto base = std::make_shared<Document>();
    EXPECT_EQ(base->add_file("first"), 1U);
    Document document;
    document.share(base);
    EXPECT_EQ(document.add_file("second"), 2U);
    EXPECT_EQ(document.file_of({1, 1}, "own"), "own");
    EXPECT_EQ(document.file_of({1, 1, 1}, "own"), "first");
    EXPECT_EQ(document.file_of({1, 1, 2}, "own"), "second");
    for (size_t i = 3; i <= 255; ++i) EXPECT_EQ(document.add_file("more"), i);
    EXPECT_EQ(document.add_file("too many"), std::nullopt);
}

TEST(Document, OfNoExpectedSizeStillHoldsValues) {
    Document document(0);
    document.set_root(Value::of(document.keep("kept")));
    EXPECT_EQ(document.root().text(), "kept");
    EXPECT_EQ(document.keep(""), "");
}

TEST(Names, OfKindsAndParts) {
    std::vector<std::string_view> names;
    for (const Kind kind : {Kind::null, Kind::boolean, Kind::integer, Kind::number, Kind::string,
                            Kind::array, Kind::object}) {
        names.push_back(name_of(kind));
    }
    for (const Part part : {Part::path, Part::query, Part::header, Part::cookie, Part::body,
                            Part::credentials, Part::request}) {
        names.push_back(name_of(part));
    }
    EXPECT_EQ(names, (std::vector<std::string_view>{
                         "null", "boolean", "integer", "number", "string", "array", "object",
                         "path", "query", "header", "cookie", "body", "credentials", "request"}));
}

}  // namespace

}  // namespace standin
