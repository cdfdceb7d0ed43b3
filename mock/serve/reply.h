// How a response is put into bytes.
#pragma once

#include <string>

#include "mock/http/message.h"

namespace standin::serve {

// What the connection adds to a response.
struct Manner {
    bool head_only = false;        // the request's method was HEAD (RFC 9110, section 9.3.2)
    bool close = false;            // this is the connection's last response
    bool says_keep_alive = false;  // an HTTP/1.0 client asked for it
};

// Appends the status line, the response's own headers in their order, Content-Length, and
// Connection where `manner` calls for it; then the body. Nothing depends on the time or the place,
// so the same response gives the same bytes. 1xx, 204 and 304 get no Content-Length and no body
// (RFC 9112, section 6.3). A control character in a header becomes a space: what a client sent and
// gets back in a header cannot end the line there.
void write_reply(std::string& out, const http::Response& response, const Manner& manner);

}  // namespace standin::serve
