// A request and a response: what was read from the wire and what will be written to it, without
// sockets.
#pragma once

#include <string>
#include <string_view>

#include "mock/http/headers.h"

namespace standin::http {

struct Request {
    std::string method;  // as sent, methods are case-sensitive (RFC 9110, section 9.1)
    std::string target;  // origin-form (RFC 9112, section 3.2.1): "/things?limit=3", not decoded
    Headers headers;
    std::string body;
    std::string base = {};  // taken off the target: the path under which the client has the mock

    std::string_view path() const;   // of the target, before "?"
    std::string_view query() const;  // of the target, after "?"; "" where there is none
};

struct Response {
    int status = 200;
    Headers headers;  // without Content-Length and Connection, which belong to the transport
    std::string body;
};

// The reason phrase of a status code in IANA's registry (RFC 9110, section 16.2.1); "Unknown" for
// codes that it does not name.
std::string_view reason_of(int status);

// Percent-decodes a path segment; '+' stands for itself (RFC 3986, section 2.1). A '%' without two
// hexadecimal digits after it is kept as it is.
std::string decode_segment(std::string_view text);

// Percent-decodes a part of a query, where '+' is a space (HTML's urlencoded form).
std::string decode_query(std::string_view text);

// Percent-encodes everything but the unreserved characters (RFC 3986, section 2.3).
std::string encode(std::string_view text);

}  // namespace standin::http
