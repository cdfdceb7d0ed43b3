// Connections that hang or pause hold up nobody, not even the end.
#include <atomic>
#include <filesystem>
#include <iterator>
#include <list>
#include <optional>

#include <gtest/gtest.h>
#include <sys/resource.h>

#include "tests/serve/wire.h"

namespace standin::serve {
namespace {

using fault::Wire;
using std::string;
using namespace std::chrono_literals;

string get(const string& target) {
    return "GET " + target + " HTTP/1.1\r\nHost: h\r\n\r\n";
}

const string answer = echoed("GET / ");

class HangTest : public testing::Test {
  protected:
    Faulty faulty_{{{"/hang", {.wire = Wire::timeout}},
                    {"/hang_later", {.delay = 30ms, .wire = Wire::timeout}},
                    {"/delay", {.delay = 200ms}},
                    {"/delay_for_an_hour", {.delay = 1h}}}};
};

// A place is free again once the server has noticed that its only connection is gone.
void expect_a_free_place(int port) {
    for (const auto begin = std::chrono::steady_clock::now();
         std::chrono::steady_clock::now() - begin < 10s;) {
        try {
            Client client(port);
            client.send("GET / HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n");
            if (client.receive_all() == echoed("GET / ", "Connection: close\r\n")) return;
        } catch (const std::runtime_error&) {
            // turned away without a word, because many are being told that there is no place
        }
    }
    ADD_FAILURE() << "the place is still taken";
}

TEST_F(HangTest, EndsWhenTheClientCloses) {
    for (const string target : {"/hang", "/hang_later"}) {
        RunningServer server(faulty_, {.limits = {.connections = 1}});
        std::optional<Client> client(server.port());
        client->send(get(target));
        ASSERT_TRUE(faulty_.spoils(1));
        EXPECT_EQ(Client(server.port()).receive(12), "HTTP/1.1 503") << "the place is taken";
        client.reset();
        expect_a_free_place(server.port());
    }
}

TEST_F(HangTest, EndsWhenTheClientClosesWithInputThatIsUnread) {
    RunningServer server(faulty_, {.limits = {.connections = 1}});
    std::optional<Client> client(server.port());
    client->send(get("/hang") + get("/"));
    ASSERT_TRUE(faulty_.spoils(1));
    client->send(string(100'000, 'x'));
    client.reset();
    expect_a_free_place(server.port());
}

TEST_F(HangTest, EndsWhenTheClientResets) {
    RunningServer server(faulty_, {.limits = {.connections = 1}});
    std::optional<Client> client(server.port());
    client->send(get("/hang"));
    ASSERT_TRUE(faulty_.spoils(1));
    client->reset_at_close();
    client.reset();
    expect_a_free_place(server.port());
}

TEST_F(HangTest, ALongPauseEndsWithItsClient) {
    for (const bool resets : {false, true}) {
        RunningServer server(faulty_, {.limits = {.connections = 1}});
        std::optional<Client> client(server.port());
        client->send(get("/delay_for_an_hour"));
        ASSERT_TRUE(faulty_.spoils(1));
        EXPECT_EQ(Client(server.port()).receive(12), "HTTP/1.1 503") << "the place is taken";
        if (resets) client->reset_at_close();
        client.reset();
        expect_a_free_place(server.port());
    }
}

TEST_F(HangTest, ReadsAndSendsNothing) {
    RunningServer server(faulty_, {});
    Client client(server.port());
    client.send(get("/hang") + get("/"));
    ASSERT_TRUE(faulty_.spoils(1));
    client.send(get("/"));
    Client other(server.port());
    for (int i = 0; i < 10; ++i) EXPECT_EQ(other.exchange(get("/"), answer.size()), answer);
    EXPECT_TRUE(client.hears_nothing());
    client.finish_sending();
    EXPECT_EQ(client.receive_with_end(), "|FIN");
}

// A server has all its threads before it answers; those of the one before may still be going.
std::ptrdiff_t threads() {
    return std::distance(std::filesystem::directory_iterator("/proc/self/task"), {});
}

TEST_F(HangTest, OfFiveHundredHoldsUpNobody) {
    rlimit open_files{};
    ASSERT_EQ(::getrlimit(RLIMIT_NOFILE, &open_files), 0);
    open_files.rlim_cur = open_files.rlim_max;
    ASSERT_EQ(::setrlimit(RLIMIT_NOFILE, &open_files), 0);
    RunningServer server(faulty_, {.threads = 4});
    Client client(server.port());
    EXPECT_EQ(client.exchange(get("/"), answer.size()), answer);
    const auto threads_before = threads();
    std::list<Client> hanging;
    for (int i = 0; i < 500; ++i) hanging.emplace_back(server.port()).send(get("/hang"));
    ASSERT_TRUE(faulty_.spoils(500));
    for (int i = 0; i < 10; ++i) {
        EXPECT_EQ(client.exchange(get("/"), answer.size()), answer);
        EXPECT_EQ(Client(server.port()).exchange(get("/"), answer.size()), answer);
    }
    for (Client& one : hanging) ASSERT_TRUE(one.hears_nothing());
    EXPECT_LE(threads(), threads_before);
    server.finish();
    for (Client& one : hanging) ASSERT_EQ(one.receive_with_end(), "|FIN");
}

TEST_F(HangTest, OfManyDelaysTakesNoThreads) {
    RunningServer server(faulty_, {.threads = 4});
    Client client(server.port());
    EXPECT_EQ(client.exchange(get("/"), answer.size()), answer);
    const auto threads_before = threads();
    std::list<Client> delayed;
    for (int i = 0; i < 200; ++i) delayed.emplace_back(server.port()).send(get("/delay"));
    ASSERT_TRUE(faulty_.spoils(200));
    EXPECT_EQ(client.exchange(get("/"), answer.size()), answer);
    EXPECT_LE(threads(), threads_before);
    const string late = echoed("GET /delay ");
    for (Client& one : delayed) EXPECT_EQ(one.receive(late.size()), late);
}

TEST_F(HangTest, EndsAtOnceWhenTheServerStops) {
    RunningServer server(faulty_, {.limits = {.drain = 1h}});
    Client hanging(server.port());
    hanging.send(get("/hang") + get("/"));
    Client hanging_later(server.port());
    hanging_later.send(get("/hang_later"));
    ASSERT_TRUE(faulty_.spoils(2));
    server.finish();
    EXPECT_EQ(hanging.receive_with_end(), "|FIN");
    EXPECT_EQ(hanging_later.receive_with_end(), "|FIN");
}

TEST_F(HangTest, IsNotWhatBecomesOfADelayWhenTheServerStops) {
    RunningServer server(faulty_, {.limits = {.drain = 1h}});
    Client delayed(server.port());
    delayed.send(get("/delay"));
    ASSERT_TRUE(faulty_.spoils(1));
    server.finish();
    EXPECT_EQ(delayed.receive_with_end(), echoed("GET /delay ") + "|FIN");
}

TEST_F(HangTest, EndsWithTheTimeToDrain) {
    RunningServer server(faulty_, {.limits = {.drain = 50ms}});
    std::list<Client> delayed;
    for (int i = 0; i < 20; ++i) {
        delayed.emplace_back(server.port()).send(get("/delay_for_an_hour"));
    }
    ASSERT_TRUE(faulty_.spoils(20));
    server.finish();
    for (Client& client : delayed) EXPECT_EQ(client.receive_with_end(), "|FIN");
}

// Holds the answer to "/held" back until it is let go.
class Holding : public Faulty {
  public:
    using Faulty::Faulty;

    Answer answer(http::Request request) override {
        Answer answer = Faulty::answer(request);
        if (request.target == "/held") held_.wait(true);
        return answer;
    }
    void let_go() {
        held_ = false;
        held_.notify_all();
    }

  private:
    std::atomic<bool> held_{true};
};

TEST(Hang, OfAnAnswerThatComesTooLateEndsToo) {
    Holding holding({{"/held", {.delay = 1h}}, {"/delay", {.delay = 1h}}});
    RunningServer server(holding, {.limits = {.drain = 50ms}});
    Client held(server.port());
    held.send(get("/held"));
    Client delayed(server.port());
    delayed.send(get("/delay"));
    const bool both = holding.spoils(2);
    server.stop();
    EXPECT_EQ(delayed.receive_all(), "") << "the time to drain is over when this one has ended";
    holding.let_go();
    server.finish();
    EXPECT_TRUE(both);
    EXPECT_EQ(held.receive_with_end(), "|FIN");
}

}  // namespace
}  // namespace standin::serve
