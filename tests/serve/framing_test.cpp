// Raw bytes and what the transport makes of them: one row, one test.
#include "mock/serve/framing.h"

#include <gtest/gtest.h>

namespace standin::serve {
namespace {

using std::string;

const Limits limits{.body_bytes = 16, .header_bytes = 96, .target_bytes = 24};

string text_of(const Head& head) {
    string text = head.request.method + ' ' + head.request.target;
    text += head.version == Version::http_1_0 ? " 1.0" : " 1.1";
    text += head.keep_alive ? " keep" : " close";
    if (head.expects_continue) text += " continue";
    for (const auto& [name, value] : head.request.headers) text += " [" + name + ": " + value + "]";
    return text + " {" + head.request.body + "}\n";
}

// Every request in the bytes, then the refusal or what is left of the bytes.
string outcome_of(const string& bytes, size_t piece) {
    Framing framing(limits);
    string text;
    string pending;
    for (size_t at = 0; at < bytes.size(); at += piece) {
        pending += bytes.substr(at, piece);
        pending.erase(0, framing.take(pending));
        while (framing.state() == Framing::State::whole) {
            text += text_of(framing.head());
            framing.next();
            pending.erase(0, framing.take(pending));
        }
        if (framing.state() == Framing::State::refused) {
            EXPECT_EQ(framing.request().body, "");
            return text + std::to_string(framing.refusal().status) + ' ' + framing.refusal().why;
        }
    }
    return text + (framing.in_body() ? "in body" : pending.empty() ? "" : "in head");
}

struct Row {
    string name;
    string bytes;
    string outcome;
};

void PrintTo(const Row& row, std::ostream* out) {
    *out << row.name;
}

class FramingTable : public testing::TestWithParam<Row> {};

TEST_P(FramingTable, GivesTheOutcome) {
    EXPECT_EQ(outcome_of(GetParam().bytes, GetParam().bytes.size()), GetParam().outcome);
}

TEST_P(FramingTable, GivesTheSameByteByByte) {
    EXPECT_EQ(outcome_of(GetParam().bytes, 1), GetParam().outcome);
}

string name_of_row(const testing::TestParamInfo<Row>& info) {
    return info.param.name;
}

// A GET with these header lines behind its Host, and a POST with a body.
string get(const string& lines) {
    return "GET / HTTP/1.1\r\nHost: h\r\n" + lines + "\r\n";
}
string post(const string& lines, const string& body) {
    return "POST / HTTP/1.1\r\nHost: h\r\n" + lines + "\r\n" + body;
}
string line(const string& request_line) {
    return request_line + "\r\nHost: h\r\n\r\n";
}
string chunked(const string& body) {
    return post("Transfer-Encoding: chunked\r\n", body);
}
string decoded(const string& body) {
    return "POST / 1.1 keep [Host: h] [Transfer-Encoding: chunked] {" + body + "}\n";
}

const string no_target = "400 the target is not a request target";
const string no_version = "400 the request line does not end in HTTP/1.1 or HTTP/1.0";
const string no_method = "400 the method is not a token";
const string bare_lf = "400 a line ends without CR";
const string control = "400 a header value holds a control character";
const string no_number = "400 the Content-Length is not a number";
const string no_size = "400 the size of a chunk is not a number";
const string too_large = "413 the body is larger than 16 bytes";
const string too_long = "414 the target is longer than 24 bytes";
const string no_host = "400 the Host is not a host and a port";
const string no_coding = "400 the Transfer-Encoding is not \"chunked\"";

INSTANTIATE_TEST_SUITE_P(
    RequestLine, FramingTable,
    testing::Values(
        Row{"Get", line("GET /a?b=c HTTP/1.1"), "GET /a?b=c 1.1 keep [Host: h] {}\n"},
        Row{"Trace", line("TRACE / HTTP/1.1"), "TRACE / 1.1 keep [Host: h] {}\n"},
        Row{"Query", line("QUERY / HTTP/1.1"), "QUERY / 1.1 keep [Host: h] {}\n"},
        Row{"Purge", line("PURGE / HTTP/1.1"), "PURGE / 1.1 keep [Host: h] {}\n"},
        Row{"LowerCaseMethod", line("get / HTTP/1.1"), "get / 1.1 keep [Host: h] {}\n"},
        Row{"CustomMethod", line("M-SEARCH! / HTTP/1.1"), "M-SEARCH! / 1.1 keep [Host: h] {}\n"},
        Row{"Asterisk", line("OPTIONS * HTTP/1.1"), "OPTIONS * 1.1 keep [Host: h] {}\n"},
        Row{"Authority", line("CONNECT a:443 HTTP/1.1"), "CONNECT a:443 1.1 keep [Host: h] {}\n"},
        Row{"AbsoluteForm", line("GET http://e:81/a?b HTTP/1.1"),
            "GET /a?b 1.1 keep [Host: e:81] {}\n"},
        Row{"AbsoluteFormWithoutPath", line("GET HTTP://e HTTP/1.1"),
            "GET / 1.1 keep [Host: e] {}\n"},
        Row{"AbsoluteFormWithQueryAlone", line("GET https://e?b HTTP/1.1"),
            "GET /?b 1.1 keep [Host: e] {}\n"},
        Row{"AbsoluteFormOfTheServer", line("OPTIONS http://e HTTP/1.1"),
            "OPTIONS * 1.1 keep [Host: e] {}\n"},
        Row{"AbsoluteFormWithoutHost", line("GET http:///a HTTP/1.1"), no_host},
        Row{"AbsoluteFormWithUser", line("GET http://u@e/ HTTP/1.1"), no_host},
        Row{"AbsoluteFormBesideNoHost", "GET http://e/ HTTP/1.1\r\n\r\n",
            "400 the request has no Host header"},
        Row{"PercentEncoded", line("GET /%2F%zz%00 HTTP/1.1"),
            "GET /%2F%zz%00 1.1 keep [Host: h] {}\n"},
        Row{"TwoSlashes", line("GET //a HTTP/1.1"), "GET //a 1.1 keep [Host: h] {}\n"},
        Row{"SchemeInQuery", line("GET /?u=http://e HTTP/1.1"),
            "GET /?u=http://e 1.1 keep [Host: h] {}\n"},
        Row{"LaterMinorVersion", line("GET / HTTP/1.2"), "GET / 1.1 keep [Host: h] {}\n"},
        Row{"EmptyLineBefore", "\r\n" + line("GET / HTTP/1.1"), "GET / 1.1 keep [Host: h] {}\n"},
        Row{"TwoEmptyLinesBefore", "\r\n\r\n" + line("GET / HTTP/1.1"),
            "400 the request line is empty"},
        Row{"ForeignScheme", line("GET ftp://e/ HTTP/1.1"), no_target},
        Row{"RelativeTarget", line("GET a HTTP/1.1"), no_target},
        Row{"AsteriskForGet", line("GET * HTTP/1.1"), no_target},
        Row{"Fragment", line("GET /a#b HTTP/1.1"), no_target},
        Row{"NulInTarget", line(string("GET /a\0b HTTP/1.1", 17)), no_target},
        Row{"TabInTarget", line("GET /a\tb HTTP/1.1"), no_target},
        Row{"TwoSpaces", line("GET  / HTTP/1.1"), no_target},
        Row{"SpaceBefore", line(" GET / HTTP/1.1"), no_method},
        Row{"NulInMethod", line(string("G\0T / HTTP/1.1", 14)), no_method},
        Row{"MethodIsNoToken", line("GE(T / HTTP/1.1"), no_method},
        Row{"NoVersion", line("GET /"), no_version},
        Row{"Version2", line("GET / HTTP/2.0"), no_version},
        Row{"VersionInLowerCase", line("GET / http/1.1"), no_version},
        Row{"SpaceAfter", line("GET / HTTP/1.1 "), no_version},
        Row{"LongestTarget", line("GET /" + string(23, 'a') + " HTTP/1.1"),
            "GET /" + string(23, 'a') + " 1.1 keep [Host: h] {}\n"},
        Row{"TargetTooLong", line("GET /" + string(24, 'a') + " HTTP/1.1"), too_long},
        Row{"EndlessTarget", "GET /" + string(200, 'a'), too_long},
        Row{"EndlessMethod", string(200, 'a'), "400 the method is too long"},
        Row{"BareLf", "GET / HTTP/1.1\nHost: h\n\n", bare_lf}),
    name_of_row);

INSTANTIATE_TEST_SUITE_P(
    Headers, FramingTable,
    testing::Values(
        Row{"OrderAndRepetition", get("b: 1\r\nA: 2\r\nB: 3\r\n"),
            "GET / 1.1 keep [Host: h] [b: 1] [A: 2] [B: 3] {}\n"},
        Row{"NoSpaceAfterColon", get("a:1\r\n"), "GET / 1.1 keep [Host: h] [a: 1] {}\n"},
        Row{"SpaceAround", get("a: \t1 2 \t\r\n"), "GET / 1.1 keep [Host: h] [a: 1 2] {}\n"},
        Row{"EmptyValue", get("a:\r\n"), "GET / 1.1 keep [Host: h] [a: ] {}\n"},
        Row{"ColonInValue", get("a: b:c\r\n"), "GET / 1.1 keep [Host: h] [a: b:c] {}\n"},
        Row{"Utf8Value", get("a: \xc3\xa4\r\n"), "GET / 1.1 keep [Host: h] [a: \xc3\xa4] {}\n"},
        Row{"Close", get("connection: Close\r\n"),
            "GET / 1.1 close [Host: h] [connection: Close] {}\n"},
        Row{"CloseInAList", get("Connection: a, close\r\n"),
            "GET / 1.1 close [Host: h] [Connection: a, close] {}\n"},
        Row{"OldVersion", "GET / HTTP/1.0\r\n\r\n", "GET / 1.0 close {}\n"},
        Row{"OldVersionKeepsAlive", "GET / HTTP/1.0\r\nConnection: Keep-Alive\r\n\r\n",
            "GET / 1.0 keep [Connection: Keep-Alive] {}\n"},
        Row{"ObsoleteFold", get("a: 1\r\n 2\r\n"), "400 a header line begins with white space"},
        Row{"SpaceBeforeColon", get("a : 1\r\n"),
            "400 white space stands before the colon of a header"},
        Row{"NoColon", get("a\r\n"), "400 a header line has no colon"},
        Row{"EmptyName", get(": 1\r\n"), "400 a header name is not a token"},
        Row{"NameIsNoToken", get("a b: 1\r\n"), "400 a header name is not a token"},
        Row{"NulInValue", get(string("a: 1\0002\r\n", 8)), control},
        Row{"NulInName", get(string("a\0: 1\r\n", 7)), "400 a header name is not a token"},
        Row{"BareCr", get("a: 1\r2\r\n"), control}, Row{"BareLf", get("a: 1\nb: 2\r\n"), bare_lf},
        Row{"NoHost", "GET / HTTP/1.1\r\n\r\n", "400 the request has no Host header"},
        Row{"TwoHosts", get("host: h\r\n"), "400 the request has several Host headers"},
        Row{"TwoHostsInOldVersion", "GET / HTTP/1.0\r\nHost: h\r\nHost: h\r\n\r\n",
            "400 the request has several Host headers"},
        Row{"HostWithPort", "GET / HTTP/1.1\r\nHOST: [::1]:80\r\n\r\n",
            "GET / 1.1 keep [HOST: [::1]:80] {}\n"},
        Row{"EmptyHost", "GET / HTTP/1.1\r\nHost:\r\n\r\n", "GET / 1.1 keep [Host: ] {}\n"},
        Row{"TwoHostsInOne", "GET / HTTP/1.1\r\nHost: a, b\r\n\r\n", no_host},
        Row{"HostWithPath", "GET / HTTP/1.1\r\nHost: a/b\r\n\r\n", no_host},
        Row{"HostWithUser", "GET / HTTP/1.1\r\nHost: a@b\r\n\r\n", no_host},
        Row{"LongestHeaders", get("a: " + string(80, 'b') + "\r\n"),
            "GET / 1.1 keep [Host: h] [a: " + string(80, 'b') + "] {}\n"},
        Row{"HeadersTooLong", get("a: " + string(81, 'b') + "\r\n"),
            "431 the headers are longer than 96 bytes"},
        Row{"EndlessHeader", "GET / HTTP/1.1\r\na: " + string(200, 'b'),
            "431 the headers are longer than 96 bytes"},
        Row{"Unfinished", "GET / HTTP/1.1\r\nHost: h\r\n", "in head"}),
    name_of_row);

INSTANTIATE_TEST_SUITE_P(
    Bodies, FramingTable,
    testing::Values(
        Row{"Length", post("Content-Length: 3\r\n", "abc"),
            "POST / 1.1 keep [Host: h] [Content-Length: 3] {abc}\n"},
        Row{"LengthZero", post("Content-Length: 0\r\n", ""),
            "POST / 1.1 keep [Host: h] [Content-Length: 0] {}\n"},
        Row{"NoLength", post("", ""), "POST / 1.1 keep [Host: h] {}\n"},
        Row{"BodyOfAGet", get("content-length: 1\r\n") + "a",
            "GET / 1.1 keep [Host: h] [content-length: 1] {a}\n"},
        Row{"NulInBody", post("Content-Length: 3\r\n", string("a\0b", 3)),
            string("POST / 1.1 keep [Host: h] [Content-Length: 3] {a\0b}\n", 52)},
        Row{"SameLengthTwice", post("Content-Length: 1\r\nContent-Length: 1\r\n", "a"),
            "POST / 1.1 keep [Host: h] [Content-Length: 1] [Content-Length: 1] {a}\n"},
        Row{"SameLengthInAList", post("Content-Length: 1, 1\r\n", "a"),
            "POST / 1.1 keep [Host: h] [Content-Length: 1, 1] {a}\n"},
        Row{"LengthsDiffer", post("Content-Length: 1\r\nContent-Length: 2\r\n", "ab"),
            "400 two Content-Lengths differ"},
        Row{"LengthsDifferInAList", post("Content-Length: 1, 2\r\n", "ab"),
            "400 two Content-Lengths differ"},
        Row{"LengthBeforeAComma", post("Content-Length: 1,\r\n", "a"), no_number},
        Row{"LengthBehindAComma", post("Content-Length: ,1\r\n", "a"), no_number},
        Row{"LengthWithSign", post("Content-Length: +1\r\n", "a"), no_number},
        Row{"LengthNegative", post("Content-Length: -1\r\n", "a"), no_number},
        Row{"LengthEmpty", post("Content-Length:\r\n", ""), no_number},
        Row{"LengthHexadecimal", post("Content-Length: 0x1\r\n", "a"), no_number},
        Row{"LengthAndMore", post("Content-Length: 1 1\r\n", "a"), no_number},
        Row{"Largest", post("Content-Length: 16\r\n", string(16, 'a')),
            "POST / 1.1 keep [Host: h] [Content-Length: 16] {" + string(16, 'a') + "}\n"},
        Row{"TooLargeBeforeItComes", post("Content-Length: 17\r\n", ""), too_large},
        Row{"LengthOverflows", post("Content-Length: 99999999999999999999999\r\n", ""), too_large},
        Row{"Unfinished", post("Content-Length: 3\r\n", "ab"), "in body"},
        Row{"Continue", post("Expect: 100-Continue\r\nContent-Length: 1\r\n", "a"),
            "POST / 1.1 keep continue [Host: h] [Expect: 100-Continue] [Content-Length: 1] {a}\n"},
        Row{"ContinueInOldVersion",
            "POST / HTTP/1.0\r\nExpect: 100-continue\r\nContent-Length: 1\r\n\r\na",
            "POST / 1.0 close [Expect: 100-continue] [Content-Length: 1] {a}\n"},
        Row{"Pipelined", get("") + post("Content-Length: 1\r\n", "a") + get(""),
            "GET / 1.1 keep [Host: h] {}\nPOST / 1.1 keep [Host: h] [Content-Length: 1] {a}\n"
            "GET / 1.1 keep [Host: h] {}\n"},
        Row{"EmptyLineBetween", post("Content-Length: 1\r\n", "a\r\n") + get(""),
            "POST / 1.1 keep [Host: h] [Content-Length: 1] {a}\nGET / 1.1 keep [Host: h] {}\n"}),
    name_of_row);

INSTANTIATE_TEST_SUITE_P(
    Chunks, FramingTable,
    testing::Values(
        Row{"Two", chunked("3\r\nabc\r\nA\r\n0123456789\r\n0\r\n\r\n"), decoded("abc0123456789")},
        Row{"None", chunked("0\r\n\r\n"), decoded("")},
        Row{"LeadingZeros", chunked("001\r\na\r\n000\r\n\r\n"), decoded("a")},
        Row{"Extension", chunked("1;a=\"b\"\r\nc\r\n0;d\r\n\r\n"), decoded("c")},
        Row{"Trailers", chunked("1\r\na\r\n0\r\nb: c\r\nd: e\r\n\r\n"), decoded("a")},
        Row{"SpaceBeforeExtension", chunked("1 ;a=b\r\nc\r\n0\r\n\r\n"), decoded("c")},
        Row{"CodingInUpperCase", post("Transfer-Encoding: CHUNKED\r\n", "0\r\n\r\n"),
            "POST / 1.1 keep [Host: h] [Transfer-Encoding: CHUNKED] {}\n"},
        Row{"Pipelined", chunked("1\r\na\r\n0\r\n\r\n") + get(""),
            decoded("a") + "GET / 1.1 keep [Host: h] {}\n"},
        Row{"NotHexadecimal", chunked("g\r\n"), no_size},
        Row{"EmptySize", chunked("\r\n"), no_size}, Row{"SignedSize", chunked("-1\r\n"), no_size},
        Row{"PrefixedSize", chunked("0x1\r\n"), no_size},
        Row{"SpaceBeforeSize", chunked(" 1\r\na\r\n"), no_size},
        Row{"SpaceAfterSize", chunked("1 \r\na\r\n"), no_size},
        Row{"SizeOverflows", chunked("ffffffffffffffff1\r\n"), no_size},
        Row{"NulInExtension", chunked(string("1;\0\r\n", 5)), no_size},
        Row{"BareLfAfterSize", chunked("1\na\r\n"), bare_lf},
        Row{"BareLfInTrailer", chunked("0\r\na: b\n\r\n"), bare_lf},
        Row{"BareCrInExtension", chunked("1;a\rb\r\nc\r\n"), no_size},
        Row{"FoldedTrailer", chunked("0\r\na: b\r\n c\r\n\r\n"),
            "400 a header line begins with white space"},
        Row{"TrailerWithoutColon", chunked("0\r\nGET / HTTP/1.1\r\n\r\n"),
            "400 a header line has no colon"},
        Row{"SpaceBeforeColonOfTrailer", chunked("0\r\na : b\r\n\r\n"),
            "400 white space stands before the colon of a header"},
        Row{"BareCrInTrailer", chunked("0\r\na: b\rc\r\n\r\n"), control},
        Row{"LongerThanItsSize", chunked("1\r\nab\r\n"), "400 a chunk is longer than its size"},
        Row{"BareLfAfterData", chunked("1\r\na\n"), "400 a chunk is longer than its size"},
        Row{"EndlessExtension", chunked("1;" + string(2000, 'a')),
            "400 the line of a chunk's size is too long"},
        Row{"EndlessTrailer", chunked("0\r\n" + string(200, 'a')),
            "431 the trailers are longer than 96 bytes"},
        Row{"OneTooLarge", chunked("11\r\n"), too_large},
        Row{"TogetherTooLarge", chunked("10\r\n0123456789abcdef\r\n1\r\n"), too_large},
        Row{"Unfinished", chunked("3\r\nab"), "in body"},
        Row{"WithLength", post("Content-Length: 1\r\nTransfer-Encoding: chunked\r\n", ""),
            "400 Content-Length and Transfer-Encoding stand together"},
        Row{"OtherCoding", post("Transfer-Encoding: gzip\r\n", ""), no_coding},
        Row{"OtherCodingFirst", post("Transfer-Encoding: gzip, chunked\r\n", ""), no_coding},
        Row{"TwiceCoded", post("Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n", ""),
            no_coding},
        Row{"InOldVersion", "POST / HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n",
            "400 HTTP/1.0 has no Transfer-Encoding"}),
    name_of_row);

}  // namespace
}  // namespace standin::serve
