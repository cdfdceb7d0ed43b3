// Routes of the control API, and what they tell of the journal.
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

std::string problem(int status, const std::string& detail, const std::string& allow = "") {
    return std::to_string(status) + (allow.empty() ? " " : " (" + allow + ") ") +
           R"({"type":"about:blank","title":")" + std::string(http::reason_of(status)) +
           R"(","status":)" + std::to_string(status) + R"(,"detail":")" + detail + "\"}";
}

const std::string no_route =
    problem(404, "The control API has no such route: health, reset, requests, requests/{id}");
const std::string empty_list =
    R"(200 {"requests":[],"meta":{"total":0},"requestJournalDisabled":false})";
const std::string healthy =
    R"(200 {"status":"healthy","message":"standin is ready","version":")" STANDIN_VERSION R"("})";

const Row rows[] = {
    {"health", "GET /__admin/health", healthy},
    {"health_with_a_query", "GET /__admin/health?x=1", healthy},
    {"head_of_health", "HEAD /__admin/health", healthy},
    {"health_is_read", "POST /__admin/health", problem(405, "This route takes GET", "GET")},
    {"reset", "POST /__admin/reset", "200 {}"},
    {"reset_is_posted", "GET /__admin/reset", problem(405, "This route takes POST", "POST")},
    {"requests", "GET /__admin/requests", empty_list},
    {"clear", "DELETE /__admin/requests", "200 {}"},
    {"requests_take_no_post", "POST /__admin/requests",
     problem(405, "This route takes GET, DELETE", "GET, DELETE")},
    {"one_that_is_not_there", "GET /__admin/requests/x",
     problem(404, "The journal has no exchange with this id")},
    {"one_without_id", "GET /__admin/requests/",
     problem(404, "The journal has no exchange with this id")},
    {"one_is_read", "DELETE /__admin/requests/x", problem(405, "This route takes GET", "GET")},
    {"root", "GET /__admin", no_route},
    {"root_with_slash", "GET /__admin/", no_route},
    {"unknown", "GET /__admin/mappings", no_route},
    {"longer_than_a_route", "GET /__admin/healthy", no_route},
};
INSTANTIATE_TEST_SUITE_P(Admin, Route, testing::ValuesIn(rows),
                         [](const auto& row) { return row.param.name; });

TEST(Admin, OwnsItsPathsAlone) {
    EXPECT_TRUE(Admin::owns("/__admin"));
    EXPECT_TRUE(Admin::owns("/__admin/x"));
    EXPECT_FALSE(Admin::owns("/__administrator"));
    EXPECT_FALSE(Admin::owns("/x/__admin"));
    EXPECT_FALSE(Admin::owns(""));
}

TEST_F(Control, TellsOneExchangeWhole) {
    mock_.ask(
        "POST /v1/things", R"({"id":"1","name":"long","key":"a secret of 20 letters"})",
        {{"Host", "x"}, {"Content-Type", "application/json"}, {"X-Two", "a"}, {"x-two", "b"}});
    const std::string schema =
        "/paths/~1things/post/requestBody/content/application~1json/schema/properties/name/"
        "maxLength";
    const std::string message = "must NOT have more than 3 characters";
    const std::string entry =
        R"({"id":"40fec6a5-e0b2-486a-9e63-5e7a3f5ca8cb","session":"default","ordinal":1,)"
        R"("request":{"method":"POST","url":"/v1/things","headers":{"Host":"x",)"
        R"("Content-Type":"application/json","X-Two":["a","b"]},)"
        R"("body":"{\"id\":\"1\",\"name\":\"long\",\"key\":\"[REDACTED]\"}",)"
        R"("loggedDate":1735689600000,"loggedDateString":"2025-01-01T00:00:00.000Z"},)"
        R"("response":{"status":400,"headers":{"Content-Type":"application/problem+json"},)"
        R"("body":"{\"type\":\"about:blank\",\"title\":\"Bad Request\",\"status\":400,)"
        R"(\"detail\":\")" +
        message + R"(\",\"errors\":[{\"pointer\":\"/body/name\",\"keyword\":\"maxLength\",)" +
        R"(\"message\":\")" + message + R"(\",\"schema\":\")" + schema + R"(\"}]}"},)" +
        R"("wasMatched":true,"contract":"api","operationId":"makeThing","error":"invalid",)" +
        R"("problems":[{"part":"body","pointer":"/name","keyword":"maxLength","message":")" +
        message + R"(","expected":"3","received":"4","schema":")" + schema +
        R"(","place":"api.yaml:16:38"}]})";
    EXPECT_EQ(ask("GET /__admin/requests"), "200 {\"requests\":[" + entry +
                                                "],\"meta\":{\"total\":1},"
                                                "\"requestJournalDisabled\":false}");
    EXPECT_EQ(ask("GET /__admin/requests/40fec6a5-e0b2-486a-9e63-5e7a3f5ca8cb"), "200 " + entry);
}

TEST_F(Control, ListsTheNewestFirst) {
    for (const char* line : {"GET /a", "GET /b", "GET /c"}) mock_.ask(line);
    const auto urls = [&](const std::string& query) {
        const std::string journal = ask("GET /__admin/requests" + query);
        std::string text;
        for (size_t at = journal.find("\"url\":\""); at != journal.npos;
             at = journal.find("\"url\":\"", at + 1)) {
            text += journal.substr(at + 7, 2);
        }
        return text + journal.substr(journal.find(",\"meta\""));
    };
    const std::string total = R"(,"meta":{"total":3},"requestJournalDisabled":false})";
    EXPECT_EQ(urls(""), "/c/b/a" + total);
    EXPECT_EQ(urls("?limit=2"), "/c/b" + total);
    EXPECT_EQ(urls("?x=1&limit=0"), total);
    EXPECT_EQ(urls("?limit=9"), "/c/b/a" + total);
    EXPECT_EQ(urls("?limit=99999999999999999999"), "/c/b/a" + total);
    EXPECT_EQ(urls("?limit=-1"), "/c/b/a" + total);
    EXPECT_EQ(urls("?limit"), "/c/b/a" + total);
    EXPECT_EQ(urls("?limited=1"), "/c/b/a" + total);
}

TEST_F(Control, ForgetsAndBeginsAgain) {
    mock_.ask("POST /things", R"({"id":"1"})");
    EXPECT_EQ(ask("DELETE /__admin/requests"), "200 {}");
    EXPECT_EQ(ask("GET /__admin/requests"), empty_list);
    EXPECT_EQ(mock_.exchange("GET /things/1")->response.status, 200);
    EXPECT_EQ(mock_.engine().session().journal().exchanges().back()->ordinal, 2u);
    ask("POST /__admin/reset");
    EXPECT_EQ(mock_.exchange("GET /things/1")->response.status, 404);
    EXPECT_EQ(mock_.engine().session().journal().exchanges().back()->ordinal, 1u);
}

}  // namespace

}  // namespace standin::admin
