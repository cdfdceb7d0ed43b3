// What is sent when, and to which end, for every fault and for faults together.
#include "mock/serve/script.h"

#include <gtest/gtest.h>

namespace standin::serve {
namespace {

using fault::Delivery;
using fault::Wire;
using std::string;
using namespace std::chrono_literals;

// "1500ms 10, 50ms 5 x3, 0ms FIN": after 1500 ms 10 bytes, and so on.
string plan_of(const Script& script) {
    const auto text = [](Pause pause) {
        const auto rest = pause.count() % 1000;
        return std::to_string(pause.count() / 1000) +
               (rest ? "." + std::to_string(1000 + rest).substr(1) : "") + "ms ";
    };
    string plan = script.bare ? "bare: " : "";
    for (const Step& step : script.steps) {
        plan += text(step.pause) + std::to_string(step.bytes);
        plan += step.times > 1 ? " x" + std::to_string(step.times) + ", " : ", ";
    }
    constexpr const char* ends[] = {"keep", "FIN", "cut", "RST", "hang"};
    return plan + text(script.pause) + ends[static_cast<size_t>(script.end)];
}

struct Row {
    string name;
    Delivery delivery;
    string bytes;
    string plan;
    Manner manner = {};
    http::Response response = {200, {{"a", "1"}}, "0123456789"};
};

void PrintTo(const Row& row, std::ostream* out) {
    *out << row.name;
}

class ScriptTable : public testing::TestWithParam<Row> {};

TEST_P(ScriptTable, GivesBytesStepsAndEnd) {
    const Row& row = GetParam();
    const Script script = script_of(row.response, row.delivery, row.manner);
    EXPECT_EQ(script.bytes, row.bytes);
    EXPECT_EQ(plan_of(script), row.plan);
    EXPECT_FALSE(is_plain(row.delivery));
    size_t bytes = 0;
    for (const Step& step : script.steps) bytes += step.bytes * step.times;
    EXPECT_EQ(bytes, script.bytes.size()) << "in the steps";
}

string name_of_row(const testing::TestParamInfo<Row>& row) {
    return row.param.name;
}

const Delivery dribble{.pieces = 3, .duration = 300ms};
const Delivery truncated{.wire = Wire::truncated_body};
const Manner head_only{.head_only = true};
const Manner last{.close = true};

const string head = "HTTP/1.1 200 OK\r\na: 1\r\nContent-Length: 10\r\n\r\n";  // 45 bytes
const string last_head =
    "HTTP/1.1 200 OK\r\na: 1\r\nContent-Length: 10\r\nConnection: close\r\n\r\n";  // 64
const string kept_head =
    "HTTP/1.1 200 OK\r\na: 1\r\nContent-Length: 10\r\nConnection: keep-alive\r\n\r\n";        // 69
const string chunked_head = "HTTP/1.1 200 OK\r\na: 1\r\nTransfer-Encoding: chunked\r\n\r\n";  // 53
const string last_chunked_head =
    "HTTP/1.1 200 OK\r\na: 1\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n";  // 72
const string body = "0123456789";
const string three_chunks = "4\r\n0123\r\n3\r\n456\r\n3\r\n789\r\n0\r\n\r\n";  // 9, 8 and 13 bytes
const http::Response empty = {200, {}, ""};
const http::Response no_content = {204, {}, "xy"};
const http::Response unmodified = {304, {}, "xy"};

INSTANTIATE_TEST_SUITE_P(
    Once, ScriptTable,
    testing::Values(
        Row{"Delay", {.delay = 250ms}, head + body, "250ms 55, 0ms keep"},
        Row{"DelayOfTheLastResponse",
            {.delay = 250ms},
            last_head + body,
            "250ms 74, 0ms FIN",
            last},
        Row{"DelayBeyondAYear", {.delay = 999999h}, head + body, "31536000000ms 55, 0ms keep"},
        Row{"DelayBelowNothing", {.delay = -5ms}, head + body, "0ms 55, 0ms keep"},
        Row{"Dribble", dribble, chunked_head + three_chunks,
            "0ms 53, 100ms 9, 100ms 8, 100ms 13, 0ms keep"},
        Row{"DribbleOfUnevenTime",
            {.pieces = 3, .duration = 100ms},
            chunked_head + three_chunks,
            "0ms 53, 33.333ms 9, 33.333ms 8, 33.333ms 13, 0ms keep"},
        Row{"DribbleInOnePiece",
            {.pieces = 1, .duration = 100ms},
            chunked_head + "a\r\n0123456789\r\n0\r\n\r\n",
            "0ms 53, 100ms 20, 0ms keep"},
        Row{"DribbleInNoTime",
            {.pieces = 2},
            chunked_head + "5\r\n01234\r\n5\r\n56789\r\n0\r\n\r\n",
            "0ms 53, 0ms 10, 0ms 15, 0ms keep"},
        Row{"DribbleInMorePiecesThanBytes",
            {.pieces = 1000, .duration = 30ms},
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1\r\na\r\n1\r\nb\r\n1\r\nc\r\n"
            "0\r\n\r\n",
            "0ms 47, 10ms 6 x2, 10ms 11, 0ms keep",
            {},
            {200, {}, "abc"}},
        Row{"DribbleOfAnEmptyBody",
            {.pieces = 4, .duration = 100ms},
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
            "0ms 47, 100ms 5, 0ms keep",
            {},
            empty},
        Row{"DribbleOfTheLastResponse", dribble, last_chunked_head + three_chunks,
            "0ms 72, 100ms 9, 100ms 8, 100ms 13, 0ms FIN", last},
        Row{"DribbleForHttp10",
            dribble,
            kept_head + body,
            "0ms 69, 100ms 4, 100ms 3 x2, 0ms keep",
            {.http_1_0 = true}},
        Row{"DribbleOfAnEmptyBodyForHttp10",
            dribble,
            "HTTP/1.1 200 OK\r\nContent-Length: 0\r\nConnection: close\r\n\r\n",
            "0ms 57, 0ms FIN",
            {.close = true, .http_1_0 = true},
            empty},
        Row{"Rate", {.rate = 100}, head + body, "50ms 5 x11, 0ms keep"},
        Row{"RateThatLeavesARest", {.rate = 400}, head + body, "50ms 20 x2, 37.500ms 15, 0ms keep"},
        Row{"RateBelowOneBytePerSlice", {.rate = 4}, head + body, "250ms 1 x55, 0ms keep"},
        Row{"RateThatTakesNoTime",
            {.rate = std::numeric_limits<size_t>::max()},
            head + body,
            "0ms 55, 0ms keep"}),
    name_of_row);

INSTANTIATE_TEST_SUITE_P(
    WireFault, ScriptTable,
    testing::Values(
        Row{"EmptyResponse", {.wire = Wire::empty_response}, "", "0ms cut"},
        Row{"MalformedResponseChunk",
            {.wire = Wire::malformed_response_chunk, .garbage = "zz\r\n!"},
            chunked_head + "zz\r\n!",
            "0ms 58, 0ms cut"},
        Row{"MalformedResponseChunkWithoutGarbage",
            {.wire = Wire::malformed_response_chunk},
            chunked_head,
            "0ms 53, 0ms cut"},
        Row{"RandomDataThenClose",
            {.wire = Wire::random_data_then_close, .garbage = "zz\r\n!"},
            "zz\r\n!",
            "bare: 0ms 5, 0ms cut"},
        Row{"ConnectionResetByPeer", {.wire = Wire::connection_reset_by_peer}, "", "0ms RST"},
        Row{"TruncatedBody", truncated, head + "01234", "0ms 50, 0ms cut"},
        Row{"TruncatedBodyOfAnOddLength",
            truncated,
            "HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\na",
            "0ms 39, 0ms cut",
            {},
            {200, {}, "abc"}},
        Row{"TruncatedBodyOfOneByte",
            truncated,
            "HTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\n",
            "0ms 38, 0ms cut",
            {},
            {200, {}, "a"}},
        Row{"TruncatedBodyThatIsEmpty",
            truncated,
            "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n",
            "0ms 38, 0ms cut",
            {},
            empty},
        Row{"Timeout", {.wire = Wire::timeout, .time = 700ms}, "", "700ms cut"},
        Row{"TimeoutWithoutATime", {.wire = Wire::timeout}, "", "0ms hang"},
        Row{"LimitInTheHead",
            {.wire = Wire::limit_data, .bytes = 12},
            "HTTP/1.1 200",
            "0ms 12, 0ms cut"},
        Row{"LimitInTheBody",
            {.wire = Wire::limit_data, .bytes = 47},
            head + "01",
            "0ms 47, 0ms cut"},
        Row{"LimitOfNothing", {.wire = Wire::limit_data}, "", "0ms cut"},
        Row{"LimitBeyondTheResponse",
            {.wire = Wire::limit_data, .bytes = 1000},
            head + body,
            "0ms 55, 0ms cut"},
        Row{"SlowClose",
            {.wire = Wire::slow_close, .time = 700ms},
            last_head + body,
            "0ms 74, 700ms FIN"},
        Row{"SlowCloseInNoTime", {.wire = Wire::slow_close}, last_head + body, "0ms 74, 0ms FIN"}),
    name_of_row);

const string head_204 = "HTTP/1.1 204 No Content\r\n\r\n";
const string head_304 = "HTTP/1.1 304 Not Modified\r\n\r\n";

INSTANTIATE_TEST_SUITE_P(
    WithoutABody, ScriptTable,
    testing::Values(
        Row{"HeadDribbles", dribble, head, "0ms 45, 0ms keep", head_only},
        Row{"HeadIsTruncated", truncated, head, "0ms 45, 0ms cut", head_only},
        Row{"HeadIsMalformed",
            {.wire = Wire::malformed_response_chunk, .garbage = "zz"},
            chunked_head,
            "0ms 53, 0ms cut",
            head_only},
        Row{"HeadIsLimited",
            {.wire = Wire::limit_data, .bytes = 4},
            "HTTP",
            "0ms 4, 0ms cut",
            head_only},
        Row{"NoContentDribbles", dribble, head_204, "0ms 27, 0ms keep", {}, no_content},
        Row{"NoContentIsTruncated", truncated, head_204, "0ms 27, 0ms cut", {}, no_content},
        Row{"NoContentIsMalformed",
            {.wire = Wire::malformed_response_chunk, .garbage = "zz"},
            head_204,
            "0ms 27, 0ms cut",
            {},
            no_content},
        Row{"NotModifiedIsTruncated", truncated, head_304, "0ms 29, 0ms cut", {}, unmodified}),
    name_of_row);

INSTANTIATE_TEST_SUITE_P(
    Together, ScriptTable,
    testing::Values(
        Row{"DelayAndDribble",
            {.delay = 50ms, .pieces = 3, .duration = 300ms},
            chunked_head + three_chunks,
            "50ms 53, 100ms 9, 100ms 8, 100ms 13, 0ms keep"},
        Row{"DelayAndRate",
            {.delay = 1s, .rate = 100},
            head + body,
            "1050ms 5, 50ms 5 x10, 0ms keep"},
        Row{"DribbleAndRate",
            {.pieces = 3, .duration = 300ms, .rate = 200},
            chunked_head + three_chunks,
            "50ms 10 x5, 15ms 3, 145ms 9, 140ms 8, 150ms 10, 15ms 3, 0ms keep"},
        Row{"DelayAndDribbleAndRateAndSlowClose",
            {.delay = 1s,
             .pieces = 3,
             .duration = 300ms,
             .rate = 1000,
             .wire = Wire::slow_close,
             .time = 5s},
            last_chunked_head + three_chunks,
            "1050ms 50, 22ms 22, 109ms 9, 108ms 8, 113ms 13, 5000ms FIN"},
        Row{"DelayAndEmptyResponse", {.delay = 50ms, .wire = Wire::empty_response}, "", "50ms cut"},
        Row{"DelayAndReset",
            {.delay = 50ms, .wire = Wire::connection_reset_by_peer},
            "",
            "50ms RST"},
        Row{"DelayAndTimeout",
            {.delay = 50ms, .wire = Wire::timeout, .time = 700ms},
            "",
            "750ms cut"},
        Row{"DelayAndTimeoutWithoutATime", {.delay = 50ms, .wire = Wire::timeout}, "", "50ms hang"},
        Row{"DelayAndRandomDataAtARate",
            {.delay = 1s, .rate = 100, .wire = Wire::random_data_then_close, .garbage = "0123456"},
            "0123456",
            "bare: 1050ms 5, 20ms 2, 0ms cut"},
        Row{"DribbleAndMalformedResponseChunk",
            {.pieces = 3,
             .duration = 300ms,
             .wire = Wire::malformed_response_chunk,
             .garbage = "zz"},
            chunked_head + "zz",
            "0ms 55, 0ms cut"},
        Row{"DribbleAndTruncatedBody",
            {.pieces = 3, .duration = 300ms, .wire = Wire::truncated_body},
            head + "01234",
            "0ms 45, 100ms 4, 100ms 1, 0ms cut"},
        Row{"DribbleAndLimit",
            {.pieces = 3, .duration = 300ms, .wire = Wire::limit_data, .bytes = 57},
            chunked_head + "4\r\n0",
            "0ms 53, 100ms 4, 0ms cut"},
        Row{"DribbleAndLimitWithinTheHead",
            {.pieces = 3, .duration = 300ms, .wire = Wire::limit_data, .bytes = 53},
            chunked_head,
            "0ms 53, 0ms cut"},
        Row{"DelayAndLimitOfNothing", {.delay = 50ms, .wire = Wire::limit_data}, "", "50ms cut"},
        Row{"RateAndLimit",
            {.rate = 100, .wire = Wire::limit_data, .bytes = 12},
            "HTTP/1.1 200",
            "50ms 5 x2, 20ms 2, 0ms cut"}),
    name_of_row);

TEST(Script, IsNeededForNoPlainDelivery) {
    EXPECT_TRUE(is_plain({}));
    EXPECT_TRUE(is_plain({.bytes = 1, .time = 1ms, .garbage = "z"})) << "they belong to no fault";
}

}  // namespace
}  // namespace standin::serve
