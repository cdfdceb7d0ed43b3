// JSON Pointers: the examples of RFC 6901, section 5, and what is no pointer.
#include "mock/core/pointer.h"

#include <gtest/gtest.h>

#include "mock/core/json.h"

namespace standin {

namespace {

constexpr std::string_view document_text = R"({
  "foo": ["bar", "baz"], "": 0, "a/b": 1, "c%d": 2, "e^f": 3, "g|h": 4, "i\\j": 5, "k\"l": 6,
  " ": 7, "m~n": 8, "~2": 9, "~01": 10, "01": {"-": {"": [[11]]}}
})";

struct Row {
    const char* name;
    std::string pointer;
    std::string expected;  // as JSON; "" = nothing is there
};

void PrintTo(const Row& row, std::ostream* out) {
    *out << row.name;
}

class Resolve : public testing::TestWithParam<Row> {};

TEST_P(Resolve, InTheDocument) {
    JsonFault fault;
    const auto document = read_json(document_text, fault);
    ASSERT_TRUE(document) << fault.message;
    const Value* value = resolve(document->root(), GetParam().pointer);
    EXPECT_EQ(value ? to_json(*value) : "", GetParam().expected);
}

const Row rows[] = {
    {"array", "/foo", R"(["bar","baz"])"},
    {"item", "/foo/0", R"("bar")"},
    {"empty_name", "/", "0"},
    {"slash", "/a~1b", "1"},
    {"percent", "/c%d", "2"},
    {"caret", "/e^f", "3"},
    {"bar", "/g|h", "4"},
    {"backslash", "/i\\j", "5"},
    {"quote", "/k\"l", "6"},
    {"space", "/ ", "7"},
    {"tilde", "/m~0n", "8"},
    {"tilde_then_digit", "/~02", "9"},
    {"unescaped_once_only", "/~001", "10"},
    {"name_like_an_index", "/01", R"({"-":{"":[[11]]}})"},
    {"deep", "/01/-//0/0", "11"},
    {"no_such_name", "/bar", ""},
    {"no_such_item", "/foo/2", ""},
    {"item_after_the_last", "/foo/-", ""},
    {"index_with_leading_zero", "/foo/00", ""},
    {"index_with_sign", "/foo/+1", ""},
    {"index_with_rest", "/foo/1x", ""},
    {"index_that_is_empty", "/foo/", ""},
    {"index_beyond_64_bits", "/foo/18446744073709551616", ""},
    {"below_a_text", "/foo/0/0", ""},
    {"not_from_the_root", "foo", ""},
    {"fragment", "#/foo", ""},
    {"escape_that_is_none", "/~2", ""},
    {"tilde_at_the_end", "/foo~", ""},
    {"tilde_before_a_slash", "/m~/n", ""},
};
INSTANTIATE_TEST_SUITE_P(Pointer, Resolve, testing::ValuesIn(rows),
                         [](const auto& row) { return row.param.name; });

TEST(Pointer, OfNothingIsTheWholeDocument) {
    const Value root = Value::of(true);
    EXPECT_EQ(resolve(root, ""), &root);
}

TEST(Pointer, IsPutTogetherAndTakenApart) {
    std::string pointer;
    const std::vector<std::string> tokens = {"paths", "/things/{id}", "", "~1", "0"};
    for (const std::string& token : tokens) append_token(pointer, token);
    EXPECT_EQ(pointer, "/paths/~1things~1{id}//~01/0");
    EXPECT_EQ(tokens_of(pointer), tokens);
    EXPECT_EQ(tokens_of(""), std::vector<std::string>{});
    EXPECT_EQ(tokens_of("/"), std::vector<std::string>{""});
}

}  // namespace

}  // namespace standin
