// Which of the requests that match a rule fires on, and the sentence that says why.
#include "tests/fault/ask.h"

namespace standin::fault {

namespace {

struct TriggerRow {
    const char* name;
    std::string on;
    std::string expected;  // the requests of twelve on which it fires
};

void PrintTo(const TriggerRow& row, std::ostream* out) {
    *out << row.name;
}

class Fires : public testing::TestWithParam<TriggerRow> {};

// Requests come a second apart, the first when the rule does.
TEST_P(Fires, On) {
    Faults faults = faults_of(plan_with("on: {" + GetParam().on + "}, delay: 1"));
    std::string fired;
    for (int i = 1; i <= 12; ++i) {
        if (ask(faults, {.time = (i - 1) * 1000}).firings.empty()) continue;
        fired += (fired.empty() ? "" : " ") + std::to_string(i);
    }
    EXPECT_EQ(fired, GetParam().expected);
    EXPECT_EQ(faults.standings()[0].matched, 12U);
}

const TriggerRow rows[] = {
    {"nth", "nth: 2", "2"},
    {"nth_written_as_a_fraction", "nth: 2.0", "2"},
    {"several_nth", "nth: [1, 3, 12]", "1 3 12"},
    {"first", "first: 3", "1 2 3"},
    {"after", "after: 9", "10 11 12"},
    {"after_none", "after: 0, first: 1", "1"},
    {"every", "every: 5", "5 10"},
    {"every_behind_after", "every: 5, after: 2", "7 12"},
    {"every_one", "every: 1, first: 2", "1 2"},
    {"times", "times: 2", "1 2"},
    {"times_of_every", "times: 1, every: 4", "4"},
    {"between", "between: [2s, 4s]", "3 4"},
    {"between_in_milliseconds", "between: [2000, 4001]", "3 4 5"},
    {"between_instants", "between: ['1970-01-01T00:00:01Z', '1970-01-01T00:00:02Z']", "2"},
    {"between_instant_and_offset", "between: ['1970-01-01T00:00:01Z', 3s]", "2 3"},
    {"never", "probability: 0", ""},
    {"always", "probability: 1, first: 3", "1 2 3"},
    {"drawn", "probability: 0.3", "2 5 7"},
    {"nth_that_every_lets_through", "nth: [3, 7], first: 7, after: 1, every: 2", "3 7"},
};
INSTANTIATE_TEST_SUITE_P(Trigger, Fires, testing::ValuesIn(rows),
                         [](const auto& row) { return std::string(row.param.name); });

class Why : public testing::TestWithParam<TextRow> {};

TEST_P(Why, IsTold) {
    Faults faults = faults_of(plan_with("on: {" + GetParam().text + "}, delay: 1"));
    std::string told;
    for (int i = 0; i < 12 && told.empty(); ++i) told = whys_of(ask(faults, {.time = i * 1500}));
    EXPECT_EQ(told, GetParam().expected);
}

const TextRow reasons[] = {
    {"counted", "nth: 2", "r: request 2 of those that match"},
    {"timed", "between: [2s, 4s]", "r: request 3 of those that match, 3000 ms after the rule came"},
    {"drawn", "probability: 0.3", "r: request 2 of those that match, drew 0.262456 below 0.3"},
    {"certain", "probability: 1", "r: request 1 of those that match, drew 0.813627 below 1"},
};
INSTANTIATE_TEST_SUITE_P(Trigger, Why, testing::ValuesIn(reasons), name_of_row);

// About as often as it says, and each request by itself.
TEST(Probability, IsKept) {
    Faults faults = faults_of(plan_with("on: {probability: 0.2}, delay: 1"));
    size_t fired = 0;
    for (int i = 0; i < 10'000; ++i) fired += ask(faults).firings.size();
    EXPECT_GT(fired, 1880U);  // three standard deviations of 40
    EXPECT_LT(fired, 2120U);
}

TEST(Probability, TellsWhatWasDrawn) {
    Faults faults = faults_of(plan_with("on: {probability: 0.9999}, delay: 1"));
    const Decision decision = ask(faults);
    ASSERT_EQ(decision.firings.size(), 1U);
    ASSERT_EQ(decision.firings[0].draws.size(), 1U);
    EXPECT_EQ(decision.firings[0].draws[0].first, "probability");
    EXPECT_LT(decision.firings[0].draws[0].second, 0.9999);
}

// What other rules and other requests do changes no draw.
TEST(Probability, DependsOnTheRuleAlone) {
    const std::string rule = "{name: r, on: {probability: 0.5}, delay: 1}";
    Faults alone = faults_of(plan_of("name: p\nrules: [" + rule + "]"));
    Faults among = faults_of(plan_of(
        "name: p\nrules: [{name: o, match: {method: [GET, PUT]}, on: {probability: 0.5}, delay: 1},"
        "{name: r, match: {method: GET}, on: {probability: 0.5}, delay: 1}]"));
    for (int i = 0; i < 50; ++i) {
        ask(among, {.request = {"PUT", "/books", {}, ""}});
        const Decision expected = ask(alone);
        const Decision decision = ask(among);
        const bool fired = !decision.firings.empty() && decision.firings.back().rule->name == "r";
        ASSERT_EQ(fired, !expected.firings.empty()) << i;
    }
}

TEST(Probability, DependsOnSeedAndSession) {
    const auto plan = plan_with("on: {probability: 0.5}, delay: 1");
    const auto run = [&](uint64_t seed, const std::string& session) {
        Faults faults = faults_of(plan, seed, session);
        std::string fired;
        for (int i = 0; i < 64; ++i) fired += ask(faults).firings.empty() ? '.' : 'x';
        return fired;
    };
    EXPECT_EQ(run(1, "s"), run(1, "s"));
    EXPECT_NE(run(1, "s"), run(2, "s"));
    EXPECT_NE(run(1, "s"), run(1, "t"));
}

}  // namespace

}  // namespace standin::fault
