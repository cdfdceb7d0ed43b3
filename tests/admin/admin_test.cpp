// The control API as a whole: its contract, its routes, and whose session they are about.
#include <algorithm>

#include "tests/admin/control.h"

namespace standin::admin {

namespace {

struct Row {
    const char* name;
    const char* line;
    std::string answer;
};

void PrintTo(const Row& row, std::ostream* out) {
    *out << row.name;
}

class Route : public Control, public testing::WithParamInterface<Row> {};

TEST_P(Route, Answers) {
    EXPECT_EQ(ask(GetParam().line), GetParam().answer);
}

std::string wrong_method(const std::string& allowed) {
    return "405 (" + allowed + ") " + problem(405, "This route takes " + allowed);
}

const std::string no_route =
    refused(404,
            "The control API has no such route: health, sessions, reset, fork, snapshots, restore, "
            "state, clock, faults, requests, webhooks");
const std::string healthy =
    R"(200 {"status":"healthy","message":"standin is ready","version":")" STANDIN_VERSION R"("})";
const std::string at_rest = R"(200 {"now":"2025-01-01T00:00:00.000Z","real":false,"tick":0})";

const Row rows[] = {
    {"health", "GET /__admin/health", healthy},
    {"health_with_a_query", "GET /__admin/health?x=1", healthy},
    {"head_of_health", "HEAD /__admin/health", healthy},
    {"health_of_nobody", "POST /__admin/health", wrong_method("GET, HEAD")},
    {"sessions", "PUT /__admin/sessions", wrong_method("GET, HEAD, POST, DELETE")},
    {"session", "PUT /__admin/sessions/default", wrong_method("GET, HEAD, POST, DELETE")},
    {"fork", "GET /__admin/fork", wrong_method("POST")},
    {"reset", "GET /__admin/reset", wrong_method("POST")},
    {"snapshots", "DELETE /__admin/snapshots", wrong_method("GET, HEAD, POST")},
    {"snapshot", "GET /__admin/snapshots/a", wrong_method("DELETE")},
    {"restore", "GET /__admin/restore", wrong_method("POST")},
    {"state", "POST /__admin/state", wrong_method("GET, HEAD, PUT")},
    {"clock", "DELETE /__admin/clock", wrong_method("GET, HEAD, PUT, POST")},
    {"faults", "PUT /__admin/faults", wrong_method("GET, HEAD, POST, DELETE")},
    {"fault", "POST /__admin/faults/a", wrong_method("GET, HEAD, DELETE")},
    {"requests", "POST /__admin/requests", wrong_method("GET, HEAD, DELETE")},
    {"one_request", "DELETE /__admin/requests/x", wrong_method("GET, HEAD")},
    {"root", "GET /__admin", no_route},
    {"root_with_slash", "GET /__admin/", no_route},
    {"unknown", "GET /__admin/mappings", no_route},
    {"longer_than_a_route", "GET /__admin/healthy", no_route},
    {"longer_than_a_short_form", "GET /__admin/clocks", no_route},
    {"below_a_route", "GET /__admin/clock/x", no_route},
    {"without_id", "GET /__admin/requests/", no_route},
    {"short_form", "GET /__admin/clock", at_rest},
    {"short_form_with_a_query", "GET /__admin/clock?x=1", at_rest},
    {"short_form_with_a_front", "GET /__session/default/__admin/clock", at_rest},
    {"long_form", "GET /__admin/sessions/default/clock", at_rest},
    {"long_form_with_another_front", "GET /__session/a/__admin/sessions/default/clock", at_rest},
    {"encoded", "GET /__admin/sessions/d%65fault/clock", at_rest},
};
INSTANTIATE_TEST_SUITE_P(Admin, Route, testing::ValuesIn(rows),
                         [](const auto& row) { return row.param.name; });

TEST(Admin, OwnsItsPathsAlone) {
    EXPECT_TRUE(Admin::owns("/__admin"));
    EXPECT_TRUE(Admin::owns("/__admin/x"));
    EXPECT_TRUE(Admin::owns("/__session/a/__admin"));
    EXPECT_TRUE(Admin::owns("/__session/a/__admin/x"));
    EXPECT_FALSE(Admin::owns("/__administrator"));
    EXPECT_FALSE(Admin::owns("/x/__admin"));
    EXPECT_FALSE(Admin::owns("/__session/a/x/__admin"));
    EXPECT_FALSE(Admin::owns("/__session/__admin"));
    EXPECT_FALSE(Admin::owns(""));
}

TEST_F(Control, HasAHandlerForEveryOperationOfItsContract) {
    std::vector<std::string_view> described;
    for (const auto& operation : admin_->contract().operations) described.push_back(operation.id);
    EXPECT_EQ(Admin::handled(), described);
    EXPECT_EQ(described.size(), 29u);
}

// Routes of one session by what follows its name, and a body where one is needed.
struct Scoped {
    const char* name;
    std::string method;
    std::string route;
    const char* body = "";
    const char* unknown = "404";  // of a session that is not there
};

void PrintTo(const Scoped& row, std::ostream* out) {
    *out << row.name;
}

class OfSession : public Control, public testing::WithParamInterface<Scoped> {
  protected:
    std::string long_form() { return GetParam().method + " /__admin/sessions/a" + short_route(); }
    std::string short_form() { return GetParam().method + " /__admin" + short_route(); }
    std::string short_route() { return GetParam().route; }
    bool knows(const std::string& session) { return engine_->sessions().find(session) != nullptr; }
};

TEST_P(OfSession, BeginsOnlyWithWhatChangesIt) {
    const std::string answer = ask(long_form(), GetParam().body);
    EXPECT_EQ(answer.substr(0, 3), GetParam().unknown);
    EXPECT_EQ(knows("a"), std::string(GetParam().unknown) != "404");
    if (!knows("a")) {
        EXPECT_EQ(answer, refused(404, R"(There is no session \"a\")"));
    }
}

TEST_P(OfSession, BeginsWhereTheRequestNamesIt) {
    ask(short_form(), GetParam().body, {{"X-Standin-Session", "a"}});
    EXPECT_TRUE(knows("a"));
}

TEST_P(OfSession, AnswersTheSameInEveryForm) {
    const std::string answer = ask(short_form(), GetParam().body);
    for (const std::string front : {"/__session/default/__admin", "/__admin/sessions/default"}) {
        serve(settings());
        EXPECT_EQ(ask(GetParam().method + ' ' + front + short_route(), GetParam().body), answer);
    }
}

TEST_P(OfSession, IsRefusedWhereThereIsNoRoom) {
    ask("POST /__admin/sessions/b");
    ask("POST /__admin/sessions/c");
    const std::string full = refused(
        503, "There are 3 sessions, and no more may be: delete one, or raise --max-sessions");
    EXPECT_EQ(ask(short_form(), GetParam().body, {{"X-Standin-Session", "a"}}), full);
    if (std::string(GetParam().unknown) == "404") return;
    EXPECT_EQ(ask(long_form(), GetParam().body), full);
}

TEST_P(OfSession, IsNoExchange) {
    call("GET /notes");
    ask("PUT /__admin/clock", R"({"tick":1000})");
    const std::string clock = ask("GET /__admin/clock");
    const auto session = engine_->sessions().standard();
    ask(short_form(), GetParam().body);
    const bool journal = GetParam().route == "/requests" && GetParam().method == "DELETE";
    const bool reset = GetParam().route == "/reset";
    EXPECT_EQ(session->journal().exchanges().size(), journal || reset ? 0u : 1u);
    EXPECT_EQ(session->exchanges(), reset ? 0u : 1u);
    const bool moves = GetParam().route == "/clock" && GetParam().method != "GET";
    if (!moves && !reset) {
        EXPECT_EQ(ask("GET /__admin/clock"), clock);
    }
}

const char* const name = R"({"name":"x"})";

const Scoped scoped[] = {
    {"fork", "POST", "/fork", name},
    {"reset", "POST", "/reset", "", "200"},
    {"snapshots", "GET", "/snapshots"},
    {"take_snapshot", "POST", "/snapshots", name, "201"},
    {"drop_snapshot", "DELETE", "/snapshots/x"},
    {"restore", "POST", "/restore", R"({"snapshot":"x"})"},
    {"export_state", "GET", "/state"},
    {"import_state", "PUT", "/state", "[]", "200"},
    {"read_clock", "GET", "/clock"},
    {"set_clock", "PUT", "/clock", R"({"now":"2026-01-01T00:00:00Z"})", "200"},
    {"advance_clock", "POST", "/clock", R"({"advance":1})", "200"},
    {"list_faults", "GET", "/faults"},
    {"add_faults", "POST", "/faults", R"({"plan":"cut"})", "201"},
    {"clear_faults", "DELETE", "/faults"},
    {"read_fault", "GET", "/faults/x"},
    {"remove_fault", "DELETE", "/faults/x"},
    {"list_requests", "GET", "/requests"},
    {"clear_requests", "DELETE", "/requests"},
    {"read_request", "GET", "/requests/x"},
};
INSTANTIATE_TEST_SUITE_P(Admin, OfSession, testing::ValuesIn(scoped),
                         [](const auto& row) { return row.param.name; });

TEST_F(Control, RefusesAddresseesThatAreNone) {
    const std::string wrong =
        refused(400,
                "A session's name is 1 to 128 letters, digits, '-', '.', '_' and '~', not \\\"a "
                "b\\\"");
    EXPECT_EQ(ask("GET /__admin/clock", "", {{"X-Standin-Session", "a b"}}), wrong);
    EXPECT_EQ(ask("GET /__session/a%20b/__admin/health"), wrong);
    EXPECT_EQ(ask("GET /__session/a/__admin/clock", "", {{"X-Standin-Session", "b"}}),
              refused(400, "X-Standin-Session names another session than the target does"));
    EXPECT_EQ(engine_->sessions().all().size(), 1u);
}

}  // namespace

}  // namespace standin::admin
