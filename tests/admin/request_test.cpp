// What the control API tells of the journal.
#include "tests/admin/control.h"

namespace standin::admin {

namespace {

const std::string empty_list =
    R"(200 {"requests":[],"meta":{"total":0},"requestJournalDisabled":false})";

TEST_F(Control, TellsOneExchangeWhole) {
    call("POST /v1/things", R"({"id":"1","name":"long","key":"a secret of 20 letters"})",
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
        R"("timing":{"addedDelay":0},)" +
        R"("problems":[{"part":"body","pointer":"/name","keyword":"maxLength","message":")" +
        message + R"(","expected":"3","received":"4","schema":")" + schema +
        R"(","place":"api.yaml:16:38"}]})";
    EXPECT_EQ(ask("GET /__admin/requests"), "200 {\"requests\":[" + entry +
                                                "],\"meta\":{\"total\":1},"
                                                "\"requestJournalDisabled\":false}");
    EXPECT_EQ(ask("GET /__admin/requests/40fec6a5-e0b2-486a-9e63-5e7a3f5ca8cb"), "200 " + entry);
    EXPECT_EQ(ask("GET /__admin/requests/40fec6a5-e0b2-486a-9e63-5e7a3f5ca8cc"),
              refused(404, "The journal has no exchange with this id"));
}

TEST_F(Control, ListsTheNewestFirst) {
    for (const char* line : {"GET /a", "GET /b", "GET /c"}) call(line);
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
    EXPECT_EQ(urls("?limited=1"), "/c/b/a" + total);
}

TEST_F(Control, ForgetsAndBeginsAgain) {
    call("POST /things", R"({"id":"1"})");
    EXPECT_EQ(ask("DELETE /__admin/requests"), "200 {}");
    EXPECT_EQ(ask("GET /__admin/requests"), empty_list);
    EXPECT_EQ(call("GET /things/1")->response.status, 200);
    const auto session = engine_->sessions().standard();
    EXPECT_EQ(session->journal().exchanges().back()->ordinal, 2u);
    EXPECT_EQ(ask("POST /__admin/reset"), "200 {}");
    EXPECT_EQ(ask("GET /__admin/requests"), empty_list);
    EXPECT_EQ(call("GET /things/1")->response.status, 404);
    EXPECT_EQ(session->journal().exchanges().back()->ordinal, 1u);
}

TEST_F(Control, KeepsJournalsApart) {
    call("GET /notes");
    EXPECT_EQ(ask("GET /__session/a/__admin/requests"), empty_list);
    EXPECT_EQ(ask("GET /__session/a/__admin/requests/" + id_of(*call("GET /notes"), 0)),
              refused(404, "The journal has no exchange with this id"));
    EXPECT_EQ(ask("DELETE /__session/a/__admin/requests"), "200 {}");
    EXPECT_EQ(engine_->sessions().standard()->journal().exchanges().size(), 2u);
}

}  // namespace

}  // namespace standin::admin
