// Where things wait to be freed.
#include "mock/engine/attic.h"

#include <gtest/gtest.h>

namespace standin::engine {

namespace {

TEST(Attic, FreesWhatWasBroughtAndTellsOfIt) {
    Attic attic;
    EXPECT_FALSE(attic.clear());
    const auto thing = std::make_shared<const int>(1);
    { Departed(attic).add(thing); }
    EXPECT_EQ(thing.use_count(), 2);
    EXPECT_TRUE(attic.clear());
    EXPECT_EQ(thing.use_count(), 1);
    EXPECT_FALSE(attic.clear());
}

TEST(Attic, FreesAllWhereNobodyClears) {
    Attic attic;
    const auto thing = std::make_shared<const int>(1);
    for (int i = 0; i <= 1000; ++i) attic.put({thing});
    EXPECT_EQ(thing.use_count(), 2);
}

}  // namespace

}  // namespace standin::engine
