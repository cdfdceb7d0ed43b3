// The rules in force in a session, and what they have counted.
#include "tests/fault/ask.h"

namespace standin::fault {

namespace {

TEST(Faults, RefuseASecondRuleOfAName) {
    Faults faults =
        faults_of(plan_of("name: p\nrules: [{name: a, delay: 1}, {name: b, delay: 2}]"));
    const auto added =
        faults.add(plan_of("name: q\nrules: [{name: c, delay: 1}, {name: b, delay: 1}]"), 0);
    EXPECT_EQ(added.result, Faults::Added::Result::twin);
    EXPECT_EQ(added.twin, "b");
    EXPECT_EQ(faults.standings().size(), 2U);
    EXPECT_FALSE(faults.find_rule("c"));
}

TEST(Faults, ForgetWhatIsRemoved) {
    const auto plan = plan_with("quota: {limit: 1, window: 1s}");
    Faults faults = faults_of(plan);
    ask(faults, {.when = When::before_checks});
    EXPECT_TRUE(faults.remove("r"));
    EXPECT_FALSE(faults.remove("r"));
    EXPECT_TRUE(faults.empty());
    EXPECT_EQ(faults.add(plan, 7).result, Faults::Added::Result::done);
    EXPECT_FALSE(ask(faults, {.when = When::before_checks}).instead);
    EXPECT_TRUE(ask(faults, {.when = When::before_checks}).instead);
    EXPECT_EQ(faults.standings()[0].since, 7);
    faults.clear();
    EXPECT_TRUE(faults.empty());
}

TEST(Faults, CountOnInAForkAndDrawAnew) {
    Faults faults = faults_of(plan_with("delay: {type: uniform, lower: 0, upper: 1h}"));
    ask(faults);
    Faults fork = faults.fork("t");
    const auto drawn = ask(fork).delivery.delay;
    EXPECT_EQ(fork.standings()[0].matched, 2U);
    EXPECT_EQ(faults.standings()[0].matched, 1U);
    EXPECT_NE(drawn, ask(faults).delivery.delay);
    Faults other = faults_of(plan_with("delay: {type: uniform, lower: 0, upper: 1h}"), 1, "t");
    ask(other);
    EXPECT_EQ(drawn, ask(other).delivery.delay);
}

// Rules without an effect to speak of, "a0", "a1", …
std::shared_ptr<const Plan> plan_of_many(const std::string& name, size_t count) {
    std::string text = "name: " + name + "\nrules:\n";
    for (size_t i = 0; i < count; ++i) {
        text += "  - {name: " + name + std::to_string(i) + ", delay: 1}\n";
    }
    return plan_of(text);
}

TEST(Faults, AreBounded) {
    Faults faults = faults_of(plan_of_many("a", 999));
    const auto added = faults.add(plan_of_many("b", 2), 0);
    EXPECT_EQ(added.result, Faults::Added::Result::full);
    EXPECT_EQ(added.twin, "");
    EXPECT_EQ(faults.standings().size(), 999U);
    EXPECT_EQ(faults.add(plan_of_many("b", 1), 0).result, Faults::Added::Result::done);
    EXPECT_EQ(faults.add(plan_of_many("c", 1), 0).result, Faults::Added::Result::full);
    EXPECT_TRUE(faults.remove("a0"));
    EXPECT_EQ(faults.add(plan_of_many("c", 1), 0).result, Faults::Added::Result::done);
}

// What a rule that is wanted draws for its first and its second request.
TEST(Faults, ForgetHowOftenARuleWasWanted) {
    Faults faults = faults_of(plan_with("delay: {type: uniform, lower: 0, upper: 1h}"));
    const auto plan = plan_with("delay: {type: uniform, lower: 0, upper: 1h}");
    const std::shared_ptr<const Rule> rule(plan, &plan->rules[0]);
    const auto drawn = [&] { return ask(faults, {.wanted = {rule}}).delivery.delay; };
    faults.clear();
    const auto first = drawn();
    EXPECT_NE(drawn(), first);
    faults.add(plan, 0);
    faults.remove("r");
    EXPECT_EQ(drawn(), first);
    faults.clear();
    EXPECT_EQ(drawn(), first);
}

// The stations that are asked: "checks", "state", "answer", and "peeks".
std::string stations_of(const Faults& faults) {
    std::string asked;
    if (faults.asks(When::before_checks)) asked += "checks ";
    if (faults.asks(When::before_state)) asked += "state ";
    if (faults.asks(When::after_state)) asked += "answer ";
    if (faults.peeks()) asked += "peeks ";
    return asked;
}

class Stations : public testing::TestWithParam<TextRow> {};

TEST_P(Stations, AreAsked) {
    EXPECT_EQ(stations_of(faults_of(plan_with(GetParam().text))), GetParam().expected);
}

const TextRow stations[] = {
    {"before_checks", "delay: 1, when: before_checks", "checks "},
    {"before_state", "delay: 1", "state "},
    {"after_state", "delay: 1, when: after_state", "answer "},
    {"for_a_breach", "breaks: wrong_type", "answer "},
    {"for_a_status", "match: {status: 2XX}, delay: 1", "answer "},
    {"for_a_quota_by_status", "match: {status: 2XX}, quota: {limit: 1, window: 1s}", "answer "},
    {"early_with_a_request", "match: {request: {}}, delay: 1, when: before_checks",
     "checks peeks "},
    {"late_with_a_request", "match: {request: {}}, delay: 1", "state "},
};
INSTANTIATE_TEST_SUITE_P(Faults, Stations, testing::ValuesIn(stations), name_of_row);

TEST(Stations, FollowTheRulesInForce) {
    Faults faults(1, "s");
    EXPECT_EQ(stations_of(faults), "");
    faults.add(plan_of("name: p\nrules: [{name: a, delay: 1, when: after_state}, {name: b, match: "
                       "{request: {}}, when: before_checks, delay: 1}]"),
               0);
    EXPECT_EQ(stations_of(faults), "checks answer peeks ");
    EXPECT_EQ(stations_of(faults.fork("t")), "checks answer peeks ");
    faults.remove("b");
    EXPECT_EQ(stations_of(faults), "answer ");
    faults.clear();
    EXPECT_EQ(stations_of(faults), "");
}

TEST(Restart, CountsFromThere) {
    Faults faults = faults_of(plan_with("on: {between: [0, 1s], times: 1}, delay: 1"));
    EXPECT_EQ(whys_of(ask(faults)), "r: request 1 of those that match, 0 ms after the rule came");
    faults.restart(5000);
    EXPECT_EQ(faults.standings()[0].since, 5000);
    EXPECT_EQ(faults.standings()[0].matched, 0U);
    EXPECT_EQ(faults.standings()[0].fired, 0U);
    EXPECT_EQ(whys_of(ask(faults, {.time = 5999})),
              "r: request 1 of those that match, 999 ms after the rule came");
    EXPECT_EQ(whys_of(ask(faults, {.time = 5999})), "");
}

TEST(Restart, OpensQuotasAnew) {
    Faults faults = faults_of(plan_with("quota: {limit: 1, window: 1h}"));
    ask(faults, {.when = When::before_checks});
    faults.restart(0);
    EXPECT_FALSE(ask(faults, {.when = When::before_checks}).instead);
    EXPECT_TRUE(ask(faults, {.when = When::before_checks}).instead);
}

TEST(Restart, ForgetsWhatWasWanted) {
    Faults faults = faults_of(plan_with("delay: {type: uniform, lower: 0, upper: 1h}"));
    const auto rule = faults.find_rule("r");
    const auto first = ask(faults, {.wanted = {rule}}).delivery.delay;
    faults.restart(0);
    EXPECT_EQ(ask(faults, {.wanted = {rule}}).delivery.delay, first);
}

TEST(TakeBack, LeavesTheTimes) {
    Faults faults = faults_of(plan_with("on: {times: 1}, delay: 1"));
    EXPECT_EQ(whys_of(ask(faults)), "r: request 1 of those that match");
    faults.take_back("r");
    EXPECT_EQ(faults.standings()[0].fired, 0U);
    EXPECT_EQ(whys_of(ask(faults)), "r: request 2 of those that match");
    EXPECT_EQ(whys_of(ask(faults)), "");
}

TEST(TakeBack, OfWhatHasNotFiredDoesNothing) {
    Faults faults = faults_of(plan_with("delay: 1"));
    faults.take_back("r");
    faults.take_back("another");
    EXPECT_EQ(faults.standings()[0].fired, 0U);
}

}  // namespace

}  // namespace standin::fault
