// What looks random. The pinned values are part of what users rely on: the same requests give the
// same bytes in every version, so a change here is a change of every recorded answer.
#include "mock/core/chance.h"

#include <algorithm>
#include <set>

#include <gtest/gtest.h>

namespace standin {

namespace {

TEST(Chance, IsPinned) {
    EXPECT_EQ(hex_of(chance(0, {""}, 0), 32), "3b9d11eb55856baffa2502a89c74497f");
    EXPECT_EQ(hex_of(chance(1, {"default", "key"}, 7), 32), "a59aa5a86086f07c1fac2a2a190ab791");
    EXPECT_EQ(uuid_of(chance(1, {"default", "key"}, 7)), "a59aa5a8-6086-407c-9fac-2a2a190ab791");
    EXPECT_EQ(sortable_id_of(1'735'689'600, 3, chance(1, {"default", "key"}, 7)),
              "2r0IWs8HU7PZSRqx4AZHbbXGQ1x");
}

TEST(Chance, DependsOnEachOfItsArguments) {
    const std::set<std::string> distinct = {
        hex_of(chance(1, {"ab", "c"}, 0), 32),     hex_of(chance(2, {"ab", "c"}, 0), 32),
        hex_of(chance(1, {"a", "bc"}, 0), 32),     hex_of(chance(1, {"abc"}, 0), 32),
        hex_of(chance(1, {"ab", "c", ""}, 0), 32), hex_of(chance(1, {"c", "ab"}, 0), 32),
        hex_of(chance(1, {"ab", "c"}, 1), 32)};
    EXPECT_EQ(distinct.size(), 7U);
}

TEST(Chance, SpreadsItsBits) {
    size_t ones = 0;
    for (uint64_t n = 0; n < 1000; ++n) {
        const Bits bits = chance(1, {"key"}, n);
        ones += static_cast<size_t>(__builtin_popcountll(bits.high));
        ones += static_cast<size_t>(__builtin_popcountll(bits.low));
    }
    EXPECT_NEAR(static_cast<double>(ones), 64'000, 1'000);
}

TEST(Uuid, HasVersion4AndTheVariant) {
    EXPECT_EQ(uuid_of({0, 0}), "00000000-0000-4000-8000-000000000000");
    EXPECT_EQ(uuid_of({~uint64_t{0}, ~uint64_t{0}}), "ffffffff-ffff-4fff-bfff-ffffffffffff");
    EXPECT_EQ(uuid_of({0x0123456789abcdef, 0xfedcba9876543210}),
              "01234567-89ab-4def-bedc-ba9876543210");
}

TEST(Hex, GivesAsManyDigitsAsAsked) {
    const Bits bits{0x0123456789abcdef, 0xfedcba9876543210};
    EXPECT_EQ(hex_of(bits, 0), "");
    EXPECT_EQ(hex_of(bits, 1), "0");
    EXPECT_EQ(hex_of(bits, 18), "0123456789abcdeffe");
    EXPECT_EQ(hex_of(bits, 32), "0123456789abcdeffedcba9876543210");
    EXPECT_EQ(hex_of(bits, 33), "0123456789abcdeffedcba9876543210");
}

TEST(SortableId, HasTwentySevenDigits) {
    EXPECT_EQ(sortable_id_of(1'400'000'000, 0, {0, 0}), "000000000000000000000000000");
    // The largest id of the format.
    EXPECT_EQ(sortable_id_of(1'400'000'000 + int64_t{UINT32_MAX}, UINT32_MAX,
                             {~uint64_t{0}, ~uint64_t{0}}),
              "aWgEPTl1tmebfsQzFP4bxwgy80V");
}

TEST(SortableId, SortsByTimeThenByOrdinal) {
    const Bits small{0, 0};
    const Bits large{~uint64_t{0}, ~uint64_t{0}};
    const std::vector<std::string> ids = {
        sortable_id_of(1'735'689'600, 0, large), sortable_id_of(1'735'689'600, 1, small),
        sortable_id_of(1'735'689'600, 2, large), sortable_id_of(1'735'689'600, UINT32_MAX, large),
        sortable_id_of(1'735'689'601, 0, small), sortable_id_of(1'900'000'000, 0, small)};
    EXPECT_TRUE(std::is_sorted(ids.begin(), ids.end()));
    EXPECT_EQ(std::set(ids.begin(), ids.end()).size(), ids.size());
}

}  // namespace

}  // namespace standin
