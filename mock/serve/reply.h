// How a response is put into bytes.
#pragma once

#include <string>

#include "mock/http/message.h"

namespace standin::serve {

// What the connection adds to a response.
struct Manner {
    bool head_only = false;  // the request's method was HEAD (RFC 9110, section 9.3.2)
    bool close = false;      // this is the connection's last response
    bool http_1_0 = false;   // the client's version: it is told keep-alive, and reads no chunks
    bool chunked = false;    // the body comes in chunks (RFC 9112, section 7.1)
};

// Whether a body follows the head: not after HEAD, and never with 1xx, 204 and 304
// (RFC 9112, section 6.3).
bool sends_body(const http::Response& response, const Manner& manner);

// Appends the status line, the response's own headers in their order, Content-Length or, where the
// body comes in chunks, Transfer-Encoding, and Connection where `manner` calls for it. Nothing
// depends on the time or the place, so the same response gives the same bytes. 1xx, 204 and 304 get
// neither of the two. A control character in a header becomes a space: what a client sent and gets
// back in a header cannot end the line there.
void write_head(std::string& out, const http::Response& response, const Manner& manner);

// Appends the head and, where it is sent, the body, which does not come in chunks.
void write_reply(std::string& out, const http::Response& response, const Manner& manner);

}  // namespace standin::serve
