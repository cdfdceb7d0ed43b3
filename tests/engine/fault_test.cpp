// Requests that go wrong on purpose: at which station, with which answer, and what is kept of it.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/engine/mock.h"

namespace standin::engine {

namespace {

using fault::Wire;

constexpr std::string_view document = R"(
openapi: 3.1.0
paths:
  /notes:
    get:
      operationId: list
      responses:
        "200":
          description: ok
          content:
            application/json: {schema: {type: array, items: {$ref: "#/components/schemas/N"}}}
        "503":
          description: busy
          content: {application/json: {example: {busy: true}}}
        "5XX":
          description: failed
          content:
            text/plain: {example: it failed}
    post:
      operationId: create
      requestBody:
        required: true
        content: {application/json: {schema: {$ref: "#/components/schemas/N"}}}
      responses:
        "201":
          description: made
          content: {application/json: {schema: {$ref: "#/components/schemas/N"}}}
components:
  schemas:
    N:
      type: object
      required: [id, text]
      properties:
        id: {type: integer, readOnly: true}
        text: {type: string}
x-standin:
  name: api
  resources: {notes: {key: id}}
)";

constexpr const char* plain_503 =
    R"(503 {"type":"about:blank","title":"Service Unavailable","status":503,)"
    R"("detail":"Service Unavailable"})";

// A plan of one rule for POSTs.
std::string plan(const std::string& rule) {
    return "name: p\nrules:\n  - {name: r, match: {method: POST}, " + rule + "}\n";
}

Mock mock_of(const std::string& rule) {
    return Mock(document, {.faults = plan(rule)});
}

constexpr const char* note = R"({"text":"a"})";
constexpr const char* made = R"(201 {"id":1,"text":"a"})";
constexpr const char* listed = R"(200 [{"id":1,"text":"a"}])";

TEST(Fault, BeforeTheChecksNobodyLooksAtTheRequest) {
    Mock mock = mock_of("when: before_checks, answer: {status: 503}");
    EXPECT_EQ(mock.ask("POST /notes", "no JSON"), plain_503);
    EXPECT_EQ(mock.ask("POST /elsewhere"), plain_503);
    EXPECT_EQ(mock.ask("GET /notes"), "200 []");
}

TEST(Fault, BeforeTheStateARequestMustBeRight) {
    Mock mock = mock_of("answer: {status: 503}, on: {first: 1}");
    EXPECT_THAT(mock.ask("POST /notes", "no JSON"), testing::StartsWith("400 "));
    EXPECT_EQ(mock.ask("POST /notes", note), plain_503);
    EXPECT_EQ(mock.ask("GET /notes"), "200 []");
    EXPECT_EQ(mock.ask("POST /notes", note), made);
}

TEST(Fault, AfterTheStateItHasHappened) {
    Mock mock = mock_of("when: after_state, answer: {status: 503}, on: {first: 1}");
    EXPECT_EQ(mock.ask("POST /notes", note), plain_503);
    EXPECT_EQ(mock.ask("GET /notes"), listed);
}

TEST(Fault, AWireFaultBeforeTheStateCutsOffAnAnswerOfItsOwn) {
    Mock mock = mock_of("wire: TRUNCATED_BODY, answer: {status: 503}");
    const auto exchange = mock.exchange("POST /notes", note);
    EXPECT_EQ(exchange->fault.delivery.wire, Wire::truncated_body);
    EXPECT_EQ(exchange->response.status, 503);
    EXPECT_EQ(mock.ask("GET /notes"), "200 []");
}

TEST(Fault, AWireFaultAfterTheStateCutsOffTheAnswer) {
    Mock mock = mock_of("wire: TRUNCATED_BODY, when: after_state");
    const auto exchange = mock.exchange("POST /notes", note);
    EXPECT_EQ(exchange->fault.delivery.wire, Wire::truncated_body);
    EXPECT_EQ(exchange->response.body, made + 4);
    EXPECT_EQ(mock.ask("GET /notes"), listed);
}

TEST(Fault, ADelayAloneStopsNothing) {
    Mock mock = mock_of("delay: 200ms");
    const auto exchange = mock.exchange("POST /notes", note);
    EXPECT_EQ(exchange->fault.delivery.delay.count(), 200);
    EXPECT_EQ(exchange->response.body, made + 4);
    EXPECT_EQ(exchange->error, "");
}

TEST(Fault, WhatFiredIsKeptWithTheExchange) {
    Mock mock = mock_of("delay: 200ms, answer: {status: 503}");
    const auto exchange = mock.exchange("POST /notes", note);
    ASSERT_EQ(exchange->fault.firings.size(), 1u);
    const fault::Firing& firing = exchange->fault.firings[0];
    EXPECT_EQ(firing.rule->plan + "/" + firing.rule->name, "p/r");
    EXPECT_EQ(exchange->error, "fault");
}

TEST(Fault, RulesCountInEachSessionByThemselves) {
    Mock mock = mock_of("answer: {status: 503}, on: {nth: 2}");
    const http::Headers one = {{"X-Standin-Session", "one"}};
    EXPECT_EQ(mock.ask("POST /notes", note), made);
    EXPECT_EQ(mock.ask("POST /notes", note, one), made);
    EXPECT_EQ(mock.ask("POST /notes", note), plain_503);
    EXPECT_EQ(mock.ask("POST /notes", note, one), plain_503);
}

TEST(Fault, ASnapshotKeepsWhatRulesHaveCounted) {
    Mock mock = mock_of("answer: {status: 503}, on: {nth: 2}");
    Session& session = *mock.engine().sessions().standard();
    EXPECT_EQ(mock.ask("POST /notes", note), made);
    session.take_snapshot("base");
    EXPECT_EQ(mock.ask("POST /notes", note), plain_503);
    session.restore("base");
    EXPECT_EQ(mock.ask("POST /notes", note), plain_503);
    session.reset();
    EXPECT_EQ(mock.ask("POST /notes", note), made);
}

TEST(Fault, RulesThatFiredInNoSessionAreKnown) {
    Mock mock(document, {.faults = "name: p\nrules:\n"
                                   "  - {name: one, match: {method: GET}, delay: 1}\n"
                                   "  - {name: two, match: {method: PUT}, delay: 1}\n"});
    const auto unfired = [&] {
        std::string names;
        for (const fault::Rule* rule : mock.engine().unfired()) names += rule->name + ' ';
        return names;
    };
    EXPECT_EQ(unfired(), "one two ");
    mock.ask("GET /notes", "", {{"X-Standin-Session", "s"}});
    EXPECT_EQ(unfired(), "two ");
}

TEST(Fault, AQuotaTellsWhatIsLeftWithEveryAnswer) {
    Mock mock = mock_of("quota: {limit: 1, window: 10s, by: session}");
    const auto allowed = mock.exchange("POST /notes", note)->response;
    EXPECT_EQ(allowed.status, 201);
    EXPECT_EQ(*allowed.headers.find("RateLimit-Remaining"), "0");
    const auto refused = mock.exchange("POST /notes", note)->response;
    EXPECT_EQ(refused.status, 429);
    EXPECT_EQ(*refused.headers.find("Retry-After"), "10");
    EXPECT_EQ(*refused.headers.find("RateLimit-Limit"), "1");
    EXPECT_EQ(*refused.headers.find("RateLimit-Reset"), "10");
}

TEST(Fault, ABrokenAnswerBreaksItsContract) {
    Mock mock = mock_of("breaks: missing_member, breaksAt: /text");
    const auto exchange = mock.exchange("POST /notes", note);
    EXPECT_EQ(exchange->response.body, R"({"id":1})");
    EXPECT_EQ(exchange->fault.firings[0].did, "missing_member at /text");
    EXPECT_EQ(mock.ask("GET /notes"), listed);
}

TEST(Fault, AnAnswerThatCannotBeBrokenIsLeftAlone) {
    Mock mock = mock_of("breaks: unknown_enum");
    const auto exchange = mock.exchange("POST /notes", note);
    EXPECT_EQ(exchange->response.body, made + 4);
    EXPECT_EQ(exchange->fault.firings[0].did, "nothing: the answer gives nothing to break so");
}

struct Row {
    const char* name;
    const char* line;
    const char* prefer;
    const char* answer;
};

void PrintTo(const Row& row, std::ostream* out) {
    *out << row.name;
}

class Preferred : public testing::TestWithParam<Row> {};

TEST_P(Preferred, IsAnswered) {
    Mock mock(document);
    const Row& row = GetParam();
    const std::string body = std::string_view(row.line).starts_with("POST") ? note : "";
    EXPECT_EQ(mock.ask(row.line, body, {{"Prefer", row.prefer}}), row.answer);
    Mock deaf(document, {.prefer = false});
    EXPECT_THAT(deaf.ask(row.line, body, {{"Prefer", row.prefer}}), testing::StartsWith("20"));
}

const Row rows[] = {
    {"documented_example", "GET /notes", "code=503", R"(503 {"busy":true})"},
    {"documented_range", "GET /notes", "code=502", "502 it failed"},
    {"undocumented", "POST /notes", "code=503", plain_503},
    {"success", "POST /notes", "code=201", R"(201 {"id":0,"text":"string"})"},
    {"unknown_preference", "GET /notes", "respond-async", "200 []"},
    {"delay", "GET /notes", "delay=5ms", "200 []"},
};
INSTANTIATE_TEST_SUITE_P(Fault, Preferred, testing::ValuesIn(rows),
                         [](const auto& row) { return row.param.name; });

TEST(Fault, AWireFaultMayBeAskedFor) {
    Mock mock(document);
    const auto exchange =
        mock.exchange("POST /notes", note, {{"Prefer", "fault=CONNECTION_RESET_BY_PEER"}});
    EXPECT_EQ(exchange->fault.delivery.wire, Wire::connection_reset_by_peer);
    EXPECT_EQ(mock.ask("GET /notes"), "200 []");
}

TEST(Fault, AnUnknownWishIsToldAsSuch) {
    Mock mock(document);
    const auto exchange = mock.exchange("GET /notes", "", {{"Prefer", "code=many"}});
    EXPECT_EQ(exchange->response.status, 400);
    EXPECT_EQ(*exchange->response.headers.find("Content-Type"), "application/problem+json");
    EXPECT_EQ(exchange->error, "preference");
}

TEST(Fault, TheSameSeedDrawsTheSameAndAnotherSeedAnother) {
    const auto run = [](uint64_t seed) {
        Mock mock(document,
                  {.faults = plan("answer: {status: 503}, on: {probability: 0.5}"), .seed = seed});
        std::string statuses;
        for (int i = 0; i < 40; ++i) statuses += mock.ask("POST /notes", note).substr(0, 1);
        return statuses;
    };
    EXPECT_EQ(run(1), run(1));
    EXPECT_NE(run(1), run(2));
    EXPECT_THAT(run(1), testing::AllOf(testing::HasSubstr("5"), testing::HasSubstr("2")));
}

}  // namespace

}  // namespace standin::engine
