// Texts as keys: their hashes, and their order where hashes say nothing.
#include "mock/state/text_key.h"

#include <gtest/gtest.h>

#include "mock/state/tree.h"

namespace standin::state {

namespace {

TEST(TextKey, IsToldApartByItsTextWhereHashesAreEqual) {
    Tree<TextKey, int, 4> tree;
    for (const char* text : {"b", "", "c", "a", "ab", "aa"}) {
        tree.put(TextProbe{5, text}, static_cast<int>(tree.size()));
    }
    EXPECT_FALSE(tree.put(TextProbe{5, "a"}, 9));
    EXPECT_TRUE(tree.put(TextProbe{4, "a"}, 10));
    EXPECT_EQ(*tree.find(TextProbe{5, "a"}), 9);
    EXPECT_EQ(*tree.find(TextProbe{5, ""}), 1);
    EXPECT_EQ(*tree.find(TextProbe{5, "aa"}), 5);
    EXPECT_EQ(tree.find(TextProbe{5, "bb"}), nullptr);
    EXPECT_EQ(tree.find(TextProbe{6, "a"}), nullptr);
}

struct Hashed {
    const char* name;
    std::string_view text;
    uint64_t hash;
};

void PrintTo(const Hashed& row, std::ostream* out) {
    *out << row.name;
}

class HashRow : public testing::TestWithParam<Hashed> {};

TEST_P(HashRow, IsTheSameEverywhere) {
    EXPECT_EQ(probe_of(GetParam().text).hash, GetParam().hash);
}

const Hashed hashes[] = {
    {"empty", "", 0x1120a20c3bf9747a},
    {"zero_byte", std::string_view("\0", 1), 0x2ef3a65da61d9632},
    {"two_zero_bytes", std::string_view("\0\0", 2), 0x3a810f1a526d8bc1},
    {"one", "a", 0x04feeade70f10621},
    {"eight", "abcdefgh", 0x9e42cd1e8a71e993},
    {"nine", "abcdefghi", 0x3c8a0a07b6ff44f1},
    {"uuid", "df1b2787-6ef1-4dd7-88f1-7ab4a7b7c3ee", 0xc63a6bbae7a4761c},
    {"not_ascii", "\xff\x80\xc3\xa9", 0xb63259797cb0c8c1},
};
INSTANTIATE_TEST_SUITE_P(TextKey, HashRow, testing::ValuesIn(hashes),
                         [](const auto& row) { return row.param.name; });

}  // namespace

}  // namespace standin::state
