// What browsers are told about requests from other origins.
#include "mock/http/cors.h"

#include <gtest/gtest.h>

namespace standin::http {

namespace {

std::string told(const Response& response) {
    std::string text = std::to_string(response.status) + '\n';
    for (const auto& [name, value] : response.headers) text += name + ": " + value + '\n';
    return text + response.body;
}

TEST(Cors, APreflightHasMethodAndOrigin) {
    const Headers whole = {{"Origin", "https://a.example"},
                           {"Access-Control-Request-Method", "PUT"}};
    EXPECT_TRUE(is_preflight({"OPTIONS", "/", whole, ""}));
    EXPECT_FALSE(is_preflight({"GET", "/", whole, ""}));
    EXPECT_FALSE(is_preflight({"OPTIONS", "/", {{"Origin", "https://a.example"}}, ""}));
    EXPECT_FALSE(is_preflight({"OPTIONS", "/", {{"Access-Control-Request-Method", "PUT"}}, ""}));
}

TEST(Cors, APreflightIsGivenWhatItAsksFor) {
    EXPECT_EQ(told(preflight_answer({"OPTIONS",
                                     "/",
                                     {{"Origin", "https://a.example"},
                                      {"Access-Control-Request-Method", "PUT"},
                                      {"Access-Control-Request-Headers", "x-a, content-type"}},
                                     ""})),
              "204\n"
              "Access-Control-Allow-Origin: https://a.example\n"
              "Access-Control-Allow-Credentials: true\n"
              "Access-Control-Allow-Methods: PUT\n"
              "Access-Control-Allow-Headers: x-a, content-type\n"
              "Vary: Origin, Access-Control-Request-Method, Access-Control-Request-Headers\n");
}

TEST(Cors, APreflightFromAPublicPageToThisMachine) {
    EXPECT_EQ(told(preflight_answer({"OPTIONS",
                                     "/",
                                     {{"Origin", "null"},
                                      {"Access-Control-Request-Method", "GET"},
                                      {"Access-Control-Request-Private-Network", "true"}},
                                     ""})),
              "204\n"
              "Access-Control-Allow-Origin: null\n"
              "Access-Control-Allow-Credentials: true\n"
              "Access-Control-Allow-Methods: GET\n"
              "Access-Control-Allow-Private-Network: true\n"
              "Vary: Origin, Access-Control-Request-Method, Access-Control-Request-Headers\n");
}

TEST(Cors, AnAnswerIsSharedWithAllItsFields) {
    Response response{200, {{"Content-Type", "text/plain"}, {"X-Total", "7"}}, "a"};
    share({"GET", "/", {{"origin", "https://a.example"}}, ""}, response);
    EXPECT_EQ(told(response),
              "200\nContent-Type: text/plain\nX-Total: 7\n"
              "Access-Control-Allow-Origin: https://a.example\n"
              "Access-Control-Allow-Credentials: true\n"
              "Access-Control-Expose-Headers: Content-Type, X-Total\n"
              "Vary: Origin\na");
}

TEST(Cors, AnAnswerThatVariesVariesByOriginToo) {
    Response response{200, {{"Vary", "Accept"}}, ""};
    share({"GET", "/", {{"Origin", "https://a.example"}}, ""}, response);
    EXPECT_EQ(told(response),
              "200\nAccess-Control-Allow-Origin: https://a.example\n"
              "Access-Control-Allow-Credentials: true\nVary: Accept, Origin\n");
}

TEST(Cors, AnAnswerToNoPageStaysAsItIs) {
    Response response{200, {{"X-Total", "7"}}, ""};
    share({"GET", "/", {}, ""}, response);
    EXPECT_EQ(told(response), "200\nX-Total: 7\n");
}

}  // namespace

}  // namespace standin::http
