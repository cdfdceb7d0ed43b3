#include "mock/core/block.h"

#include <cstdint>
#include <cstring>
#include <thread>
#include <vector>

#include <gtest/gtest.h>

#include "mock/core/json.h"

namespace standin {

namespace {

bool is_aligned(const char* memory) {
    return reinterpret_cast<uintptr_t>(memory) % alignof(std::max_align_t) == 0;
}

class BlockOf : public testing::TestWithParam<size_t> {};

TEST_P(BlockOf, HasAtLeastWhatIsAskedFor) {
    const std::span<char> block = take_block(GetParam());
    EXPECT_GE(block.size(), GetParam());
    EXPECT_TRUE(is_aligned(block.data()));
    std::memset(block.data(), 1, block.size());
    give_back_block(block.data());
}

INSTANTIATE_TEST_SUITE_P(Sizes, BlockOf,
                         testing::Values(1, 1008, 1009, 65520, 65521, size_t{1} << 20));

TEST(Block, TwoOfThemAreApart) {
    const std::span<char> one = take_block(2000);
    const std::span<char> other = take_block(2000);
    EXPECT_TRUE(one.data() + one.size() <= other.data() ||
                other.data() + other.size() <= one.data());
    give_back_block(one.data());
    give_back_block(other.data());
}

#ifndef __SANITIZE_ADDRESS__
TEST(Block, IsTakenAgainByWhoGaveItBack) {
    std::span<char> block = take_block(3000);
    const char* const first = block.data();
    give_back_block(block.data());
    block = take_block(2500);
    EXPECT_EQ(block.data(), first);
    give_back_block(block.data());
}
#endif

// What a thread leaves behind when it ends is whose who still has it.
TEST(Block, OutlivesTheThreadThatTookIt) {
    JsonFault fault;
    std::shared_ptr<Document> document;
    std::thread([&] { document = read_json(R"({"a": [1, 2]})", fault); }).join();
    EXPECT_EQ(to_json(document->root()), R"({"a":[1,2]})");
}

TEST(Block, IsGivenBackByDocumentsThatEndWithTheirThread) {
    std::thread([] {
        thread_local std::vector<std::shared_ptr<Document>> late;
        JsonFault fault;
        late.push_back(read_json("[1]", fault));
        late.push_back(read_json("[2]", fault));
        ASSERT_NE(read_json("[3]", fault), nullptr);
    }).join();
}

}  // namespace

}  // namespace standin
