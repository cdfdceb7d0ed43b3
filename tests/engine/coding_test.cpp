// Bodies that come compressed.
#include "mock/http/coding.h"

#include <gtest/gtest.h>

#include "tests/engine/mock.h"

namespace standin::engine {

namespace {

constexpr std::string_view document = R"(
openapi: 3.1.0
paths:
  /notes:
    post:
      requestBody:
        content: {application/json: {schema: {type: object, required: [text]}}}
      responses:
        "201": {description: made, content: {application/json: {schema: {type: object}}}}
  /notes/{id}: {get: {responses: {"200": {description: one}}}}
x-standin:
  errors: {body_too_large: {status: 413, body: {error: large}}}
)";

http::Headers coded(const std::string& coding) {
    return {{"Content-Type", "application/json"}, {"Content-Encoding", coding}};
}

TEST(Coding, OfABodyIsUndoneBeforeAnybodyLooks) {
    Mock mock(document);
    const std::string text = R"({"text":"a"})";
    const auto exchange = mock.exchange("POST /notes", http::gzip(text), coded("gzip"));
    EXPECT_EQ(exchange->response.status, 201);
    EXPECT_EQ(exchange->request.body, text);
}

TEST(Coding, ThatIsNotUnderstoodIsRefusedWithThoseThatAre) {
    Mock mock(document);
    const auto exchange = mock.exchange("POST /notes", "x", coded("br"));
    EXPECT_EQ(exchange->error, "unsupported_media_type");
    EXPECT_EQ(exchange->response.status, 415);
    const std::string* codings = exchange->response.headers.find("Accept-Encoding");
    ASSERT_TRUE(codings);
    EXPECT_EQ(*codings, "gzip, deflate, identity");
}

TEST(Coding, ThatIsBrokenMakesTheBodyUnreadable) {
    Mock mock(document);
    const auto exchange = mock.exchange("POST /notes", "x", coded("gzip"));
    EXPECT_EQ(exchange->error, "unreadable_body");
    EXPECT_EQ(exchange->response.status, 400);
}

TEST(Coding, OfAHugeBodyIsRefusedInTheContractsWords) {
    Mock mock(document);
    const std::string bomb = http::gzip(std::string(11 << 20, ' '));
    ASSERT_LT(bomb.size(), 100000U);
    EXPECT_EQ(mock.ask("POST /notes", bomb, coded("gzip")), R"(413 {"error":"large"})");
}

}  // namespace

}  // namespace standin::engine
