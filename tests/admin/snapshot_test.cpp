// Snapshots: what they keep, and what a restore leads back to.
#include "tests/admin/control.h"

namespace standin::admin {

namespace {

const std::string s = R"({"name":"s"})";
const std::string back = R"({"snapshot":"s"})";

TEST_F(Control, ListsSnapshots) {
    EXPECT_EQ(ask("GET /__admin/snapshots"), R"(200 {"snapshots":[]})");
    EXPECT_EQ(ask("POST /__admin/snapshots", s), R"(201 {"name":"s"})");
    EXPECT_EQ(ask("POST /__admin/snapshots", R"({"name":"a"})"), R"(201 {"name":"a"})");
    EXPECT_EQ(ask("POST /__admin/snapshots", s), R"(201 {"name":"s"})");
    EXPECT_EQ(ask("GET /__admin/snapshots"), R"(200 {"snapshots":["a","s"]})");
    EXPECT_EQ(ask("DELETE /__admin/snapshots/s"), "200 {}");
    EXPECT_EQ(ask("DELETE /__admin/snapshots/s"), refused(404, R"(There is no snapshot \"s\")"));
    EXPECT_EQ(ask("GET /__admin/snapshots"), R"(200 {"snapshots":["a"]})");
}

TEST_F(Control, RestoresStateClockIdsAndFaults) {
    ask("POST /__admin/faults", R"({"plan":"outage"})");
    call("POST /things", R"({"id":"1"})");
    call("POST /things", R"({"id":"1"})");
    ask("POST /__admin/snapshots", s);
    const std::string state = ask("GET /__admin/state");
    const std::string clock = ask("GET /__admin/clock");
    const std::string faults = ask("GET /__admin/faults");
    const std::string note = answer_to("POST /notes", "{}");
    ask("POST /__admin/clock", R"({"advance":"2h"})");
    ask("DELETE /__admin/faults");
    EXPECT_EQ(ask("POST /__admin/restore", back), "200 {}");
    EXPECT_EQ(ask("GET /__admin/state"), state);
    EXPECT_EQ(ask("GET /__admin/clock"), clock);
    EXPECT_EQ(ask("GET /__admin/faults"), faults);
    EXPECT_EQ(answer_to("POST /notes", "{}"), note);
}

TEST_F(Control, RestoresAgainAndAgain) {
    ask("POST /__admin/snapshots", s);
    for (int i = 0; i < 2; ++i) {
        EXPECT_EQ(call("GET /things/1")->response.status, 404);
        call("POST /things", R"({"id":"1"})");
        EXPECT_EQ(call("GET /things/1")->response.status, 200);
        EXPECT_EQ(ask("POST /__admin/restore", back), "200 {}");
    }
}

TEST_F(Control, ReplacesASnapshotOfTheSameName) {
    ask("POST /__admin/snapshots", s);
    call("POST /things", R"({"id":"1"})");
    ask("POST /__admin/snapshots", s);
    ask("POST /__admin/reset");
    ask("POST /__admin/restore", back);
    EXPECT_EQ(call("GET /things/1")->response.status, 404);  // a reset drops snapshots

    call("POST /things", R"({"id":"1"})");
    ask("POST /__admin/snapshots", s);
    call("POST /things", R"({"id":"2"})");
    ask("POST /__admin/snapshots", s);
    call("POST /things", R"({"id":"3"})");
    ask("POST /__admin/restore", back);
    EXPECT_EQ(call("GET /things/2")->response.status, 200);
    EXPECT_EQ(call("GET /things/3")->response.status, 404);
}

TEST_F(Control, RestoresTheJournalNeverNorOtherSnapshots) {
    ask("POST /__admin/snapshots", s);
    call("GET /notes");
    ask("POST /__admin/snapshots", R"({"name":"later"})");
    ask("POST /__admin/restore", back);
    EXPECT_EQ(ask("GET /__admin/snapshots"), R"(200 {"snapshots":["later","s"]})");
    EXPECT_EQ(call("GET /notes")->ordinal, 2u);
    EXPECT_EQ(engine_->sessions().standard()->journal().exchanges().size(), 2u);
}

TEST_F(Control, KnowsSnapshotsByTheirSession) {
    ask("POST /__admin/snapshots", s);
    const std::string unknown = refused(404, R"(There is no snapshot \"s\")");
    EXPECT_EQ(ask("POST /__session/a/__admin/restore", back), unknown);
    EXPECT_EQ(ask("DELETE /__session/a/__admin/snapshots/s"), unknown);
    EXPECT_EQ(ask("GET /__session/a/__admin/snapshots"), R"(200 {"snapshots":[]})");
    EXPECT_EQ(ask("POST /__admin/restore", back), "200 {}");
}

TEST_F(Control, TakesNoMoreSnapshotsThanMayBe) {
    const auto session = engine_->sessions().standard();
    for (size_t i = 0; i < engine::Session::most_snapshots; ++i) {
        session->take_snapshot(std::to_string(i));
    }
    EXPECT_EQ(ask("POST /__admin/snapshots", s),
              refused(409, "There are 1000 snapshots, and no more may be: delete one"));
    EXPECT_EQ(ask("POST /__admin/snapshots", R"({"name":"7"})"), R"(201 {"name":"7"})");
}

}  // namespace

}  // namespace standin::admin
