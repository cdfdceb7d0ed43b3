// The sorted map, held against std::map, and its copies against what they were.
#include "mock/state/tree.h"

#include <map>
#include <thread>

#include <gtest/gtest.h>

#include "mock/core/chance.h"

namespace standin::state {

namespace {

using Small = Tree<uint64_t, uint64_t, 4>;  // deep with few entries
using Map = std::map<uint64_t, uint64_t>;

Map contents(const Small& tree) {
    Map all;
    tree.visit(0, [&](const auto& entry) { return all.emplace(entry.key, entry.value).second; });
    return all;
}

// Whether every way to ask a tree gives what the map has.
void expect_same(const Small& tree, const Map& map) {
    ASSERT_EQ(tree.size(), map.size());
    ASSERT_EQ(tree.empty(), map.empty());
    ASSERT_EQ(contents(tree), map);
    size_t rank = 0;
    for (const auto& [key, value] : map) {
        ASSERT_EQ(tree.rank(key), rank);
        ASSERT_EQ(tree.at(rank).key, key);
        ASSERT_EQ(tree.at(rank).value, value);
        const uint64_t* found = tree.find(key);
        ASSERT_TRUE(found);
        ASSERT_EQ(*found, value);
        ++rank;
    }
}

struct Walk {
    const char* name;
    uint64_t keys;    // of so many different ones
    uint64_t erases;  // in a hundred steps
    bool appends;     // puts go to the end
};

void PrintTo(const Walk& walk, std::ostream* out) {
    *out << walk.name;
}

// A tree and a map that go the same way.
struct Pair {
    Small tree;
    Map map;

    void put(uint64_t key, uint64_t value) {
        ASSERT_EQ(tree.put(key, value), !map.contains(key));
        map[key] = value;
    }
    void erase(uint64_t key) { ASSERT_EQ(tree.erase(key), map.erase(key) == 1); }
    void edit(uint64_t key, uint64_t value) {
        uint64_t* found = tree.edit(key);
        ASSERT_EQ(found != nullptr, map.contains(key));
        if (found) *found = map[key] = value;
    }
};

void step(Pair& pair, const Walk& walk, uint64_t n) {
    const Bits bits = chance(7, {walk.name}, n);
    const uint64_t key = bits.high % walk.keys;
    const uint64_t kind = bits.low % 100;
    if (kind < walk.erases) {
        pair.erase(key);
    } else if (kind % 5 == 0) {
        pair.edit(key, n);
    } else {
        pair.put(walk.appends ? n % walk.keys : key, n);
    }
}

class TreeWalk : public testing::TestWithParam<Walk> {};

TEST_P(TreeWalk, GoesWithTheMap) {
    Pair pair;
    for (uint64_t n = 0; n < 6000; ++n) {
        step(pair, GetParam(), n);
        if (n % 97 == 0) expect_same(pair.tree, pair.map);
        if (HasFatalFailure()) FAIL() << "after step " << n;
    }
    while (!pair.map.empty()) pair.erase(pair.map.begin()->first);
    expect_same(pair.tree, {});
}

TEST_P(TreeWalk, LeavesCopiesAsTheyWere) {
    std::vector<Pair> copies;
    Pair pair;
    for (uint64_t n = 0; n < 6000; ++n) {
        if (n % 300 == 0) copies.push_back(pair);
        step(pair, GetParam(), n);
        if (n % 7 == 0) step(copies[n % copies.size()], GetParam(), n + 1'000'000);
    }
    for (const Pair& each : copies) expect_same(each.tree, each.map);
    expect_same(pair.tree, pair.map);
}

const Walk walks[] = {
    {"few_keys", 20, 45, false},           {"many_keys", 3000, 20, false},
    {"grows_and_shrinks", 300, 50, false}, {"never_erases", 2000, 0, false},
    {"appends", 5000, 10, true},           {"appends_and_erases_much", 500, 60, true},
};
INSTANTIATE_TEST_SUITE_P(Tree, TreeWalk, testing::ValuesIn(walks),
                         [](const auto& walk) { return walk.param.name; });

TEST(Tree, IsEmptyAtFirst) {
    Small tree;
    expect_same(tree, {});
    EXPECT_EQ(tree.find(1U), nullptr);
    EXPECT_EQ(tree.edit(1U), nullptr);
    EXPECT_FALSE(tree.erase(1U));
    EXPECT_EQ(tree.rank(1U), 0U);
}

TEST(Tree, RanksKeysThatAreNotThere) {
    Small tree;
    for (uint64_t key = 1; key < 100; ++key) tree.put(10 * key, key);
    for (uint64_t key = 0; key < 100; ++key) EXPECT_EQ(tree.rank(10 * key + 5), key);
    EXPECT_EQ(tree.rank(uint64_t{5000}), 99U);
}

TEST(Tree, VisitsFromARankUntilTheStepSaysNo) {
    Small tree;
    for (uint64_t key = 0; key < 500; ++key) tree.put(key, key);
    for (uint64_t first : {0U, 1U, 4U, 63U, 250U, 499U, 500U, 9000U}) {
        std::vector<uint64_t> seen;
        tree.visit(first, [&](const auto& entry) {
            seen.push_back(entry.key);
            return seen.size() < 3;
        });
        std::vector<uint64_t> expected;
        for (uint64_t key = first; key < std::min<uint64_t>(first + 3, 500); ++key) {
            expected.push_back(key);
        }
        EXPECT_EQ(seen, expected) << "from " << first;
    }
}

// A value that counts how often values like it were copied.
struct Copied {
    static inline size_t times = 0;

    Copied() = default;
    Copied(const Copied&) { ++times; }
    Copied(Copied&&) = default;
    Copied& operator=(const Copied&) = delete;
    Copied& operator=(Copied&&) = default;
};

TEST(Tree, CopiesNoMoreThanTheChangeTouches) {
    Tree<uint64_t, Copied> tree;
    for (uint64_t key = 0; key < 100'000; ++key) tree.put(key, {});
    Copied::times = 0;
    Tree<uint64_t, Copied> copy = tree;
    EXPECT_EQ(Copied::times, 0U);
    copy.put(50'000, {});
    EXPECT_EQ(Copied::times, 32U);  // one leaf
    copy.put(50'001, {});           // the copy's own by then
    EXPECT_EQ(Copied::times, 32U);
    tree.put(50'000, {});  // nobody else holds the original's leaf
    EXPECT_EQ(Copied::times, 32U);
}

TEST(Tree, FullLeavesStayFullWhereEntriesAreAppended) {
    TreeNode<uint64_t, uint64_t> leaf;
    TreePut<uint64_t, uint64_t, 4> put;
    for (uint64_t key = 0; key < 4; ++key) EXPECT_FALSE(put.put(leaf, {key, key}, true));
    const auto right = put.put(leaf, {4, 4}, true);
    EXPECT_EQ(leaf.size(), 4U);
    EXPECT_EQ(right->size(), 1U);
}

TEST(Tree, LeavesAreHalvedElsewhere) {
    TreeNode<uint64_t, uint64_t> leaf;
    TreePut<uint64_t, uint64_t, 4> put;
    for (uint64_t key = 0; key < 4; ++key) put.put(leaf, {key, key}, true);
    const auto right = put.put(leaf, {4, 4}, false);
    EXPECT_EQ(leaf.size(), 2U);
    EXPECT_EQ(right->size(), 3U);
}

TEST(Tree, NeighboursThatFitIntoOneNodeAreJoined) {
    Tree<uint64_t, Copied, 4> tree;
    for (uint64_t key = 0; key < 64; ++key) tree.put(key, {});
    for (uint64_t key = 0; key < 64; ++key) {
        if (key % 16 != 0) tree.erase(key);
    }
    Copied::times = 0;
    Tree<uint64_t, Copied, 4> copy = tree;
    copy.put(0, {});
    EXPECT_EQ(Copied::times, 4U);  // all that are left stand in one leaf
}

TEST(Tree, TwoThreadsChangeCopiesOfOne) {
    Pair first;
    for (uint64_t key = 0; key < 2000; ++key) first.put(key, key);
    Pair second = first;
    const auto walk = [](Pair& pair, const Walk& by) {
        for (uint64_t n = 0; n < 4000; ++n) {
            if (n % 50 == 0) pair = Pair(pair);
            step(pair, by, n);
        }
    };
    std::thread other([&] { walk(second, {"other", 2500, 40, false}); });
    walk(first, {"one", 2500, 40, false});
    other.join();
    expect_same(first.tree, first.map);
    expect_same(second.tree, second.map);
}

}  // namespace

}  // namespace standin::state
