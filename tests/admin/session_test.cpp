// Sessions of the control API: which there are, how they come and go, and what a fork takes along.
#include "tests/admin/control.h"

namespace standin::admin {

namespace {

std::string session(const std::string& name, int exchanges = 0, const std::string& snapshots = "",
                    int rules = 0) {
    return R"({"name":")" + name + R"(","time":"2025-01-01T00:00:00.000Z","exchanges":)" +
           std::to_string(exchanges) + R"(,"snapshots":[)" + snapshots + R"(],"rules":)" +
           std::to_string(rules) + '}';
}

std::string sessions(const std::string& list) {
    return "200 {\"sessions\":[" + list + "],\"most\":3}";
}

const std::string full =
    refused(503, "There are 3 sessions, and no more may be: delete one, or raise --max-sessions");

TEST_F(Control, ListsSessions) {
    EXPECT_EQ(ask("GET /__admin/sessions"), sessions(session("default")));
    call("GET /__session/b/notes");
    ask("POST /__session/b/__admin/snapshots", R"({"name":"two"})");
    ask("POST /__session/b/__admin/snapshots", R"({"name":"one"})");
    ask("POST /__session/b/__admin/faults", R"({"plan":"outage"})");
    EXPECT_EQ(ask("GET /__admin/sessions"),
              sessions(session("b", 1, R"("one","two")", 2) + ',' + session("default")));
}

TEST_F(Control, TellsASession) {
    call("GET /notes");
    EXPECT_EQ(ask("GET /__admin/sessions/default"), "200 " + session("default", 1));
    EXPECT_EQ(ask("GET /__admin/sessions/a"), refused(404, R"(There is no session \"a\")"));
}

TEST_F(Control, BeginsSessions) {
    EXPECT_EQ(ask("POST /__admin/sessions", R"({"name":"a"})"), "201 " + session("a"));
    EXPECT_EQ(ask("POST /__admin/sessions/b"), "201 " + session("b"));
    const std::string taken = refused(409, R"(There is a session \"a\" already)");
    EXPECT_EQ(ask("POST /__admin/sessions", R"({"name":"a"})"), taken);
    EXPECT_EQ(ask("POST /__admin/sessions/a"), taken);
    EXPECT_EQ(ask("POST /__admin/sessions", R"({"name":"c"})"), full);
    EXPECT_EQ(ask("POST /__admin/sessions/c"), full);
    EXPECT_EQ(ask("GET /__admin/sessions"),
              sessions(session("a") + ',' + session("b") + ',' + session("default")));
}

TEST_F(Control, RemovesSessions) {
    ask("POST /__admin/sessions/a");
    call("GET /notes");
    EXPECT_EQ(ask("DELETE /__admin/sessions/a"), "200 {}");
    EXPECT_EQ(ask("DELETE /__admin/sessions/a"), refused(404, R"(There is no session \"a\")"));
    EXPECT_EQ(ask("DELETE /__admin/sessions/default"), "200 {}");
    EXPECT_EQ(ask("GET /__admin/sessions"), sessions(session("default")));
    ask("POST /__admin/sessions/a");
    call("GET /notes");
    EXPECT_EQ(ask("DELETE /__admin/sessions"), "200 {}");
    EXPECT_EQ(ask("GET /__admin/sessions"), sessions(session("default")));
}

TEST_F(Control, ForksWhatASessionIs) {
    call("POST /things", R"({"id":"1"})");
    ask("PUT /__admin/clock", R"({"now":"2026-01-01T00:00:00Z","tick":"2s"})");
    ask("POST /__admin/faults", R"({"plan":"outage"})");
    ask("POST /__admin/snapshots", R"({"name":"s"})");
    EXPECT_EQ(ask("POST /__admin/fork", R"({"name":"a"})"),
              R"(201 {"name":"a","time":"2026-01-01T00:00:00.000Z","exchanges":0,)"
              R"("snapshots":[],"rules":2})");
    EXPECT_EQ(ask("GET /__session/a/__admin/clock"), ask("GET /__admin/clock"));
    EXPECT_EQ(ask("GET /__session/a/__admin/state"), ask("GET /__admin/state"));
    EXPECT_EQ(ask("GET /__session/a/__admin/faults"), ask("GET /__admin/faults"));
    call("GET /__session/a/notes");  // the outage's first request
    EXPECT_EQ(call("GET /__session/a/things/1")->response.status, 200);
}

TEST_F(Control, ForksWithoutTies) {
    call("POST /things", R"({"id":"1"})");
    ask("POST /__admin/fork", R"({"name":"a"})");
    call("POST /things", R"({"id":"2"})");
    call("POST /__session/a/things", R"({"id":"3"})");
    EXPECT_EQ(call("GET /__session/a/things/2")->response.status, 404);
    EXPECT_EQ(call("GET /things/3")->response.status, 404);
    EXPECT_NE(answer_to("POST /notes", "{}"), answer_to("POST /__session/a/notes", "{}"));
}

TEST_F(Control, ForksToANewNameAlone) {
    const std::string name = R"({"name":"b"})";
    EXPECT_EQ(ask("POST /__admin/sessions/a/fork", name),
              refused(404, R"(There is no session \"a\")"));
    ask("POST /__admin/sessions/a");
    EXPECT_EQ(ask("POST /__admin/sessions/a/fork", name), "201 " + session("b"));
    EXPECT_EQ(ask("POST /__admin/sessions/a/fork", name),
              refused(409, R"(There is a session \"b\" already)"));
    EXPECT_EQ(ask("POST /__admin/sessions/a/fork", R"({"name":"a"})"),
              refused(409, R"(There is a session \"a\" already)"));
    EXPECT_EQ(ask("POST /__admin/sessions/a/fork", R"({"name":"c"})"), full);
}

TEST_F(Control, ResetsEverythingOfASession) {
    const std::string state = ask("GET /__admin/state");
    const std::string first = answer_to("POST /notes", "{}");
    ask("POST /__admin/snapshots", R"({"name":"s"})");
    ask("POST /__admin/clock", R"({"advance":1})");
    ask("POST /__admin/faults", R"({"plan":"cut"})");
    call("POST /__session/a/notes", "{}");
    EXPECT_EQ(ask("POST /__admin/reset"), "200 {}");
    EXPECT_EQ(ask("GET /__admin/sessions"), sessions(session("a", 1) + ',' + session("default")));
    EXPECT_EQ(ask("GET /__admin/state"), state);
    EXPECT_EQ(answer_to("POST /notes", "{}"), first);
}

}  // namespace

}  // namespace standin::admin
