// Answers that go out compressed, whole through a socket.
#include "mock/http/coding.h"

#include <gtest/gtest.h>

#include "mock/serve/responder.h"
#include "tests/engine/mock.h"
#include "tests/serve/wire.h"

namespace standin::serve {
namespace {

std::string document() {
    return "openapi: 3.1.0\npaths:\n  /long:\n    get:\n      responses:\n        '200':\n"
           "          description: long\n          content:\n            application/json:\n"
           "              example: " +
           std::string(2000, 'a') + "\n";
}

class CodingTest : public testing::Test {
  protected:
    // The answer's head, and its body.
    std::pair<std::string, std::string> ask(const std::string& method, const std::string& field) {
        Client client(server_.port());
        client.send(method + " /long HTTP/1.1\r\nHost: h\r\nConnection: close\r\n" + field +
                    "\r\n");
        const std::string all = client.receive_all();
        const size_t end = all.find("\r\n\r\n");
        return {all.substr(0, end + 2), all.substr(end + 4)};
    }

    engine::Mock mock_{document()};
    std::string plain_ = '"' + std::string(2000, 'a') + '"';
    std::string kept_;
    Responder responder_{mock_.engine(),
                         [this](const engine::Exchange& each) { kept_ = each.response.body; }};
    RunningServer server_{responder_, {}};
};

TEST_F(CodingTest, IsUsedWhereTheClientAcceptsIt) {
    const auto [head, body] = ask("GET", "Accept-Encoding: gzip, deflate, br\r\n");
    EXPECT_EQ(head,
              "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n"
              "Content-Encoding: gzip\r\nVary: Accept-Encoding\r\nContent-Length: " +
                  std::to_string(body.size()) + "\r\nConnection: close\r\n");
    EXPECT_EQ(http::decode("gzip", body, 1 << 20).text, plain_);
    EXPECT_EQ(kept_, plain_);
}

TEST_F(CodingTest, IsLeftOutWhereItDoesNot) {
    const auto [head, body] = ask("GET", "");
    EXPECT_EQ(head,
              "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 2002\r\n"
              "Connection: close\r\n");
    EXPECT_EQ(body, plain_);
}

TEST_F(CodingTest, OfHeadHasTheLengthThatGetHas) {
    const auto get = ask("GET", "Accept-Encoding: gzip\r\n");
    const auto head = ask("HEAD", "Accept-Encoding: gzip\r\n");
    EXPECT_EQ(head.first, get.first);
    EXPECT_EQ(head.second, "");
}

}  // namespace
}  // namespace standin::serve
