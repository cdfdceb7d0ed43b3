// What is drawn: bounds, shape, and that it is a function of its key.
#include "mock/fault/draw.h"

#include <algorithm>
#include <vector>

#include <gtest/gtest.h>

namespace standin::fault {

namespace {

std::vector<int64_t> sample(const Delay& delay, uint64_t seed = 1) {
    std::vector<int64_t> times;
    for (uint64_t n = 0; n < 2000; ++n) {
        times.push_back(delay_of(delay, chance(seed, {"delay"}, n)).count());
    }
    return times;
}

const Delay uniform = {.type = Delay::Type::uniform, .lower = 10, .upper = 14};
const Delay lognormal = {.type = Delay::Type::lognormal, .lower = 80, .sigma = 0.4};

TEST(Fixed, IsWhatItSays) {
    EXPECT_EQ(delay_of({.lower = 200}, {1, 2}).count(), 200);
}

TEST(Uniform, DrawsEachFromLowerToUpper) {
    const auto times = sample(uniform);
    for (int64_t time = 10; time <= 14; ++time) {
        EXPECT_GT(std::ranges::count(times, time), 320) << time;  // 400, deviation 18
    }
    EXPECT_EQ(std::ranges::min(times), 10);
    EXPECT_EQ(std::ranges::max(times), 14);
}

TEST(Lognormal, HasItsMedianAndItsSpread) {
    auto times = sample(lognormal);
    std::ranges::sort(times);
    EXPECT_NEAR(static_cast<double>(times[1000]), 80, 3);
    EXPECT_NEAR(static_cast<double>(times[1683]), 80 * 1.4918, 6);  // median * exp(sigma)
    EXPECT_NEAR(static_cast<double>(times[317]), 80 / 1.4918, 4);
}

TEST(Lognormal, IsNeverAboveItsMost) {
    Delay delay = lognormal;
    delay.most = 100;
    EXPECT_EQ(std::ranges::max(sample(delay)), 100);
}

TEST(Lognormal, IsNeverLongerThanAnHour) {
    const Delay delay = {.type = Delay::Type::lognormal, .lower = 3'600'000, .sigma = 10};
    EXPECT_EQ(std::ranges::max(sample(delay)), 3'600'000);
}

TEST(Lognormal, WithoutSpreadIsItsMedian) {
    const Delay delay = {.type = Delay::Type::lognormal, .lower = 80};
    EXPECT_EQ(std::ranges::min(sample(delay)), 80);
    EXPECT_EQ(std::ranges::max(sample(delay)), 80);
}

TEST(Delays, AreAFunctionOfTheirKey) {
    EXPECT_EQ(sample(uniform), sample(uniform));
    EXPECT_EQ(sample(lognormal), sample(lognormal));
    EXPECT_NE(sample(uniform), sample(uniform, 2));
    EXPECT_NE(sample(lognormal), sample(lognormal, 2));
}

TEST(UniformNumber, IsBelowOne) {
    EXPECT_EQ(uniform_of(0), 0);
    EXPECT_LT(uniform_of(UINT64_MAX), 1);
    EXPECT_GT(uniform_of(UINT64_MAX), 0.9999999999999998);
}

TEST(Draw, RemembersWhatItGave) {
    const Rule rule;
    Draw draw({1, "s", "fault", 1}, rule);
    const double number = draw.number("probability");
    const milliseconds time = draw.time("delay", uniform);
    draw.time("fixed", {.lower = 3});
    const std::vector<std::pair<std::string, double>> expected = {
        {"probability", number}, {"delay", static_cast<double>(time.count())}};
    EXPECT_EQ(draw.drawn(), expected);
}

TEST(Garbage, IsNeitherAChunkNorAResponse) {
    const Rule rule;
    for (uint64_t count = 1; count <= 200; ++count) {
        const std::string garbage = Draw({1, "s", "fault", count}, rule).garbage();
        ASSERT_EQ(garbage.size(), 128U);
        ASSERT_GE(static_cast<unsigned char>(garbage[0]), 128U);
    }
    EXPECT_EQ(Draw({1, "s", "fault", 1}, rule).garbage(),
              Draw({1, "s", "fault", 1}, rule).garbage());
    EXPECT_NE(Draw({1, "s", "fault", 1}, rule).garbage(),
              Draw({1, "s", "fault", 2}, rule).garbage());
    EXPECT_NE(Draw({1, "s", "fault", 1}, rule).garbage(),
              Draw({2, "s", "fault", 1}, rule).garbage());
}

}  // namespace

}  // namespace standin::fault
