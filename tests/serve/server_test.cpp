// What a client sees on one connection.
#include "mock/serve/server.h"

#include <gtest/gtest.h>

#include "tests/serve/wire.h"

namespace standin::serve {
namespace {

using std::string;

const string get = "GET / HTTP/1.1\r\nHost: h\r\n\r\n";
const string get_answer = echoed("GET / ");

class ServerTest : public testing::Test {
  protected:
    Echo echo_;
    RunningServer server_{echo_, {.limits = {.body_bytes = 1 << 20}}};
    Client client_{server_.port()};
};

TEST_F(ServerTest, AnswersAndKeepsTheConnectionForAThousandRequests) {
    for (int i = 0; i < 1000; ++i) {
        ASSERT_EQ(client_.exchange(get, get_answer.size()), get_answer) << "request " << i;
    }
}

TEST_F(ServerTest, AnswersPipelinedRequestsInOrder) {
    string requests;
    string answers;
    for (int i = 0; i < 200; ++i) {
        const string target = "/" + std::to_string(i);
        requests += "POST " + target + " HTTP/1.1\r\nHost: h\r\nContent-Length: 2\r\n\r\nab";
        answers += echoed("POST " + target + " ab");
    }
    EXPECT_EQ(client_.exchange(requests, answers.size()), answers);
}

TEST_F(ServerTest, AnswersPipelinedRequestsWhoseAnswersPileUp) {
    const string body(1 << 20, 'b');
    const string request = "POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 1048576\r\n\r\n" + body;
    const std::jthread sender([&] {
        for (int i = 0; i < 20; ++i) client_.send(request);
    });
    const string answer = echoed("POST / " + body);
    for (int i = 0; i < 20; ++i) EXPECT_TRUE(client_.receive(answer.size()) == answer);
}

TEST_F(ServerTest, TakesRequestsByteByByte) {
    const string request = "POST /a HTTP/1.1\r\nHost: h\r\nContent-Length: 2\r\n\r\nab" + get;
    for (char c : request) client_.send({&c, 1});
    const string answers = echoed("POST /a ab") + get_answer;
    EXPECT_EQ(client_.receive(answers.size()), answers);
}

TEST_F(ServerTest, DecodesAChunkedBody) {
    const string answer = echoed("POST / abcde");
    EXPECT_EQ(client_.exchange("POST / HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n"
                               "3\r\nabc\r\n2\r\nde\r\n0\r\n\r\n",
                               answer.size()),
              answer);
}

TEST_F(ServerTest, TellsAClientThatWaitsToContinue) {
    const string head =
        "POST / HTTP/1.1\r\nHost: h\r\nExpect: 100-continue\r\nContent-Length: 2\r\n\r\n";
    const string answer = echoed("POST / ab");
    for (int i = 0; i < 2; ++i) {
        EXPECT_EQ(client_.exchange(head, 25), "HTTP/1.1 100 Continue\r\n\r\n");
        EXPECT_EQ(client_.exchange("ab", answer.size()), answer);
    }
    EXPECT_EQ(client_.exchange(head + "ab", answer.size()), answer) << "the body came along";
}

TEST_F(ServerTest, RefusesAnExpectationInsteadOfContinuing) {
    client_.send(
        "POST / HTTP/1.1\r\nHost: h\r\nExpect: 100-continue\r\nContent-Length: 2000000"
        "\r\n\r\n");
    EXPECT_EQ(client_.receive_all(),
              refused("413 Content Too Large", "POST / the body is larger than 1048576 bytes"));
}

TEST_F(ServerTest, AnswersHeadWithoutABody) {
    const string head = "HTTP/1.1 200 OK\r\nX-A: 1\r\nX-B: 2\r\nContent-Length: 7\r\n\r\n";
    EXPECT_EQ(client_.exchange("HEAD / HTTP/1.1\r\nHost: h\r\n\r\n" + get,
                               head.size() + get_answer.size()),
              head + get_answer);
}

TEST_F(ServerTest, HandsEveryMethodToTheHandler) {
    for (const string method : {"TRACE", "QUERY", "PURGE", "get", "CUSTOM-METHOD"}) {
        const string answer = echoed(method + " / ");
        EXPECT_EQ(client_.exchange(method + " / HTTP/1.1\r\nHost: h\r\n\r\n", answer.size()),
                  answer);
    }
}

TEST_F(ServerTest, ClosesAfterAnHttp10Request) {
    client_.send("GET / HTTP/1.0\r\n\r\n");
    EXPECT_EQ(client_.receive_all(), echoed("GET / ", "Connection: close\r\n"));
}

TEST_F(ServerTest, KeepsAnHttp10ConnectionThatAsksForIt) {
    const string answer = echoed("GET / ", "Connection: keep-alive\r\n");
    for (int i = 0; i < 2; ++i) {
        EXPECT_EQ(
            client_.exchange("GET / HTTP/1.0\r\nConnection: keep-alive\r\n\r\n", answer.size()),
            answer);
    }
}

TEST_F(ServerTest, ClosesWhenAsked) {
    client_.send("GET / HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n" + get);
    EXPECT_EQ(client_.receive_all(), echoed("GET / ", "Connection: close\r\n"));
}

TEST_F(ServerTest, AnswersAClientThatHasFinishedSending) {
    client_.send(get);
    client_.finish_sending();
    EXPECT_EQ(client_.receive_all(), get_answer);
}

TEST_F(ServerTest, AnswersAtLengthAClientThatHasFinishedSending) {
    const string body(1 << 20, 'b');
    const string request = "POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 1048576\r\n\r\n" + body;
    const std::jthread sender([&] {
        for (int i = 0; i < 10; ++i) client_.send(request);
        client_.finish_sending();
    });
    string answers;
    for (int i = 0; i < 10; ++i) answers += echoed("POST / " + body);
    EXPECT_TRUE(client_.receive_all() == answers);
}

TEST_F(ServerTest, TakesTheLongestTarget) {
    const string target = "/" + string((8 << 10) - 1, 'a');
    const string answer = echoed("GET " + target + " ");
    EXPECT_EQ(client_.exchange("GET " + target + " HTTP/1.1\r\nHost: h\r\n\r\n", answer.size()),
              answer);
}

TEST_F(ServerTest, LeavesARequestThatEndsHalfwayUnanswered) {
    client_.send(get + "POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 2\r\n\r\na");
    client_.finish_sending();
    EXPECT_EQ(client_.receive_all(), get_answer);
}

TEST_F(ServerTest, TellsAClientThatWaitsToContinueInChunks) {
    const string answer = echoed("POST / ab");
    EXPECT_EQ(client_.exchange("POST / HTTP/1.1\r\nHost: h\r\nexpect: 100-CONTINUE\r\n"
                               "transfer-encoding: Chunked\r\n\r\n",
                               25),
              "HTTP/1.1 100 Continue\r\n\r\n");
    EXPECT_EQ(client_.exchange("2;x=y\r\nab\r\n0\r\nt: u\r\n\r\n", answer.size()), answer);
}

TEST_F(ServerTest, RefusesALargeChunkWithoutReadingIt) {
    client_.send("POST / HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n100001\r\n");
    EXPECT_EQ(client_.receive_all(),
              refused("413 Content Too Large", "POST / the body is larger than 1048576 bytes"));
}

TEST_F(ServerTest, AnswersWhatCameBeforeARefusal) {
    client_.send(get + "GET / HTTP/1.1\r\n\r\n" + get);
    EXPECT_EQ(client_.receive_all(),
              get_answer + refused("400 Bad Request", "GET / the request has no Host header"));
}

TEST_F(ServerTest, RefusesALargeBodyWithoutReadingIt) {
    client_.send("POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 1000000000\r\n\r\n");
    client_.send(string(1 << 20, 'b'));
    EXPECT_EQ(client_.receive_all(),
              refused("413 Content Too Large", "POST / the body is larger than 1048576 bytes"));
}

TEST_F(ServerTest, RefusesALongTarget) {
    client_.send("GET /" + string(8 << 10, 'a') + " HTTP/1.1\r\nHost: h\r\n\r\n");
    EXPECT_EQ(client_.receive_all(),
              refused("414 URI Too Long", "GET  the target is longer than 8192 bytes"));
}

TEST_F(ServerTest, RefusesLongHeaders) {
    client_.send("GET / HTTP/1.1\r\nHost: h\r\na: " + string(32 << 10, 'a') + "\r\n\r\n");
    EXPECT_EQ(client_.receive_all(), refused("431 Request Header Fields Too Large",
                                             "GET / the headers are longer than 32768 bytes"));
}

TEST_F(ServerTest, RefusesAHeadRequestWithoutABody) {
    client_.send("HEAD / HTTP/1.1\r\n\r\n");
    EXPECT_EQ(client_.receive_all(),
              "HTTP/1.1 400 Bad Request\r\nContent-Length: 37\r\nConnection: close\r\n\r\n");
}

class Throwing : public Echo {
  public:
    Answer answer(http::Request request) override {
        if (request.target == "/number") throw 5;
        if (request.target == "/bug") throw std::logic_error("no such\r\nthing");
        return Echo::answer(request);
    }
};

string bug(const string& text) {
    const string body = R"({"type":"about:blank","title":"Internal Server Error","status":500,)"
                        R"("detail":"the mock failed: X-Standin-Bug says how"})";
    return "HTTP/1.1 500 Internal Server Error\r\nContent-Type: application/problem+json\r\n"
           "X-Standin-Bug: " +
           text + "\r\nContent-Length: " + std::to_string(body.size()) + "\r\n\r\n" + body;
}

TEST(Server, AnswersAnExceptionAndLivesOn) {
    Throwing throwing;
    RunningServer server(throwing, {});
    Client client(server.port());
    const string answers =
        bug("no such  thing") + bug("an exception that is no std::exception") + get_answer;
    EXPECT_EQ(client.exchange("GET /bug HTTP/1.1\r\nHost: h\r\n\r\n"
                              "GET /number HTTP/1.1\r\nHost: h\r\n\r\n" +
                                  get,
                              answers.size()),
              answers);
}

}  // namespace
}  // namespace standin::serve
