// Reading JSON: where everything stands, and how numbers and strings come out.
#include "mock/core/json.h"

#include <gtest/gtest.h>

namespace standin {

namespace {

std::string at(Mark mark) {
    return '@' + std::to_string(mark.line) + ':' + std::to_string(mark.column);
}

// Every value with its kind and place: {@1:1 "a"@1:2 integer@1:6}.
std::string outline(const Value& value) {
    std::string text;
    if (value.is(Kind::object)) {
        text = '{' + at(value.mark());
        for (const Member& member : value.members()) {
            text += " \"" + std::string(member.name) + '"' + at(member.mark) + ' ';
            text += outline(member.value);
        }
        return text + '}';
    }
    if (!value.is(Kind::array)) return std::string(name_of(value.kind())) + at(value.mark());
    text = '[' + at(value.mark());
    for (const Value& item : value.items()) text += ' ' + outline(item);
    return text + ']';
}

struct Row {
    const char* name;
    std::string text;
    std::string expected;
};

void PrintTo(const Row& row, std::ostream* out) {
    *out << row.name;
}

std::string name_of_row(const testing::TestParamInfo<Row>& row) {
    return row.param.name;
}

std::shared_ptr<const Document> read(std::string_view text, const JsonLimits& limits = {}) {
    JsonFault fault;
    std::shared_ptr<const Document> document = read_json(text, fault, limits);
    EXPECT_TRUE(document) << fault.message << ": " << text;
    EXPECT_EQ(fault.why, JsonFault::Why::none);
    return document;
}

class Marks : public testing::TestWithParam<Row> {};

TEST_P(Marks, EveryTokenHasItsPlace) {
    const auto document = read(GetParam().text, {.marks = true});
    ASSERT_TRUE(document);
    EXPECT_EQ(outline(document->root()), GetParam().expected);
}

const Row mark_rows[] = {
    {"null", "null", "null@1:1"},
    {"boolean", " true", "boolean@1:2"},
    {"integer", "\n17", "integer@2:1"},
    {"integer_before_space", "17 ", "integer@1:1"},
    {"number", "\n\n -1.5e3 ", "number@3:2"},
    {"string", "\t\"a\\\"b\"", "string@1:2"},
    {"string_with_brackets", R"(["}{][,:", 1])", "[@1:1 string@1:2 integer@1:12]"},
    {"string_with_escapes", R"(["\n\u00e9\ud83d\ude00",true])", "[@1:1 string@1:2 boolean@1:25]"},
    {"columns_count_bytes", "[\"\u00e9\u20ac\",1]", "[@1:1 string@1:2 integer@1:10]"},
    {"empty_array", "[]", "[@1:1]"},
    {"empty_object", " {}", "{@1:2}"},
    {"empty_inside", "[{},[],{}]", "[@1:1 {@1:2} [@1:5] {@1:8}]"},
    {"numbers_packed", "[1,-2,3.5,4e1]", "[@1:1 integer@1:2 integer@1:4 number@1:7 number@1:11]"},
    {"literals_packed", "[null,true,false]", "[@1:1 null@1:2 boolean@1:7 boolean@1:12]"},
    {"crlf", "[\r\n1,\r\n2]", "[@1:1 integer@2:1 integer@3:1]"},
    {"number_then_end_of_line", "{\"a\":1\n,\"b\"\n:\n2}",
     "{@1:1 \"a\"@1:2 integer@1:6 \"b\"@2:2 integer@4:1}"},
    {"after_nested", "[[[1]],{\"a\":[2]},3]",
     "[@1:1 [@1:2 [@1:3 integer@1:4]] {@1:8 \"a\"@1:9 [@1:13 integer@1:14]} integer@1:18]"},
    {"indented", "{\n  \"a\": {\n    \"b\": [\n      true\n    ]\n  },\n  \"c\": \"d\"\n}\n",
     "{@1:1 \"a\"@2:3 {@2:8 \"b\"@3:5 [@3:10 boolean@4:7]} \"c\"@7:3 string@7:8}"},
};
INSTANTIATE_TEST_SUITE_P(ReadJson, Marks, testing::ValuesIn(mark_rows), name_of_row);

TEST(ReadJson, KeepsNoMarksUnlessAsked) {
    const auto document = read(R"({"a": [1]})");
    EXPECT_EQ(outline(document->root()), R"({@0:0 "a"@0:0 [@0:0 integer@0:0]})");
}

// What is read is written again byte for byte, but for white space and escapes.
class RoundTrip : public testing::TestWithParam<Row> {};

TEST_P(RoundTrip, IsWrittenAgain) {
    const auto document = read(GetParam().text);
    ASSERT_TRUE(document);
    EXPECT_EQ(to_json(document->root()), GetParam().expected);
}

const Row round_rows[] = {
    {"white_space", " { \"a\" : [ 1 , 2 ] }\r\n", R"({"a":[1,2]})"},
    {"order_of_members", R"({"z":1,"a":2,"m":3})", R"({"z":1,"a":2,"m":3})"},
    {"duplicate_names", R"({"a":1,"a":2})", R"({"a":1,"a":2})"},
    {"empty_name", R"({"":0})", R"({"":0})"},
    {"number_0", "0", "0"},
    {"number_minus_0", "-0", "-0"},
    {"number_minus_0_in_array", "[-0,-0.0,-0e1]", "[-0,-0.0,-0e1]"},
    {"number_trailing_zeros", "[1.0,0.10,1.50e+01]", "[1.0,0.10,1.50e+01]"},
    {"number_capital_e", "1E5", "1E5"},
    {"int64_limits", "[9223372036854775807,-9223372036854775808]",
     "[9223372036854775807,-9223372036854775808]"},
    {"uint64_limit", "[9223372036854775808,18446744073709551615]",
     "[9223372036854775808,18446744073709551615]"},
    {"beyond_64_bits", "[18446744073709551616,-9223372036854775809]",
     "[18446744073709551616,-9223372036854775809]"},
    {"many_digits", "3.14159265358979323846264338327950288",
     "3.14159265358979323846264338327950288"},
    {"tiny", "1e-400", "1e-400"},
    {"short_escapes", R"("\b\f\n\r\t\"\\\/")", R"("\b\f\n\r\t\"\\/")"},
    {"control_escapes", R"("\u0000\u0001\u001f\u007f")", "\"\\u0000\\u0001\\u001f\x7f\""},
    {"hex_in_both_cases", R"("\u00e9\u00E9")", "\"\u00e9\u00e9\""},
    {"surrogate_pair", R"("\ud83d\ude00")", "\"\U0001F600\""},
    {"html_unescaped", R"("\u003c&>")", R"("<&>")"},
    {"byte_order_mark", "\xEF\xBB\xBF[]", "[]"},
};
INSTANTIATE_TEST_SUITE_P(ReadJson, RoundTrip, testing::ValuesIn(round_rows), name_of_row);

// Strings are looked at in blocks: they end in every place of one, and behind several.
TEST(ReadJson, FindsTheEndOfAStringAnywhere) {
    for (size_t before = 0; before < 70; ++before) {
        for (size_t size = 0; size < 140; size += 1 + size / 8) {
            const std::string text =
                '[' + std::string(before, ' ') + '"' + std::string(size, 'a') + R"(","b\tc","d"])";
            JsonFault fault;
            const auto document = read_json(text, fault);
            ASSERT_TRUE(document) << fault.message << " in " << text;
            const std::string expected = "[\"" + std::string(size, 'a') + R"(","b\tc","d"])";
            EXPECT_EQ(to_json(document->root()), expected);
        }
    }
}

// Arrays and objects of any size, with another one anywhere within: there may be room for all of
// their items, for a part or for none.
TEST(ReadJson, FindsRoomForAnyNumberOfMembers) {
    for (size_t count = 1; count < 60; ++count) {
        for (size_t nested = 0; nested <= count; nested += 1 + nested / 4) {
            std::string items = "[";
            std::string members = "{";
            for (size_t i = 0; i < count; ++i) {
                const std::string value = i == nested ? R"([{"x":[]},1])" : "7";
                items += (i ? "," : "") + value;
                members += (i ? ",\"" : "\"") + std::to_string(i) + "\":" + value;
            }
            const std::string text = '[' + items + "]," + members + "}]";
            JsonFault fault;
            const auto document = read_json(text, fault);
            ASSERT_TRUE(document) << fault.message << " in " << text;
            EXPECT_EQ(to_json(document->root()), text);
        }
    }
}

TEST(ReadJson, TellsIntegersFromNumbers) {
    const auto document = read("[1,-0,1.0,1e2,9223372036854775807,9223372036854775808]");
    std::vector<Kind> kinds;
    for (const Value& item : document->root().items()) kinds.push_back(item.kind());
    EXPECT_EQ(kinds, (std::vector{Kind::integer, Kind::integer, Kind::number, Kind::number,
                                  Kind::integer, Kind::number}));
    EXPECT_EQ(document->root().items()[4].integer(), INT64_MAX);
    EXPECT_EQ(document->root().items()[5].number(), 9223372036854775808.0);
}

TEST(ReadJson, TakesAnEmptyViewWithoutData) {
    JsonFault fault;
    EXPECT_FALSE(read_json(std::string_view(), fault));
    EXPECT_EQ(fault.why, JsonFault::Why::syntax);
    EXPECT_EQ(fault.mark, (Mark{1, 1}));
}

// A text is copied in pieces; what lies behind its end belongs to others.
TEST(ReadJson, ReadsTextsOfEveryLength) {
    for (size_t size = 0; size < 140; ++size) {
        const std::string characters(size, 'x');
        const std::string written = '"' + characters + '"';
        const std::vector<char> alone(written.begin(), written.end());
        EXPECT_EQ(read({alone.data(), alone.size()})->root().text(), characters);
    }
}

TEST(ReadJson, OutlivesTheTextItCameFrom) {
    auto text = std::make_unique<std::string>(R"({"name":["value",12.50]})");
    const auto document = read(*text);
    text->assign(text->size(), '#');
    text.reset();
    EXPECT_EQ(to_json(document->root()), R"({"name":["value",12.50]})");
}

}  // namespace

}  // namespace standin
