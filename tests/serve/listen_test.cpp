// Addresses, and what is said when one cannot be had.
#include <list>

#include <gtest/gtest.h>

#include "tests/serve/wire.h"

namespace standin::serve {
namespace {

const std::string get = "GET / HTTP/1.1\r\nHost: h\r\n\r\n";
const std::string get_answer = echoed("GET / ");

std::string complaint_of(Options options) {
    Echo echo;
    Server server(echo, std::move(options));
    try {
        return "listens on " + std::to_string(server.listen());
    } catch (const std::runtime_error& error) {
        return error.what();
    }
}

TEST(Listen, AnswersWhatConnectedBeforeItRan) {
    Echo echo;
    Server server(echo, {});
    Client client(server.listen());
    client.send(get);
    std::thread running([&] { server.run(); });
    EXPECT_EQ(client.receive(get_answer.size()), get_answer);
    server.stop();
    running.join();
}

TEST(Listen, RefusesNobodyOfManyWhoKnockAtOnce) {
    Echo echo;
    Server server(echo, {});
    const int port = server.listen();
    std::list<Client> clients;
    for (int i = 0; i < 500; ++i) clients.emplace_back(port).send(get);
    std::thread running([&] { server.run(); });
    for (Client& client : clients) EXPECT_EQ(client.receive(get_answer.size()), get_answer);
    server.stop();
    running.join();
}

TEST(Listen, TakesBothFamiliesAtEveryAddress) {
    Echo echo;
    RunningServer server(echo, {.host = "::"});
    for (const char* host : {"127.0.0.1", "::1"}) {
        EXPECT_EQ(Client(server.port(), host).exchange(get, get_answer.size()), get_answer);
    }
}

TEST(Listen, TakesAnIpv6Address) {
    Echo echo;
    RunningServer server(echo, {.host = "::1"});
    EXPECT_EQ(Client(server.port(), "::1").exchange(get, get_answer.size()), get_answer);
}

TEST(Listen, ResolvesAName) {
    Echo echo;
    RunningServer server(echo, {.host = "localhost"});
    EXPECT_EQ(Client(server.port(), "localhost").exchange(get, get_answer.size()), get_answer);
}

TEST(Listen, RefusesAPortThatIsTaken) {
    Echo echo;
    Server first(echo, {});
    const int port = first.listen();
    EXPECT_EQ(complaint_of({.port = port}),
              "cannot listen on 127.0.0.1:" + std::to_string(port) + ": Address already in use");
}

TEST(Listen, RefusesAnIpv6PortThatIsTaken) {
    Echo echo;
    Server first(echo, {.host = "::1"});
    const int port = first.listen();
    EXPECT_EQ(complaint_of({.host = "::1", .port = port}),
              "cannot listen on [::1]:" + std::to_string(port) + ": Address already in use");
}

TEST(Listen, RefusesAnAddressOfAnotherMachine) {
    EXPECT_EQ(complaint_of({.host = "192.0.2.1", .port = 4010}),
              "cannot listen on 192.0.2.1:4010: Cannot assign requested address");
}

TEST(Listen, RefusesWhatIsNoName) {
    EXPECT_EQ(complaint_of({.host = "no name", .port = 4010}),
              "cannot listen on no name:4010: Name or service not known");
}

TEST(Listen, TakesThePortOfAServerThatStopped) {
    Echo echo;
    auto first = std::make_unique<RunningServer>(echo, Options{});
    const int port = first->port();
    Client client(port);
    EXPECT_EQ(client.exchange(get, get_answer.size()), get_answer);
    first.reset();
    RunningServer second(echo, {.port = port});
    EXPECT_EQ(Client(port).exchange(get, get_answer.size()), get_answer);
}

}  // namespace
}  // namespace standin::serve
