// Sessions: worlds that do not touch each other, and what can be done to a whole one.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/engine/mock.h"

namespace standin::engine {

namespace {

constexpr std::string_view document = R"(
openapi: 3.1.0
paths:
  /notes:
    get:
      responses:
        "200":
          description: ok
          content:
            application/json: {schema: {type: array, items: {$ref: "#/components/schemas/N"}}}
    post:
      requestBody: {content: {application/json: {schema: {$ref: "#/components/schemas/N"}}}}
      responses:
        "201":
          description: made
          content: {application/json: {schema: {$ref: "#/components/schemas/N"}}}
  /notes/{id}:
    delete: {responses: {"204": {description: done}}}
components:
  schemas:
    N:
      type: object
      properties:
        id: {type: integer, readOnly: true}
        text: {type: string}
x-standin:
  name: api
  resources:
    notes: {key: id, create: {at: {$now: seconds}}}
)";

http::Headers in(const std::string& session) {
    return {{"X-Standin-Session", session}};
}

constexpr const char* first = R"(201 {"id":1,"text":"a","at":"2025-01-01T00:00:00Z"})";
constexpr const char* both = R"(200 [{"id":1,"text":"a","at":"2025-01-01T00:00:00Z"},)"
                             R"({"id":2,"text":"b","at":"2025-01-01T00:00:00Z"}])";
constexpr const char* only_first = R"(200 [{"id":1,"text":"a","at":"2025-01-01T00:00:00Z"}])";

// How many exchanges a session's journal holds.
size_t kept(Mock& mock, const std::string& session) {
    return mock.engine().sessions().find(session)->journal().exchanges().size();
}

TEST(Sessions, DoNotSeeEachOther) {
    Mock mock(document);
    EXPECT_EQ(mock.ask("POST /notes", R"({"text":"a"})", in("one")), first);
    EXPECT_EQ(mock.ask("GET /notes", "", in("two")), "200 []");
    EXPECT_EQ(mock.ask("GET /notes"), "200 []");
    EXPECT_EQ(mock.ask("POST /__session/two/notes", R"({"text":"a"})"), first);
    EXPECT_EQ(mock.ask("DELETE /notes/1", "", in("two")), "204");
    EXPECT_EQ(mock.ask("GET /notes", "", in("one")), only_first);
    EXPECT_EQ(kept(mock, "one"), 2u);
    EXPECT_EQ(kept(mock, "two"), 3u);
    EXPECT_EQ(kept(mock, "default"), 1u);
    EXPECT_EQ(mock.exchange("GET /notes", "", in("two"))->ordinal, 4u);
}

TEST(Sessions, ABadNameIsRefusedInTheMocksOwnWords) {
    Mock mock(document);
    const auto refused = mock.exchange("GET /notes", "", in("a/b"));
    EXPECT_EQ(refused->response.status, 400);
    EXPECT_EQ(*refused->response.headers.find("Content-Type"), "application/problem+json");
    EXPECT_EQ(refused->response.body,
              R"({"type":"about:blank","title":"Bad Request","status":400,"detail":)"
              R"("A session's name is 1 to 128 letters, digits, '-', '.', '_' and '~', )"
              R"(not \"a/b\""})");
    EXPECT_EQ(refused->error, "session");
    EXPECT_EQ(refused->problems.front().message,
              "A session's name is 1 to 128 letters, digits, '-', '.', '_' and '~', not \"a/b\"");
    EXPECT_EQ(mock.engine().sessions().all().size(), 1u);
}

TEST(Sessions, TheirNumberIsBounded) {
    Mock mock(document, {.sessions = {.most = 2, .ttl = {}}});
    EXPECT_EQ(mock.ask("GET /notes", "", in("one")), "200 []");
    EXPECT_EQ(
        mock.ask("GET /notes", "", in("two")),
        R"(503 {"type":"about:blank","title":"Service Unavailable","status":503,"detail":)"
        R"("There are 2 sessions, and no more may be: delete one, or raise --max-sessions"})");
    EXPECT_EQ(mock.ask("GET /notes", "", in("one")), "200 []");
    EXPECT_TRUE(mock.engine().sessions().remove("one"));
    EXPECT_EQ(mock.ask("GET /notes", "", in("two")), "200 []");
}

TEST(Sessions, ThoseThatNobodyUsesAreDropped) {
    using std::chrono::seconds;
    Mock mock(document, {.sessions = {.most = 10, .ttl = seconds(60)}});
    Sessions& sessions = mock.engine().sessions();
    mock.ask("POST /notes", R"({"text":"a"})", in("one"));
    mock.ask("POST /notes", R"({"text":"a"})", in("two"));
    const Moment begin;
    sessions.tidy(begin);
    sessions.tidy(begin + seconds(59));
    mock.ask("GET /notes", "", in("two"));
    sessions.tidy(begin + seconds(60));
    EXPECT_FALSE(sessions.find("one"));
    sessions.tidy(begin + seconds(61));
    EXPECT_TRUE(sessions.find("two"));  // to have it in hand is a use
    sessions.tidy(begin + seconds(100));
    sessions.tidy(begin + seconds(159));
    EXPECT_EQ(sessions.all().size(), 2u);
    sessions.tidy(begin + seconds(160));
    EXPECT_EQ(sessions.all().size(), 1u);
    EXPECT_EQ(sessions.all().size(), 1u);
    EXPECT_TRUE(sessions.find("default"));
    EXPECT_EQ(mock.ask("GET /notes", "", in("one")), "200 []");
}

TEST(Sessions, StayForeverWithoutATimeToLive) {
    Mock mock(document, {.sessions = {.most = 10, .ttl = {}}});
    mock.ask("GET /notes", "", in("one"));
    mock.engine().tidy(Moment());
    mock.engine().tidy(Moment() + std::chrono::hours(1000));
    EXPECT_TRUE(mock.engine().sessions().find("one"));
}

TEST(Sessions, AreMadeOnceAndByName) {
    Mock mock(document, {.sessions = {.most = 3, .ttl = {}}});
    Sessions& sessions = mock.engine().sessions();
    EXPECT_EQ(sessions.begin("one"), Sessions::Made::yes);
    EXPECT_EQ(sessions.begin("one"), Sessions::Made::taken);
    EXPECT_EQ(sessions.begin("default"), Sessions::Made::taken);
    EXPECT_EQ(sessions.fork(*sessions.find("one"), "another"), Sessions::Made::yes);
    EXPECT_EQ(sessions.begin("two"), Sessions::Made::full);
    std::string names;
    for (const auto& session : sessions.all()) names += session->name() + ' ';
    EXPECT_EQ(names, "another default one ");
    EXPECT_FALSE(sessions.remove("two"));
    sessions.clear();
    EXPECT_EQ(sessions.all().size(), 1u);
}

TEST(Session, AForkGoesOnByItself) {
    Mock mock(document);
    mock.ask("POST /notes", R"({"text":"a"})", in("one"));
    Sessions& sessions = mock.engine().sessions();
    ASSERT_EQ(sessions.fork(*sessions.find("one"), "two"), Sessions::Made::yes);
    EXPECT_EQ(kept(mock, "two"), 0u);
    EXPECT_EQ(mock.ask("POST /notes", R"({"text":"b"})", in("two")),
              R"(201 {"id":2,"text":"b","at":"2025-01-01T00:00:00Z"})");
    EXPECT_EQ(mock.ask("GET /notes", "", in("one")), only_first);
    EXPECT_EQ(mock.ask("GET /notes", "", in("two")), both);
    EXPECT_EQ(mock.ask("DELETE /notes/1", "", in("one")), "204");
    EXPECT_EQ(mock.ask("GET /notes", "", in("two")), both);
}

TEST(Session, ASnapshotKeepsStateIdsAndClock) {
    Mock mock(document);
    mock.ask("POST /notes", R"({"text":"a"})");
    Session& session = *mock.engine().sessions().standard();
    EXPECT_TRUE(session.take_snapshot("base"));
    for (int round = 0; round < 3; ++round) {
        EXPECT_EQ(mock.ask("POST /notes", R"({"text":"b"})"),
                  R"(201 {"id":2,"text":"b","at":"2025-01-01T00:00:00Z"})");
        session.with([](Snapshot& present) { present.world.clock.advance(Clock::Duration(5000)); });
        EXPECT_EQ(mock.exchange("DELETE /notes/1")->time, Clock::default_instant + 5000);
        EXPECT_TRUE(session.restore("base"));
        EXPECT_EQ(mock.ask("GET /notes"), only_first);
    }
    EXPECT_FALSE(session.restore("other"));
    EXPECT_THAT(session.snapshots(), testing::ElementsAre("base"));
    EXPECT_TRUE(session.drop_snapshot("base"));
    EXPECT_FALSE(session.drop_snapshot("base"));
    EXPECT_FALSE(session.restore("base"));
    EXPECT_EQ(session.exchanges(), 10u);  // the journal goes on
}

TEST(Session, TheNumberOfSnapshotsIsBounded) {
    Mock mock(document);
    Session& session = *mock.engine().sessions().standard();
    for (size_t i = 0; i < Session::most_snapshots; ++i) {
        ASSERT_TRUE(session.take_snapshot(std::to_string(i)));
    }
    EXPECT_FALSE(session.take_snapshot("more"));
    EXPECT_TRUE(session.take_snapshot("7"));  // takes the place of the one that is there
}

TEST(Session, AResetLeavesNothing) {
    Mock mock(document);
    Session& session = *mock.engine().sessions().standard();
    mock.ask("POST /notes", R"({"text":"a"})");
    session.take_snapshot("base");
    session.with([](Snapshot& present) { present.world.clock.set_tick(Clock::Duration(1)); });
    session.reset();
    EXPECT_EQ(session.exchanges(), 0u);
    EXPECT_EQ(kept(mock, "default"), 0u);
    EXPECT_TRUE(session.snapshots().empty());
    EXPECT_EQ(mock.ask("POST /notes", R"({"text":"a"})"), first);
    EXPECT_EQ(mock.exchange("GET /notes")->time, Clock::default_instant);
}

TEST(Session, AnExchangeThatAResetOvertookIsNotKept) {
    Mock mock(document);
    Session& session = *mock.engine().sessions().standard();
    auto exchange = std::make_shared<Exchange>();
    const Admission admission = session.admit(*exchange);
    session.reset();
    session.keep(exchange, admission);
    EXPECT_EQ(kept(mock, "default"), 0u);
}

TEST(Session, ARequestThatIsOvertakenEndsInTheWorldInWhichItBegan) {
    Mock mock(document);
    Session& session = *mock.engine().sessions().standard();
    session.take_snapshot("base");
    for (const bool resets : {false, true}) {
        Exchange exchange;
        const Admission admission = session.admit(exchange);
        if (resets) {
            session.reset();
        } else {
            session.restore("base");
        }
        const auto hour = std::chrono::hours(1);
        session.with(admission, [&](Snapshot& then) { then.world.clock.advance(hour); });
        const Instant now =
            session.with([](const Snapshot& present) { return present.world.clock.now(); });
        EXPECT_EQ(now, Clock::default_instant);
    }
}

TEST(Session, RulesCountFromItsOwnBegin) {
    const auto time = [] { return Clock::real().now(); };
    auto settings = settings_of(document, {.faults = "name: p\nrules: [{name: r, delay: 1}]\n"});
    settings.beginning.clock = Clock::real();
    Engine engine(std::move(settings));
    const Instant made = time();
    while (time() == made) continue;
    Sessions& sessions = engine.sessions();
    const auto since = [&](const std::string& name) {
        return sessions.find_or_begin(name)->with(
            [](const Snapshot& present) { return present.faults.standings()[0].since; });
    };
    EXPECT_GT(since("later"), made);
    const Instant begun = since("default");
    EXPECT_LE(begun, made);
    sessions.standard()->reset();
    EXPECT_GT(since("default"), begun);
}

TEST(Session, ItsClockTicksWithEachExchange) {
    Mock mock(document);
    Session& session = *mock.engine().sessions().standard();
    session.with([](Snapshot& present) { present.world.clock.set_tick(Clock::Duration(1000)); });
    EXPECT_EQ(mock.ask("POST /notes", R"({"text":"a"})"), first);
    EXPECT_EQ(mock.ask("POST /notes", R"({"text":"b"})"),
              R"(201 {"id":2,"text":"b","at":"2025-01-01T00:00:01Z"})");
    EXPECT_EQ(mock.exchange("GET /notes")->time, Clock::default_instant + 2000);
    EXPECT_EQ(mock.exchange("GET /notes", "", in("other"))->time, Clock::default_instant);
}

}  // namespace

}  // namespace standin::engine
