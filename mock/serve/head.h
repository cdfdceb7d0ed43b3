// The head of a request: request line and header lines, and what they say about its body.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "mock/http/message.h"
#include "mock/serve/refusal.h"

namespace standin::serve {

enum class Version : uint8_t { http_1_0, http_1_1 };

struct Head {
    http::Request request;  // the body is empty
    Version version = Version::http_1_1;
    bool keep_alive = false;  // what the client asks for (RFC 9112, section 9.3)
    bool chunked = false;
    size_t content_length = 0;
    bool expects_continue = false;  // RFC 9110, section 10.1.1
};

// Reads a head whose lines all end in CRLF, the empty one included (RFC 9112, sections 2 to 6).
// Strict where leniency lets two parties see different requests. On a refusal `head` holds what
// was understood before it. An absolute-form target becomes its origin-form, and its authority the
// Host (section 3.2.2). Header fields are kept as they were sent.
std::optional<Refusal> read_head(std::string_view text, size_t target_limit, Head& head);

// One header line, or one of a chunked body's trailers, which has no CRLF.
std::optional<Refusal> read_field(std::string_view line, http::Headers& headers);

// The first of these alone; `line` has no CRLF.
std::optional<Refusal> read_request_line(std::string_view line, size_t target_limit, Head& head);

}  // namespace standin::serve
