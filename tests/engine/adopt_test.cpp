// A mock that goes on with the sessions of another one, whose contracts were other ones.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/engine/mock.h"

namespace standin::engine {

namespace {

// Notes that have an id, a text, and whatever else the row of a schema says.
std::string document(const std::string& more = "", const std::string& kind = "notes") {
    const std::string note = "{schema: {$ref: '#/components/schemas/N'}}}";
    return "openapi: 3.1.0\npaths:\n  /" + kind +
           ":\n"
           "    get: {operationId: list, responses: {'200': {description: ok, content: "
           "{application/json: {schema: {type: array, items: {$ref: '#/components/schemas/N'}}}}}}}"
           "\n    post:\n      operationId: create\n      requestBody: {content: "
           "{application/json: " +
           note +
           "}\n      responses: {'201': {description: made, content: {application/json: " + note +
           "}}\ncomponents:\n  schemas:\n    N: {type: object, properties: {id: {type: integer, "
           "readOnly: true}, text: {type: string}" +
           more +
           "}}\n  securitySchemes: {key: {type: apiKey, in: header, name: Key}}\n"
           "security: [{key: []}]\nx-standin: {name: api, resources: {" +
           kind + ": {key: id}}}\n";
}

http::Headers in(const std::string& session) {
    return {{"X-Standin-Session", session}};
}

std::vector<uint64_t> ordinals(Mock& mock, const std::string& session) {
    std::vector<uint64_t> all;
    for (const auto& each : mock.engine().sessions().find(session)->journal().exchanges()) {
        all.push_back(each->ordinal);
    }
    return all;
}

TEST(Adopt, KeepsTheStateOfEverySession) {
    Mock before(document());
    before.ask("POST /notes", R"({"text":"a"})");
    before.ask("POST /notes", R"({"text":"b"})", in("one"));
    before.ask("POST /notes", R"({"text":"c"})", in("one"));
    Mock after(document(", size: {type: integer, default: 1}"));
    const Handed handed = after.engine().adopt(before.engine());
    EXPECT_EQ(handed.sessions, 2u);
    EXPECT_EQ(handed.resources.kept, 3u);
    EXPECT_TRUE(handed.resources.dropped.empty());
    EXPECT_EQ(after.ask("GET /notes"), R"(200 [{"id":1,"text":"a"}])");
    EXPECT_EQ(after.ask("POST /notes", R"({"text":"d"})", in("one")),
              R"(201 {"id":3,"text":"d","size":1})");
    EXPECT_EQ(after.ask("GET /notes", "", in("two")), "200 []");
    EXPECT_EQ(after.exchange("GET /notes", "", in("one"))->ordinal, 4u);
}

TEST(Adopt, KeepsSnapshotsAndClocks) {
    Mock before(document());
    Session& former = *before.engine().sessions().standard();
    before.ask("POST /notes", R"({"text":"a"})");
    former.take_snapshot("base");
    before.ask("POST /notes", R"({"text":"b"})");
    former.with([](Snapshot& present) { present.world.clock.advance(Clock::Duration(5000)); });
    Mock after(document());
    const Handed handed = after.engine().adopt(before.engine());
    EXPECT_EQ(handed.resources.kept, 2u);  // those of the snapshot are not counted
    Session& session = *after.engine().sessions().standard();
    EXPECT_EQ(after.exchange("GET /notes")->time, Clock::default_instant + 5000);
    EXPECT_THAT(session.snapshots(), testing::ElementsAre("base"));
    EXPECT_TRUE(session.restore("base"));
    EXPECT_EQ(after.ask("GET /notes"), R"(200 [{"id":1,"text":"a"}])");
    session.reset();
    EXPECT_EQ(after.ask("GET /notes"), "200 []");
}

TEST(Adopt, TellsWhatIsLeftBehind) {
    Mock before(document());
    before.ask("POST /notes", R"({"text":"a"})");
    before.ask("POST /notes", R"({"text":"b"})", in("one"));
    Mock after(document("", "memos"));
    const Handed handed = after.engine().adopt(before.engine());
    EXPECT_EQ(handed.resources.kept, 0u);
    EXPECT_THAT(handed.resources.dropped, testing::ElementsAre(testing::Pair(
                                              "of api/notes: there is no such kind any more", 2u)));
    EXPECT_EQ(after.ask("GET /memos"), "200 []");
}

// Exchanges point into the contracts by which they were answered.
TEST(Adopt, KeepsJournalsThatOutliveTheirContracts) {
    auto before = std::make_unique<Mock>(document());
    before->ask("POST /notes", R"({"text":"a"})");
    before->ask("GET /none");
    Mock after(document("", "memos"));
    after.engine().adopt(before->engine());
    before.reset();
    after.ask("GET /memos");
    EXPECT_THAT(ordinals(after, "default"), testing::ElementsAre(1, 2, 3));
    const auto exchanges = after.engine().sessions().standard()->journal().exchanges();
    after.engine().sessions().standard()->reset();
    after.engine().tidy({});
    EXPECT_EQ(exchanges[0]->operation_id(), "create");
    EXPECT_EQ(exchanges[0]->match.contract->resources[0].name, "notes");
    EXPECT_EQ(exchanges[2]->match.contract->resources[0].name, "memos");
}

TEST(Adopt, LetsGoOfExchangesOfContractsThatAreLongGone) {
    auto mock = std::make_unique<Mock>(document());
    mock->ask("GET /notes");
    const std::weak_ptr<const contract::Contract> first = mock->engine().settings().contracts[0];
    for (int moves = 1; moves <= Journal::most_moves + 1; ++moves) {
        auto next = std::make_unique<Mock>(document());
        next->engine().adopt(mock->engine());
        next->ask("GET /notes");
        mock = std::move(next);
        EXPECT_EQ(first.expired(), moves > Journal::most_moves) << moves;
    }
    EXPECT_THAT(ordinals(*mock, "default"), testing::ElementsAre(2, 3, 4, 5, 6));
}

constexpr const char* second_fails =
    "name: p\nrules: [{name: r, on: {nth: 2}, answer: {status: 503}}]\n";

TEST(Adopt, FaultsCountOn) {
    Mock before(document(), {.faults = second_fails});
    EXPECT_EQ(before.exchange("GET /notes")->response.status, 200);
    Mock after(document(), {.faults = "name: p\nrules:\n  - {name: r, on: {nth: [2, 4]}, answer: "
                                      "{status: 500}}\n  - {name: s, on: {nth: 1}, answer: "
                                      "{status: 502}}\n"});
    after.engine().adopt(before.engine());
    EXPECT_EQ(after.exchange("GET /notes")->response.status, 500);
    EXPECT_EQ(after.exchange("GET /notes")->response.status, 200);
    EXPECT_EQ(after.exchange("GET /notes")->response.status, 500);
    // The rule that was not there before saw the first request before it was answered.
    EXPECT_EQ(after.engine().sessions().standard()->with(
                  [](const Snapshot& present) { return present.faults.standings().size(); }),
              2u);
}

TEST(Adopt, FaultsThatAreNoMoreEnd) {
    Mock before(document(), {.faults = second_fails});
    before.ask("GET /notes");
    Mock after(document());
    after.engine().adopt(before.engine());
    EXPECT_EQ(after.exchange("GET /notes")->response.status, 200);
}

// A plan that a client sent to one session is read again.
TEST(Adopt, FaultsThatClientsSentAreKept) {
    Mock before(document());
    const auto send = [&](const std::string& name, const std::string& match) {
        const std::string text = "name: " + name + "\nrules: [{name: " + name + ", match: {" +
                                 match + "}, answer: {status: 503}}]\n";
        const auto plan = fault::read_plan(contract::read_source_text("sent", text),
                                           before.engine().settings().contracts);
        before.engine().sessions().standard()->with(
            [&](Snapshot& present) { install(present, plan); });
    };
    send("kept", "method: POST");
    send("lost", "operationId: list");
    std::string other = document();
    other.replace(other.find("operationId: list"), 17, "operationId: all_");
    Mock after(other);
    const Handed handed = after.engine().adopt(before.engine());
    EXPECT_THAT(handed.faults,
                testing::ElementsAre(
                    "lost: sent:2:43: \"operationId\" names no operation of a contract: \"list\" "
                    "(/rules/0/match/operationId)"));
    EXPECT_EQ(after.exchange("POST /notes", "{}")->response.status, 503);
    EXPECT_EQ(after.exchange("GET /notes")->response.status, 200);
}

TEST(Adopt, RulesThatFiredBeforeHaveFired) {
    constexpr const char* two =
        "name: p\nrules: [{name: r, match: {method: GET}, delay: 1}, "
        "{name: s, match: {method: PUT}, delay: 1}]\n";
    Mock before(document(), {.faults = two});
    before.ask("GET /notes");
    Mock after(document(), {.faults = two});
    after.engine().adopt(before.engine());
    const auto unfired = after.engine().unfired();
    ASSERT_EQ(unfired.size(), 1u);
    EXPECT_EQ(unfired[0]->name, "s");
}

// State that a session has, credentials too, is as it was: a reset brings what fixtures say.
TEST(Adopt, CredentialsAreKept) {
    const auto status = [](Mock& mock, const char* key) {
        return mock.exchange("GET /notes", "", {{"Key", key}})->response.status;
    };
    const std::string fixture = "contract: api\ncredentials: {key: [";
    Mock before(document(), {.fixture = fixture + "one]}\n", .auth = check::Auth::values});
    Mock after(document(), {.fixture = fixture + "two]}\n", .auth = check::Auth::values});
    after.engine().adopt(before.engine());
    EXPECT_EQ(status(after, "one"), 200);
    EXPECT_EQ(status(after, "two"), 401);
    after.engine().sessions().standard()->reset();
    EXPECT_EQ(status(after, "one"), 401);
    EXPECT_EQ(status(after, "two"), 200);
}

}  // namespace

}  // namespace standin::engine
