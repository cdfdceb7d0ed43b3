// What a client gets when an answer goes wrong on the wire.
#include <algorithm>

#include <gtest/gtest.h>

#include "tests/serve/wire.h"

namespace standin::serve {
namespace {

using fault::Delivery;
using fault::Wire;
using std::string;
using namespace std::chrono_literals;

string get(const string& target, const string& header = "") {
    return "GET " + target + " HTTP/1.1\r\nHost: h\r\n" + header + "\r\n";
}

const string last = get("/last", "Connection: close\r\n");
const string last_answer = echoed("GET /last ", "Connection: close\r\n") + "|FIN";

struct Row {
    string name;
    Delivery delivery;
    string received;
    string request = get("/x");
};

void PrintTo(const Row& row, std::ostream* out) {
    *out << row.name;
}

class FaultTable : public testing::TestWithParam<Row> {};

// The request behind it is answered where the connection goes on, and lies unread where it ends.
TEST_P(FaultTable, GivesTheBytesAndTheEnd) {
    Faulty faulty({{"/x", GetParam().delivery}});
    RunningServer server(faulty, {});
    Client client(server.port());
    client.send(GetParam().request + last);
    EXPECT_EQ(client.receive_with_end(), GetParam().received);
}

string name_of_row(const testing::TestParamInfo<Row>& row) {
    return row.param.name;
}

const string fields = "HTTP/1.1 200 OK\r\nX-A: 1\r\nX-B: 2\r\n";
const string chunks = "3\r\nGET\r\n2\r\n /\r\n2\r\nx \r\n0\r\n\r\n";
const Delivery dribble{.pieces = 3, .duration = 30ms};
const Delivery truncated{.wire = Wire::truncated_body};

INSTANTIATE_TEST_SUITE_P(
    , FaultTable,
    testing::Values(
        Row{"EmptyResponse", {.wire = Wire::empty_response}, "|FIN"},
        Row{"MalformedResponseChunk",
            {.wire = Wire::malformed_response_chunk, .garbage = "z\r\n"},
            fields + "Transfer-Encoding: chunked\r\n\r\nz\r\n|FIN"},
        Row{"RandomDataThenClose",
            {.wire = Wire::random_data_then_close, .garbage = "z\r\n"},
            "z\r\n|FIN"},
        Row{"ConnectionResetByPeer", {.wire = Wire::connection_reset_by_peer}, "|RST"},
        Row{"ConnectionResetByPeerAfterADelay",
            {.delay = 30ms, .wire = Wire::connection_reset_by_peer},
            "|RST"},
        Row{"TruncatedBody", truncated, fields + "Content-Length: 7\r\n\r\nGET|FIN"},
        Row{"TruncatedBodyOfHead", truncated, fields + "Content-Length: 8\r\n\r\n|FIN",
            "HEAD /x HTTP/1.1\r\nHost: h\r\n\r\n"},
        Row{"TruncatedBodyOfARefusal", truncated,
            "HTTP/1.1 400 Bad Request\r\nContent-Length: 37\r\nConnection: close\r\n\r\n"
            "GET /x the request|FIN",
            "GET /x HTTP/1.1\r\n\r\n"},
        Row{"TimeoutAfterATime", {.wire = Wire::timeout, .time = 30ms}, "|FIN"},
        Row{"LimitData", {.wire = Wire::limit_data, .bytes = 12}, "HTTP/1.1 200|FIN"},
        Row{"LimitDataBeyondTheResponse",
            {.wire = Wire::limit_data, .bytes = 1000},
            echoed("GET /x ") + "|FIN"},
        Row{"SlowClose",
            {.wire = Wire::slow_close, .time = 30ms},
            echoed("GET /x ", "Connection: close\r\n") + "|FIN"},
        Row{"Delay", {.delay = 30ms}, echoed("GET /x ") + last_answer},
        Row{"Dribble", dribble,
            fields + "Transfer-Encoding: chunked\r\n\r\n" + chunks + last_answer},
        Row{"DribbleInNoTime",
            {.pieces = 3},
            fields + "Transfer-Encoding: chunked\r\n\r\n" + chunks + last_answer},
        Row{"DribbleOfHead", dribble, fields + "Content-Length: 8\r\n\r\n" + last_answer,
            "HEAD /x HTTP/1.1\r\nHost: h\r\n\r\n"},
        Row{"DribbleForHttp10", dribble, echoed("GET /x ", "Connection: close\r\n") + "|FIN",
            "GET /x HTTP/1.0\r\n\r\n"},
        Row{"DribbleForHttp10ThatIsKept", dribble,
            echoed("GET /x ", "Connection: keep-alive\r\n") + last_answer,
            "GET /x HTTP/1.0\r\nConnection: keep-alive\r\n\r\n"},
        Row{"Rate", {.rate = 1000}, echoed("GET /x ") + last_answer},
        Row{"Everything",
            {.delay = 10ms,
             .pieces = 3,
             .duration = 30ms,
             .rate = 2000,
             .wire = Wire::slow_close,
             .time = 10ms},
            fields + "Transfer-Encoding: chunked\r\nConnection: close\r\n\r\n" + chunks + "|FIN"}),
    name_of_row);

class FaultTest : public testing::Test {
  protected:
    // How long the answer to a request and all that follows on its connection takes.
    std::chrono::steady_clock::duration time_of(const string& target) {
        Client client(server_.port());
        const auto begin = std::chrono::steady_clock::now();
        client.send(get(target, "Connection: close\r\n"));
        client.receive_all();
        return std::chrono::steady_clock::now() - begin;
    }

    Faulty faulty_{{{"/delay", {.delay = 100ms}},
                    {"/dribble", {.pieces = 3, .duration = 150ms}},
                    {"/rate", {.rate = 500}},
                    {"/slow_close", {.wire = Wire::slow_close, .time = 100ms}},
                    {"/timeout", {.wire = Wire::timeout, .time = 100ms}},
                    {"/dribble_for_an_hour", {.pieces = 2, .duration = 1h}},
                    {"/a_byte_a_second", {.rate = 1}}}};
    RunningServer server_{faulty_, {.limits = {.drain = 50ms}}};
    Client client_{server_.port()};
};

TEST_F(FaultTest, TakesItsTime) {
    EXPECT_GE(time_of("/delay"), 100ms);
    EXPECT_GE(time_of("/dribble"), 150ms);
    EXPECT_GE(time_of("/rate"), 2ms * echoed("GET /rate ", "Connection: close\r\n").size());
    EXPECT_GE(time_of("/slow_close"), 100ms);
    EXPECT_GE(time_of("/timeout"), 100ms);
}

TEST_F(FaultTest, SendsTheHeadOfADribbleBeforeTheFirstPieceIsDue) {
    const string head = fields + "Transfer-Encoding: chunked\r\n\r\n";
    EXPECT_EQ(client_.exchange(get("/dribble_for_an_hour"), head.size()), head);
    server_.finish();
    EXPECT_EQ(client_.receive_with_end(), "|FIN") << "not a byte of the body";
}

TEST_F(FaultTest, SendsNoMoreThanTheRateAllows) {
    EXPECT_EQ(client_.exchange(get("/a_byte_a_second"), 1), "H");
    server_.finish();
    EXPECT_LT(client_.receive_all().size(), 20u);
}

TEST_F(FaultTest, AnswersInOrderWhatCameBehindAPause) {
    const string chunked = fields + "Transfer-Encoding: chunked\r\n\r\n";
    const string chunks_of_dribble = "5\r\nGET /\r\n4\r\ndrib\r\n4\r\nble \r\n0\r\n\r\n";
    const string answers = echoed("GET /1 ") + echoed("GET /delay ") + echoed("GET /2 ") + chunked +
                           chunks_of_dribble + echoed("GET /3 ");
    for (int i = 0; i < 3; ++i) {
        const string requests = get("/1") + get("/delay") + get("/2") + get("/dribble") + get("/3");
        EXPECT_EQ(client_.exchange(requests, answers.size()), answers) << "round " << i;
    }
}

TEST_F(FaultTest, AnswersWhatIsSentDuringAPause) {
    client_.send(get("/delay"));
    ASSERT_TRUE(faulty_.spoils(1));
    const string answers = echoed("GET /delay ") + echoed("GET /1 ");
    EXPECT_EQ(client_.exchange(get("/1"), answers.size()), answers);
}

TEST_F(FaultTest, AnswersAClientThatHasFinishedSending) {
    client_.send(get("/delay"));
    client_.finish_sending();
    EXPECT_EQ(client_.receive_with_end(), echoed("GET /delay ") + "|FIN");
}

TEST_F(FaultTest, EndsWithoutAResetWhileTheClientSends) {
    client_.send(get("/timeout"));
    ASSERT_TRUE(faulty_.spoils(1));
    client_.send(string(100'000, 'x'));
    EXPECT_EQ(client_.receive_with_end(), "|FIN");
}

TEST_F(FaultTest, OutlivesAClientThatLeavesDuringAPause) {
    for (const string target : {"/delay", "/dribble", "/rate", "/slow_close", "/timeout"}) {
        Client leaving(server_.port());
        leaving.reset_at_close();
        leaving.send(get(target));
        ASSERT_TRUE(faulty_.spoils(1));
    }
    EXPECT_GE(time_of("/delay"), 100ms) << "by now they are due";
    EXPECT_EQ(client_.exchange(get("/1"), echoed("GET /1 ").size()), echoed("GET /1 "));
}

// 20 MB, dribbled for 400 ms.
class Large : public Echo {
  public:
    Answer answer(http::Request request) override {
        if (request.target != "/large") return Echo::answer(request);
        return {{200, {}, string(size, 'l')}, {.pieces = 20, .duration = 400ms}};
    }
    static constexpr size_t size = 20'000'000;
};

TEST(FaultLimits, DoNotCountPauses) {
    Faulty faulty({{"/delay", {.delay = 700ms}}, {"/slow", {.pieces = 2, .duration = 1400ms}}});
    const Limits limits{.idle_timeout = 50ms, .read_timeout = 50ms, .write_timeout = 50ms};
    RunningServer server(faulty, {.limits = limits});
    Client client(server.port());
    client.send(get("/delay") + get("/slow"));
    EXPECT_EQ(client.receive_all(),
              echoed("GET /delay ") + fields +
                  "Transfer-Encoding: chunked\r\n\r\n5\r\nGET /\r\n5\r\nslow \r\n0\r\n\r\n");
}

TEST(FaultLimits, CountWhileTheClientDoesNotReadOn) {
    Large large;
    RunningServer server(large, {.limits = {.idle_timeout = 1500ms, .write_timeout = 50ms}});
    Client stuck(server.port());
    stuck.send(get("/large"));
    stuck.receive(10);
    Client idle(server.port());
    EXPECT_EQ(idle.exchange(get("/"), echoed("GET / ").size()), echoed("GET / "));
    EXPECT_EQ(idle.receive_all(), "") << "closed later than the one that is stuck";
    EXPECT_LT(stuck.receive_all().size(), Large::size);
}

TEST(FaultLimits, DoNotHurryAReaderWhoReadsOn) {
    Large large;
    RunningServer server(large, {});
    Client client(server.port());
    client.send(get("/large", "Connection: close\r\n"));
    const string received = client.receive_all();
    EXPECT_EQ(std::count(received.begin(), received.end(), 'l'),
              static_cast<std::ptrdiff_t>(Large::size) + 1)
        << "one in the head";
    EXPECT_EQ(received.substr(received.size() - 7), "\r\n0\r\n\r\n");
}

}  // namespace
}  // namespace standin::serve
