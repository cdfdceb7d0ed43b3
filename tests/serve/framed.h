// Raw bytes, what the transport is to make of them, and what it does.
#pragma once

#include <gtest/gtest.h>

#include "mock/serve/framing.h"

namespace standin::serve {

using std::string;

inline const Limits small_limits{.body_bytes = 16, .header_bytes = 96, .target_bytes = 24};

inline string text_of(const Head& head) {
    string text = head.request.method + ' ' + head.request.target;
    text += head.version == Version::http_1_0 ? " 1.0" : " 1.1";
    text += head.keep_alive ? " keep" : " close";
    if (head.expects_continue) text += " continue";
    for (const auto& [name, value] : head.request.headers) text += " [" + name + ": " + value + "]";
    return text + " {" + head.request.body + "}\n";
}

// Every request in the bytes, then the refusal or what is left of the bytes.
inline string outcome_of(const string& bytes, size_t piece) {
    Framing framing(small_limits);
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

inline void PrintTo(const Row& row, std::ostream* out) {
    *out << row.name;
}

inline string name_of_row(const testing::TestParamInfo<Row>& info) {
    return info.param.name;
}

// A GET with these header lines behind its Host, and a POST with a body.
inline string get(const string& lines) {
    return "GET / HTTP/1.1\r\nHost: h\r\n" + lines + "\r\n";
}
inline string post(const string& lines, const string& body) {
    return "POST / HTTP/1.1\r\nHost: h\r\n" + lines + "\r\n" + body;
}
inline string line(const string& request_line) {
    return request_line + "\r\nHost: h\r\n\r\n";
}
inline string chunked(const string& body) {
    return post("Transfer-Encoding: chunked\r\n", body);
}
inline string decoded(const string& body) {
    return "POST / 1.1 keep [Host: h] [Transfer-Encoding: chunked] {" + body + "}\n";
}

inline const string no_target = "400 the target is not a request target";
inline const string no_version = "400 the request line does not end in HTTP/1.1 or HTTP/1.0";
inline const string no_method = "400 the method is not a token";
inline const string bare_lf = "400 a line ends without CR";
inline const string control = "400 a header value holds a control character";
inline const string no_number = "400 the Content-Length is not a number";
inline const string no_size = "400 the size of a chunk is not a number";
inline const string too_large = "413 the body is larger than 16 bytes";
inline const string too_long = "414 the target is longer than 24 bytes";
inline const string no_host = "400 the Host is not a host and a port";
inline const string no_coding = "400 the Transfer-Encoding is not \"chunked\"";

}  // namespace standin::serve
