// What several rules come to for one request.
#include "tests/fault/ask.h"

namespace standin::fault {

namespace {

// A plan of rules without names, which are called a, b, c …
std::shared_ptr<const Plan> plan_of_rules(const std::vector<std::string>& rules) {
    std::string text = "name: p\nrules:\n";
    char name = 'a';
    for (const std::string& rule : rules) {
        text += std::string("  - {name: ") + name++ + ", " + rule + "}\n";
    }
    return plan_of(text);
}

Decision decide(const std::vector<std::string>& rules, When when = When::before_state) {
    Faults faults = faults_of(plan_of_rules(rules));
    return ask(faults, {.when = when});
}

struct DeliveryRow {
    const char* name;
    std::vector<std::string> rules;
    Delivery expected;
};

void PrintTo(const DeliveryRow& row, std::ostream* out) {
    *out << row.name;
}

class Delivered : public testing::TestWithParam<DeliveryRow> {};

TEST_P(Delivered, As) {
    EXPECT_EQ(decide(GetParam().rules).delivery, GetParam().expected);
}

using std::chrono::seconds;

const DeliveryRow rows[] = {
    {"as_it_is", {"answer: {status: 503}"}, {}},
    {"late", {"delay: 200"}, {.delay = milliseconds(200)}},
    {"late_in_seconds", {"delay: 2s"}, {.delay = seconds(2)}},
    {"fixed", {"delay: {type: fixed, milliseconds: 200}"}, {.delay = milliseconds(200)}},
    {"delays_add_up", {"delay: 200", "delay: 1s"}, {.delay = milliseconds(1200)}},
    {"dribble",
     {"chunkedDribbleDelay: {numberOfChunks: 5, totalDuration: 1s}",
      "chunkedDribbleDelay: {numberOfChunks: 9, totalDuration: 9s}"},
     {.pieces = 5, .duration = seconds(1)}},
    {"rate", {"bandwidth: {rate: 0.5}", "bandwidth: {rate: 9}"}, {.rate = 500}},
    {"wire", {"wire: EMPTY_RESPONSE", "wire: timeout"}, {.wire = Wire::empty_response}},
    {"wire_as_an_object", {"wire: {type: EMPTY_RESPONSE}"}, {.wire = Wire::empty_response}},
    {"reset", {"wire: CONNECTION_RESET_BY_PEER"}, {.wire = Wire::connection_reset_by_peer}},
    {"silence", {"wire: timeout"}, {.wire = Wire::timeout}},
    {"short_silence",
     {"wire: {type: timeout, timeout: 500}"},
     {.wire = Wire::timeout, .time = milliseconds(500)}},
    {"truncated",
     {"wire: TRUNCATED_BODY, answer: {status: 200, json: 1}"},
     {.wire = Wire::truncated_body}},
    {"limited",
     {"wire: {type: limit_data, bytes: 20}, answer: {status: 503}"},
     {.wire = Wire::limit_data, .bytes = 20}},
    {"slow_end",
     {"wire: {type: slow_close, delay: 1s}, answer: {status: 503}"},
     {.wire = Wire::slow_close, .time = seconds(1)}},
    {"all_at_once",
     {"delay: 1", "wire: timeout, delay: 2", "bandwidth: {rate: 1}"},
     {.delay = milliseconds(3), .rate = 1000, .wire = Wire::timeout}},
};
INSTANTIATE_TEST_SUITE_P(Decide, Delivered, testing::ValuesIn(rows),
                         [](const auto& row) { return std::string(row.param.name); });

TEST(Decision, HasGarbageForTheWiresThatSendIt) {
    for (const char* wire : {"MALFORMED_RESPONSE_CHUNK", "RANDOM_DATA_THEN_CLOSE"}) {
        EXPECT_EQ(decide({std::string("wire: ") + wire}).delivery.garbage.size(), 128U) << wire;
    }
}

struct RetryRow {
    const char* name;
    std::string after;
    std::string expected;
};

void PrintTo(const RetryRow& row, std::ostream* out) {
    *out << row.name;
}

class RetryAfter : public testing::TestWithParam<RetryRow> {};

TEST_P(RetryAfter, IsTold) {
    const Decision decision =
        decide({"answer: {status: 503, headers: {X-A: b}, error: too_busy" + GetParam().after + "}",
                "answer: {status: 429, retryAfter: 9}"});
    ASSERT_TRUE(decision.instead);
    EXPECT_EQ(decision.instead->status, 503);
    EXPECT_EQ(decision.instead->error, "too_busy");
    EXPECT_EQ(decision.instead->headers, http::Headers({{"X-A", "b"}}));
    EXPECT_EQ(decision.retry_after, GetParam().expected);
}

const RetryRow retries[] = {
    {"nothing", "", ""},
    {"seconds", ", retryAfter: 2", "2"},
    {"no_seconds", ", retryAfter: 0", "0"},
    {"time", ", retryAfter: 2s", "2"},
    {"rounded_up", ", retryAfter: 1001ms", "2"},
    {"date", ", retryAfter: {date: 90s}", "Thu, 01 Jan 1970 00:01:30 GMT"},
};
INSTANTIATE_TEST_SUITE_P(Decide, RetryAfter, testing::ValuesIn(retries),
                         [](const auto& row) { return std::string(row.param.name); });

TEST(Instead, HasABodyOfItsOwn) {
    const auto json = decide({"answer: {status: 503, json: {a: [1, null]}}"}).instead;
    EXPECT_EQ(json->body, "{\"a\":[1,null]}");
    EXPECT_EQ(json->media_type, "application/json");
    const auto text = decide({"answer: {status: 503, text: <p>}"}).instead;
    EXPECT_EQ(text->body, "<p>");
    EXPECT_EQ(text->media_type, "text/plain; charset=utf-8");
    const auto page = decide({"answer: {status: 503, text: <p>, mediaType: text/html}"}).instead;
    EXPECT_EQ(page->media_type, "text/html");
}

TEST(Decision, IsMadeAtItsOwnStation) {
    const std::vector<std::string> rules = {
        "delay: 1, when: before_checks", "delay: 2",
        "delay: 4, when: after_state",   "breaks: wrong_type",
        "wire: TRUNCATED_BODY",          "quota: {limit: 0, window: 1s}"};
    const auto fired = [&](When when) {
        std::string names;
        for (const Firing& firing : decide(rules, when).firings) names += firing.rule->name;
        return names;
    };
    EXPECT_EQ(fired(When::before_checks), "af");
    EXPECT_EQ(fired(When::before_state), "b");
    EXPECT_EQ(fired(When::after_state), "cde");
}

TEST(Decision, GrowsFromStationToStation) {
    Faults faults =
        faults_of(plan_of_rules({"delay: 1, when: before_checks", "delay: 2, wire: timeout",
                                 "delay: 4, when: after_state"}));
    Decision decision;
    ask(faults, {.when = When::before_checks}, decision);
    EXPECT_FALSE(decision.stops());
    ask(faults, {.when = When::before_state}, decision);
    EXPECT_TRUE(decision.stops());
    ask(faults, {.when = When::after_state}, decision);
    EXPECT_EQ(decision.delivery, (Delivery{.delay = milliseconds(7), .wire = Wire::timeout}));
    EXPECT_EQ(whys_of(decision),
              "a: request 1 of those that match; b: request 1 of those that match; "
              "c: request 1 of those that match");
}

// A rule that comes too late to do anything has proved nothing.
TEST(Decision, CountsOnlyTheRulesThatAddToIt) {
    Faults faults = faults_of(plan_of_rules(
        {"answer: {status: 503}", "answer: {status: 500}", "answer: {status: 500}, delay: 1"}));
    const Decision decision = ask(faults, {.when = When::before_state});
    ASSERT_EQ(decision.firings.size(), 3U);
    EXPECT_EQ(decision.instead->status, 503);
    EXPECT_EQ(
        decision.firings[0].did + "|" + decision.firings[1].did + "|" + decision.firings[2].did,
        "|nothing: another rule came first|");
    std::string fired;
    for (const auto& standing : faults.standings()) fired += std::to_string(standing.fired);
    EXPECT_EQ(fired, "101");
}

TEST(Decision, LetsTheFirstRuleBreakTheAnswer) {
    const Decision decision = decide({"breaks: wrong_type", "breaks: \"null\""}, When::after_state);
    ASSERT_TRUE(decision.breaking);
    EXPECT_EQ(decision.breaking->name, "a");
    EXPECT_NE(decision.breach_draw.high, 0U);
    EXPECT_EQ(decision.firings.size(), 2U);
}

TEST(Wanted, FiresWhateverItMatchesAndWhenever) {
    const auto plan = plan_with("match: {method: DELETE}, on: {nth: 99}, delay: 5");
    Faults faults(1, "s");
    const std::shared_ptr<const Rule> rule(plan, &plan->rules[0]);
    const Decision decision = ask(faults, {.wanted = {rule}});
    EXPECT_EQ(whys_of(decision), "r: asked for by the request");
    EXPECT_EQ(decision.delivery.delay.count(), 5);
    EXPECT_TRUE(ask(faults, {.when = When::after_state, .wanted = {rule}}).firings.empty());
}

TEST(Wanted, FiresOnceThoughItIsInForce) {
    Faults faults = faults_of(plan_with("delay: 5"));
    const auto rule = faults.find_rule("r");
    EXPECT_EQ(whys_of(ask(faults, {.wanted = {rule}})), "r: asked for by the request");
    EXPECT_EQ(whys_of(ask(faults)), "r: request 2 of those that match");
    EXPECT_EQ(faults.standings()[0].fired, 1U);
}

TEST(Wanted, IsSaid) {
    Faults faults = faults_of(plan_of_rules({"delay: 5", "delay: 6"}));
    const Decision decision = ask(faults, {.wanted = {faults.find_rule("b")}});
    ASSERT_EQ(decision.firings.size(), 2U);
    EXPECT_EQ(decision.firings[0].rule->name, "b");
    EXPECT_TRUE(decision.firings[0].wanted);
    EXPECT_FALSE(decision.firings[1].wanted);
}

TEST(Wanted, DrawsByItsOwnCount) {
    const auto plan = plan_with("delay: {type: uniform, lower: 0, upper: 1h}");
    const std::shared_ptr<const Rule> rule(plan, &plan->rules[0]);
    Faults faults(1, "s");
    const auto first = ask(faults, {.wanted = {rule}}).delivery.delay;
    const auto second = ask(faults, {.wanted = {rule}}).delivery.delay;
    EXPECT_NE(first, second);
    Faults again(1, "s");
    EXPECT_EQ(ask(again, {.wanted = {rule}}).delivery.delay, first);
    Faults in_force = faults_of(plan);
    EXPECT_NE(ask(in_force).delivery.delay, first);
}

TEST(Wanted, TakesAQuotaAsUsedUp) {
    const auto plan = plan_with("quota: {limit: 5, window: 1500}");
    const std::shared_ptr<const Rule> rule(plan, &plan->rules[0]);
    Faults faults(1, "s");
    const Decision decision = ask(faults, {.when = When::before_checks, .wanted = {rule}});
    ASSERT_TRUE(decision.instead);
    EXPECT_EQ(decision.instead->status, 429);
    EXPECT_EQ(decision.retry_after, "2");
    EXPECT_EQ(decision.headers, http::Headers({{"RateLimit-Limit", "5"},
                                               {"RateLimit-Remaining", "0"},
                                               {"RateLimit-Reset", "2"}}));
}

}  // namespace

}  // namespace standin::fault
