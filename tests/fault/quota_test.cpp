// Quotas: who is counted together, when a window ends, and what the client is told.
#include "mock/fault/quota.h"

#include "tests/fault/ask.h"

namespace standin::fault {

namespace {

// What a request comes to: "429 after 3; RateLimit-Limit: 2, …", or "" for the status.
std::string told(const Decision& decision) {
    std::string text;
    if (decision.instead) {
        text = std::to_string(decision.instead->status) + " after " + decision.retry_after + "; ";
    }
    for (const auto& [name, value] : decision.headers) text += name + ": " + value + ' ';
    return text;
}

std::string ask_at(Faults& faults, Instant time) {
    return told(ask(faults, {.when = When::before_checks, .time = time}));
}

TEST(Quota, CountsInWindowsThatBeginWithTheFirstRequest) {
    Faults faults = faults_of(plan_with("quota: {limit: 2, window: 10s}"));
    const std::string limit = "RateLimit-Limit: 2 RateLimit-Remaining: ";
    EXPECT_EQ(ask_at(faults, 5000), limit + "1 RateLimit-Reset: 10 ");
    EXPECT_EQ(ask_at(faults, 7001), limit + "0 RateLimit-Reset: 8 ");
    EXPECT_EQ(ask_at(faults, 7001), "429 after 8; " + limit + "0 RateLimit-Reset: 8 ");
    EXPECT_EQ(ask_at(faults, 14'999), "429 after 1; " + limit + "0 RateLimit-Reset: 1 ");
    EXPECT_EQ(ask_at(faults, 15'000), limit + "1 RateLimit-Reset: 10 ");
    EXPECT_EQ(faults.standings()[0].matched, 5U);
    EXPECT_EQ(faults.standings()[0].fired, 2U);
}

TEST(Quota, BeginsAnewWhereTheClockIsPutBack) {
    Faults faults = faults_of(plan_with("quota: {limit: 1, window: 10s, headers: none}"));
    EXPECT_EQ(ask_at(faults, 5000), "");
    EXPECT_EQ(ask_at(faults, 4000), "");
    EXPECT_EQ(ask_at(faults, 4000), "429 after 10; ");
}

TEST(Quota, TellsUnderItsOwnNames) {
    Faults faults = faults_of(plan_with("quota: {limit: 1, window: 1500, headers: X-Rate}"));
    EXPECT_EQ(ask_at(faults, 0), "X-Rate-Limit: 1 X-Rate-Remaining: 0 X-Rate-Reset: 2 ");
}

TEST(Quota, LetsTheFirstOneTell) {
    Faults faults =
        faults_of(plan_of("name: p\nrules: [{name: a, quota: {limit: 5, window: 1s}},"
                          " {name: b, quota: {limit: 9, window: 1s}}]"));
    EXPECT_EQ(ask_at(faults, 0), "RateLimit-Limit: 5 RateLimit-Remaining: 4 RateLimit-Reset: 1 ");
}

TEST(Quota, HasAnAnswerOfItsOwn) {
    Faults faults =
        faults_of(plan_with("quota: {limit: 0, window: 1s, headers: none, answer: "
                            "{status: 503, retryAfter: {date: 5s}}}"));
    EXPECT_EQ(ask_at(faults, 0), "503 after Thu, 01 Jan 1970 00:00:05 GMT; ");
}

class WhyBeyond : public testing::TestWithParam<TextRow> {};

TEST_P(WhyBeyond, IsTold) {
    Faults faults = faults_of(plan_with("quota: {" + GetParam().text + "}"));
    std::string why;
    while (why.empty()) why = whys_of(ask(faults, {.when = When::before_checks}));
    EXPECT_EQ(why, GetParam().expected);
}

const TextRow reasons[] = {
    {"first", "limit: 0, window: 1s", "r: 1st request of a quota of 0 in 1 s by session"},
    {"second", "limit: 1, window: 1s", "r: 2nd request of a quota of 1 in 1 s by session"},
    {"third", "limit: 2, window: 1s", "r: 3rd request of a quota of 2 in 1 s by session"},
    {"in_an_hour", "limit: 0, window: 60m", "r: 1st request of a quota of 0 in 1 h by session"},
    {"fourth", "limit: 3, window: 60s, by: credential",
     "r: 4th request of a quota of 3 in 60 s by credential"},
    {"eleventh", "limit: 10, window: 1, by: {header: X-Key}",
     "r: 11th request of a quota of 10 in 1 ms by header X-Key"},
    {"twenty_second", "limit: 21, window: 1s",
     "r: 22nd request of a quota of 21 in 1 s by session"},
    {"hundred_and_twelfth", "limit: 111, window: 1s",
     "r: 112th request of a quota of 111 in 1 s by session"},
};
INSTANTIATE_TEST_SUITE_P(Quota, WhyBeyond, testing::ValuesIn(reasons), name_of_row);

struct KeyRow {
    const char* name;
    Quota::By by;
    http::Request request;
    std::string expected;
};

void PrintTo(const KeyRow& row, std::ostream* out) {
    *out << row.name;
}

class Key : public testing::TestWithParam<KeyRow> {};

TEST_P(Key, OfARequest) {
    Quota quota;
    quota.by = GetParam().by;
    quota.header = "X-Key";
    const contract::Input input;
    const Question question = {
        When::before_checks, GetParam().request, operation_named("list"), input, 0, 0, {}};
    EXPECT_EQ(key_of(quota, question), GetParam().expected);
}

const KeyRow keys[] = {
    {"session", Quota::By::session, {"GET", "/", {{"X-Key", "a"}}, ""}, ""},
    {"header", Quota::By::header, {"GET", "/", {{"x-key", "a"}}, ""}, "a"},
    {"no_header", Quota::By::header, {"GET", "/", {}, ""}, ""},
    {"bearer",
     Quota::By::credential,
     {"GET", "/", {{"Authorization", "Bearer a"}}, ""},
     "Bearer a"},
    {"cookie", Quota::By::credential, {"GET", "/", {{"Cookie", "x=1; sid=a; y=2"}}, ""}, "a"},
    {"cookie_of_another_name", Quota::By::credential, {"GET", "/", {{"Cookie", "asid=a"}}, ""}, ""},
    {"query", Quota::By::credential, {"GET", "/?x=1&key=a%20b", {}, ""}, "a%20b"},
    {"first_of_two", Quota::By::credential, {"GET", "/?key=b", {{"Cookie", "sid=a"}}, ""}, "a"},
    {"none", Quota::By::credential, {"GET", "/", {}, ""}, ""},
};
INSTANTIATE_TEST_SUITE_P(Quota, Key, testing::ValuesIn(keys),
                         [](const auto& row) { return std::string(row.param.name); });

TEST(Key, OfAMissIsNone) {
    Quota quota;
    quota.by = Quota::By::credential;
    const contract::Input input;
    const http::Request request = {"GET", "/?key=a", {}, ""};
    EXPECT_EQ(key_of(quota, {When::before_checks, request, nullptr, input, 0, 0, {}}), "");
}

TEST(Ledger, CountsKeysApart) {
    Ledger ledger(milliseconds(10));
    EXPECT_EQ(ledger.count("a", 0).requests, 1U);
    EXPECT_EQ(ledger.count("a", 9).requests, 2U);
    EXPECT_EQ(ledger.count("b", 9).requests, 1U);
    EXPECT_EQ(ledger.count("a", 10).requests, 1U);
    EXPECT_EQ(ledger.count("b", 10).requests, 2U);
}

// A full ledger whose windows begin at 1, but for that of one key.
Ledger full_ledger(const std::string& other, Instant begin) {
    Ledger ledger(milliseconds(10));
    for (size_t i = 0; i < Ledger::most_keys; ++i) {
        const std::string key = std::to_string(i);
        ledger.count(key, key == other ? begin : 1);
    }
    return ledger;
}

// What a key's next request is, after one of a key that was not there.
uint64_t next_of(Ledger ledger, const std::string& key, Instant time) {
    ledger.count("one more", time);
    EXPECT_EQ(ledger.size(), Ledger::most_keys);
    return ledger.count(key, time).requests;
}

TEST(Ledger, DropsOneWindowThatIsOver) {
    const Ledger ledger = full_ledger("0", 5);
    EXPECT_EQ(next_of(ledger, "0", 12), 2U);
}

TEST(Ledger, DropsAWindowThatBeginsLaterFirst) {
    const Ledger ledger = full_ledger("7", 9);
    EXPECT_EQ(next_of(ledger, "0", 2), 2U);
    EXPECT_EQ(next_of(ledger, "7", 9), 2U);
    Ledger later = ledger;
    later.count("one more", 2);
    EXPECT_EQ(later.count("7", 9).requests, 1U);
}

TEST(Ledger, DropsTheFirstWindowWhereNoneIsOver) {
    const Ledger ledger = full_ledger("7", 0);
    EXPECT_EQ(next_of(ledger, "8", 2), 2U);
    EXPECT_EQ(next_of(ledger, "7", 2), 1U);
}

// A window that begins anew is no longer the first.
TEST(Ledger, KnowsWhereAWindowBeganLast) {
    Ledger ledger = full_ledger("7", 0);
    EXPECT_EQ(ledger.count("7", 10).requests, 1U);
    EXPECT_EQ(next_of(ledger, "7", 10), 2U);
    EXPECT_EQ(next_of(ledger, "0", 10), 1U);
}

const Ledger* ledger_of(const Faults& faults) {
    return &*faults.standings()[0].ledger;
}

TEST(Quota, IsSharedByCopiesUntilOneCounts) {
    Faults faults = faults_of(plan_with("quota: {limit: 1, window: 10s, headers: none}"));
    EXPECT_EQ(ask_at(faults, 0), "");
    Faults copy = faults.fork("t");
    EXPECT_EQ(ledger_of(copy), ledger_of(faults));
    EXPECT_EQ(ask_at(copy, 0), "429 after 10; ");
    EXPECT_NE(ledger_of(copy), ledger_of(faults));
    EXPECT_EQ(whys_of(ask(faults, {.when = When::before_checks})),
              "r: 2nd request of a quota of 1 in 10 s by session");
}

}  // namespace

}  // namespace standin::fault
