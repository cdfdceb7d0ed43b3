// Many connections at once: none waits for another one.
#include <atomic>
#include <list>
#include <semaphore>

#include <gtest/gtest.h>

#include "tests/serve/wire.h"

namespace standin::serve {
namespace {

using std::string;

const string get = "GET / HTTP/1.1\r\nHost: h\r\n\r\n";
const string get_answer = echoed("GET / ");
constexpr size_t large = 20'000'000;

// Blocks "/wait" until it is let go, and gives 20 MB for "/large".
class Gate : public Echo {
  public:
    Answer answer(http::Request request) override {
        if (request.target == "/large") return {{200, {}, string(large, 'l')}};
        if (request.target == "/wait") {
            entered_.release();
            open_.wait(false);
        }
        return Echo::answer(request);
    }
    // Whether so many wait, or come to it within ten seconds each.
    bool holds(int requests) {
        for (int i = 0; i < requests; ++i) {
            if (!entered_.try_acquire_for(std::chrono::seconds(10))) return false;
        }
        return true;
    }
    void open() {
        open_ = true;
        open_.notify_all();
    }

  private:
    std::counting_semaphore<> entered_{0};
    std::atomic<bool> open_{false};
};

// Lets a failed test end: the server waits for its handler.
struct OpenAtEnd {
    Gate& gate;
    ~OpenAtEnd() { gate.open(); }
};

const string wait = "GET /wait HTTP/1.1\r\nHost: h\r\n\r\n";
const string wait_answer = echoed("GET /wait ");
const string get_large = "GET /large HTTP/1.1\r\nHost: h\r\n\r\n";
const string large_head = "HTTP/1.1 200 OK\r\nContent-Length: 20000000\r\n\r\n";

TEST(Crowd, IsAnsweredWhileSixtyFourConnectionsAreIdle) {
    Echo echo;
    RunningServer server(echo, {.threads = 1});
    std::list<Client> idle;
    for (int i = 0; i < 64; ++i) {
        EXPECT_EQ(idle.emplace_back(server.port()).exchange(get, get_answer.size()), get_answer);
    }
    Client client(server.port());
    for (int i = 0; i < 10; ++i) EXPECT_EQ(client.exchange(get, get_answer.size()), get_answer);
    for (Client& one : idle) EXPECT_EQ(one.exchange(get, get_answer.size()), get_answer);
}

TEST(Crowd, IsAnsweredWhenItComesAllAtOnce) {
    Echo echo;
    RunningServer server(echo, {});
    std::list<Client> clients;
    for (int i = 0; i < 300; ++i) clients.emplace_back(server.port());
    for (Client& client : clients) client.send(get);
    for (Client& client : clients) EXPECT_EQ(client.receive(get_answer.size()), get_answer);
}

TEST(Crowd, IsAnsweredWhileTheHandlerBlocksEveryThread) {
    Gate gate;
    RunningServer server(gate, {.threads = 2});
    const OpenAtEnd at_end{gate};
    std::list<Client> waiting;
    for (int i = 0; i < 6; ++i) waiting.emplace_back(server.port()).send(wait);
    ASSERT_TRUE(gate.holds(6));
    Client client(server.port());
    EXPECT_EQ(client.exchange(get, get_answer.size()), get_answer);
    gate.open();
    for (Client& one : waiting) EXPECT_EQ(one.receive(wait_answer.size()), wait_answer);
}

TEST(Crowd, IsAnsweredWhileAReaderIsSlow) {
    Gate gate;
    RunningServer server(gate, {.threads = 1});
    Client slow(server.port());
    EXPECT_EQ(slow.exchange(get_large + get, large_head.size()), large_head);
    Client client(server.port());
    for (int i = 0; i < 100; ++i) EXPECT_EQ(client.exchange(get, get_answer.size()), get_answer);
    EXPECT_TRUE(slow.receive(large) == string(large, 'l'));
    EXPECT_EQ(slow.receive(get_answer.size()), get_answer) << "what was pipelined behind it";
}

TEST(Crowd, LosesTheReaderWhoDoesNotReadOn) {
    Gate gate;
    const Limits limits{.idle_timeout = std::chrono::milliseconds(800),
                        .write_timeout = std::chrono::milliseconds(50)};
    RunningServer server(gate, {.limits = limits});
    Client stuck(server.port());
    EXPECT_EQ(stuck.exchange(get_large, large_head.size()), large_head);
    Client idle(server.port());
    EXPECT_EQ(idle.exchange(get, get_answer.size()), get_answer);
    EXPECT_EQ(idle.receive_all(), "") << "closed later than the one that is stuck";
    EXPECT_LT(stuck.receive_all().size(), large);
}

TEST(Crowd, LosesTheClientWhoFallsSilentInARequest) {
    Echo echo;
    RunningServer server(echo, {.limits = {.read_timeout = std::chrono::milliseconds(50)}});
    Client in_head(server.port());
    in_head.send("GET / HT");
    Client in_body(server.port());
    in_body.send("POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 3\r\n\r\na");
    EXPECT_EQ(in_head.receive_all(), "");
    EXPECT_EQ(in_body.receive_all(), "");
}

// Sends the begin of a request, then byte after byte of the rest, each after a while.
bool gives_up_on(const string& begin, const Limits& limits) {
    Echo echo;
    RunningServer server(echo, {.limits = limits});
    Client trickling(server.port());
    Client other(server.port());
    trickling.send(begin);
    for (int i = 0; i < 5000 && trickling.hears_nothing(); ++i) {
        trickling.send("a");
        for (int j = 0; j < 20; ++j) other.exchange(get, get_answer.size());
    }
    return trickling.receive_all().empty();
}

TEST(Crowd, LosesTheClientWhoSendsAHeadWithoutEnd) {
    EXPECT_TRUE(
        gives_up_on("GET / HTTP/1.1\r\n", {.head_timeout = std::chrono::milliseconds(100)}));
}

TEST(Crowd, LosesTheClientWhoSendsABodyWithoutEnd) {
    EXPECT_TRUE(gives_up_on("POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 100000\r\n\r\n",
                            {.request_timeout = std::chrono::milliseconds(100)}));
}

TEST(Crowd, IsToldWhenItIsTooLarge) {
    Echo echo;
    RunningServer server(echo, {.limits = {.connections = 1}});
    Client first(server.port());
    EXPECT_EQ(first.exchange(get, get_answer.size()), get_answer);
    Client second(server.port());
    const string body = R"({"type":"about:blank","title":"Service Unavailable","status":503,)"
                        R"("detail":"too many connections are open"})";
    EXPECT_EQ(second.receive_all(),
              "HTTP/1.1 503 Service Unavailable\r\nContent-Type: application/problem+json\r\n"
              "Content-Length: " +
                  std::to_string(body.size()) + "\r\nConnection: close\r\n\r\n" + body);
    EXPECT_EQ(first.exchange(get, get_answer.size()), get_answer);
}

TEST(Stop, ClosesIdleConnections) {
    Echo echo;
    RunningServer server(echo, {});
    std::list<Client> idle;
    for (int i = 0; i < 8; ++i) {
        EXPECT_EQ(idle.emplace_back(server.port()).exchange(get, get_answer.size()), get_answer);
    }
    server.finish();
    for (Client& client : idle) EXPECT_EQ(client.receive_all(), "");
}

TEST(Stop, FinishesStartedAnswers) {
    Gate gate;
    RunningServer server(gate, {});
    const OpenAtEnd at_end{gate};
    Client idle(server.port());
    EXPECT_EQ(idle.exchange(get, get_answer.size()), get_answer);
    Client client(server.port());
    client.send(wait);
    ASSERT_TRUE(gate.holds(1));
    server.stop();
    EXPECT_EQ(idle.receive_all(), "") << "the server is stopping when this one has ended";
    gate.open();
    EXPECT_EQ(client.receive_all(), echoed("GET /wait ", "Connection: close\r\n"));
    server.finish();
}

TEST(Stop, GivesUpOnAReaderWhoDoesNotReadOn) {
    Gate gate;
    RunningServer server(gate, {.limits = {.drain = std::chrono::milliseconds(50)}});
    Client stuck(server.port());
    EXPECT_EQ(stuck.exchange(get_large, large_head.size()), large_head);
    server.finish();
    EXPECT_LT(stuck.receive_all().size(), large);
}

TEST(Stop, MayComeBeforeRun) {
    Echo echo;
    Server server(echo, {});
    server.listen();
    server.stop();
    server.stop();
    server.run();
}

}  // namespace
}  // namespace standin::serve
