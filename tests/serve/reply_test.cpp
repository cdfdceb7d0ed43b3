// Responses and their bytes.
#include "mock/serve/reply.h"

#include <gtest/gtest.h>

namespace standin::serve {
namespace {

struct Row {
    std::string name;
    http::Response response;
    Manner manner;
    std::string bytes;
};

void PrintTo(const Row& row, std::ostream* out) {
    *out << row.name;
}

class ReplyTable : public testing::TestWithParam<Row> {};

TEST_P(ReplyTable, GivesTheBytes) {
    std::string out = "before ";
    write_reply(out, GetParam().response, GetParam().manner);
    EXPECT_EQ(out, "before " + GetParam().bytes);
}

std::string name_of_row(const testing::TestParamInfo<Row>& row) {
    return row.param.name;
}

INSTANTIATE_TEST_SUITE_P(
    , ReplyTable,
    testing::Values(
        Row{"HeadersInTheirOrder",
            {201, {{"b", "1"}, {"A", "2"}, {"b", "3"}}, "xy"},
            {},
            "HTTP/1.1 201 Created\r\nb: 1\r\nA: 2\r\nb: 3\r\nContent-Length: 2\r\n\r\nxy"},
        Row{"EmptyBody", {200, {}, ""}, {}, "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n"},
        Row{"UnknownStatus",
            {799, {}, ""},
            {},
            "HTTP/1.1 799 Unknown\r\nContent-Length: 0\r\n\r\n"},
        Row{"NoContent", {204, {}, "xy"}, {}, "HTTP/1.1 204 No Content\r\n\r\n"},
        Row{"NotModified",
            {304, {{"ETag", "\"a\""}}, "xy"},
            {},
            "HTTP/1.1 304 Not Modified\r\nETag: \"a\"\r\n\r\n"},
        Row{"Informational", {100, {}, "xy"}, {}, "HTTP/1.1 100 Continue\r\n\r\n"},
        Row{"Head",
            {200, {}, "xy"},
            {.head_only = true},
            "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n"},
        Row{"Close",
            {200, {}, "xy"},
            {.close = true},
            "HTTP/1.1 200 OK\r\nContent-Length: 2\r\nConnection: close\r\n\r\nxy"},
        Row{"KeepAliveSaid",
            {200, {}, "xy"},
            {.http_1_0 = true},
            "HTTP/1.1 200 OK\r\nContent-Length: 2\r\nConnection: keep-alive\r\n\r\nxy"},
        Row{"CloseOutweighsKeepAlive",
            {200, {}, ""},
            {.close = true, .http_1_0 = true},
            "HTTP/1.1 200 OK\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"},
        Row{"TransportsHeadersAreItsOwn",
            {200,
             {{"content-length", "9"}, {"connection", "x"}, {"transfer-encoding", "chunked"}},
             "xy"},
            {},
            "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nxy"},
        Row{"LineEndInAHeader",
            {200, {{"a\r\n", "b\r\nc: d\te"}}, ""},
            {},
            "HTTP/1.1 200 OK\r\na  : b  c: d\te\r\nContent-Length: 0\r\n\r\n"}),
    name_of_row);

}  // namespace
}  // namespace standin::serve
