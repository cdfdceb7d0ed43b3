// What a client that speaks TLS gets when an answer goes wrong on the wire.
#include <gtest/gtest.h>

#include "tests/serve/tls_client.h"

namespace standin::serve {
namespace {

using fault::Delivery;
using fault::Wire;
using std::string;
using namespace std::chrono_literals;

const string get = "GET / HTTP/1.1\r\nHost: h\r\n\r\n";
const string get_answer = echoed("GET / ");
const string get_last = "GET / HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n";
const string last_answer = echoed("GET / ", "Connection: close\r\n");

struct Row {
    string name;
    Delivery delivery;
    string received;
};

void PrintTo(const Row& row, std::ostream* out) {
    *out << row.name;
}

class TlsFaultTable : public testing::TestWithParam<Row> {};

// What a client sees whose connection breaks below TLS: no end is announced.
TEST_P(TlsFaultTable, GivesTheBytesAndTheEnd) {
    Faulty faulty({{"/", GetParam().delivery}});
    RunningServer server(faulty, {.tls = load_tls({})});
    TlsClient client(server.port());
    client.send(get + get_last);
    EXPECT_EQ(client.receive_with_end(), GetParam().received);
}

const string fields = "HTTP/1.1 200 OK\r\nX-A: 1\r\nX-B: 2\r\n";

INSTANTIATE_TEST_SUITE_P(
    , TlsFaultTable,
    testing::Values(
        Row{"EmptyResponse", {.wire = Wire::empty_response}, "|FIN"},
        Row{"MalformedResponseChunk",
            {.wire = Wire::malformed_response_chunk, .garbage = "z\r\n"},
            fields + "Transfer-Encoding: chunked\r\n\r\nz\r\n|FIN"},
        Row{"RandomDataThenClose",
            {.wire = Wire::random_data_then_close, .garbage = "zzzzzzzz"},
            "|wrong version number"},
        Row{"ConnectionResetByPeer", {.wire = Wire::connection_reset_by_peer}, "|RST"},
        Row{"TruncatedBody",
            {.wire = Wire::truncated_body},
            fields + "Content-Length: 6\r\n\r\nGET|FIN"},
        Row{"TimeoutAfterATime", {.wire = Wire::timeout, .time = 30ms}, "|FIN"},
        Row{"LimitData", {.wire = Wire::limit_data, .bytes = 12}, "HTTP/1.1 200|FIN"},
        Row{"SlowClose", {.wire = Wire::slow_close, .time = 30ms}, last_answer + "|bye|FIN"},
        Row{"Delay", {.delay = 30ms}, get_answer + last_answer + "|bye|FIN"},
        Row{"Dribble",
            {.pieces = 3, .duration = 30ms},
            fields +
                "Transfer-Encoding: chunked\r\n\r\n2\r\nGE\r\n2\r\nT \r\n2\r\n/ \r\n0\r\n\r\n" +
                fields +
                "Transfer-Encoding: chunked\r\nConnection: close\r\n\r\n"
                "2\r\nGE\r\n2\r\nT \r\n2\r\n/ \r\n0\r\n\r\n|bye|FIN"},
        Row{"Rate", {.rate = 1000}, get_answer + last_answer + "|bye|FIN"}),
    [](const auto& row) { return row.param.name; });

TEST(TlsFault, HangsUntilTheClientGivesUp) {
    Faulty faulty({{"/hang", {.wire = Wire::timeout}}});
    RunningServer server(faulty, {.limits = {.connections = 1}, .tls = load_tls({})});
    {
        TlsClient client(server.port());
        client.exchange(get, get_answer.size());
        client.send("GET /hang HTTP/1.1\r\nHost: h\r\n\r\n");
        ASSERT_TRUE(faulty.spoils(1));
        EXPECT_TRUE(client.bare().hears_nothing());
    }
    for (int i = 0; i < 1000; ++i) {  // until the place is free
        TlsClient client(server.port());
        client.send(get_last);
        if (client.receive_with_end() == last_answer + "|bye|FIN") return;
    }
    ADD_FAILURE() << "the client that has gone holds its place";
}

}  // namespace
}  // namespace standin::serve
