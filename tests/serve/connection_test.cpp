// A connection without a server: what it keeps between two turns.
#include "mock/serve/connection.h"

#include <list>

#include <gtest/gtest.h>
#include <malloc.h>

#include "tests/serve/wire.h"

namespace standin::serve {
namespace {

// A client's end and the server's.
struct Pair {
    Pair() {
        int ends[2] = {-1, -1};
        if (::socketpair(AF_UNIX, SOCK_STREAM, 0, ends) != 0) throw std::runtime_error("no pair");
        client = ends[0];
        connection = std::make_unique<Connection>(ends[1], limits);
    }
    ~Pair() { ::close(client); }

    Limits limits;
    int client = -1;
    std::unique_ptr<Connection> connection;
};

TEST(Connection, KeepsNoBuffersWhileItIsIdle) {
    if (::mallinfo2().uordblks == 0) GTEST_SKIP() << "a sanitizer has its own heap";
    Echo echo;
    const Limits limits;
    const std::atomic<bool> stopping{false};
    const Desk desk{echo, limits, stopping};
    Scratch scratch;
    std::list<Pair> pairs(100);
    const std::string request =
        "POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 3000\r\n\r\n" + std::string(3000, 'b');
    const std::string answer = echoed("POST / " + std::string(3000, 'b'));
    std::string received(answer.size() + 1, '\0');
    size_t before = 0;
    for (Pair& pair : pairs) {
        // In two pieces, so that both buffers are used.
        for (const std::string& piece : {request.substr(0, 30), request.substr(30)}) {
            ASSERT_EQ(::write(pair.client, piece.data(), piece.size()),
                      static_cast<ssize_t>(piece.size()));
            ASSERT_EQ(pair.connection->turn(desk, scratch), Want::read);
        }
        ASSERT_EQ(::read(pair.client, received.data(), received.size()),
                  static_cast<ssize_t>(answer.size()));
        EXPECT_EQ(received.substr(0, answer.size()), answer);
        if (before == 0) before = ::mallinfo2().uordblks;
    }
    const size_t after = ::mallinfo2().uordblks;
    EXPECT_LT(after, before + 100 * 500) << "in 99 connections";
}

TEST(Connection, KeepsWhatIsUnsentWhereItWas) {
    Echo echo;
    const Limits limits;
    const std::atomic<bool> stopping{false};
    const Desk desk{echo, limits, stopping};
    Scratch scratch;
    Pair slow;
    Pair other;
    const std::string get = "GET / HTTP/1.1\r\nHost: h\r\n\r\n";
    const std::string answer = echoed("GET / ");
    size_t asked = 0;
    for (Want want = Want::read; want == Want::read; ++asked) {
        ASSERT_EQ(::write(slow.client, get.data(), get.size()), static_cast<ssize_t>(get.size()));
        want = slow.connection->turn(desk, scratch);
    }
    ASSERT_EQ(::write(other.client, get.data(), get.size()), static_cast<ssize_t>(get.size()));
    ASSERT_EQ(other.connection->turn(desk, scratch), Want::read);
    std::string received;
    while (received.size() < asked * answer.size()) {
        char bytes[1 << 16];
        const ssize_t size = ::recv(slow.client, bytes, sizeof bytes, MSG_DONTWAIT);
        if (size > 0) received.append(bytes, static_cast<size_t>(size));
        if (size <= 0) slow.connection->turn(desk, scratch);
    }
    std::string wanted;
    for (size_t i = 0; i < asked; ++i) wanted += answer;
    EXPECT_TRUE(received == wanted);
}

}  // namespace
}  // namespace standin::serve
