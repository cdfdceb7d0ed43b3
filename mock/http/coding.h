// Content codings: how a body is compressed (RFC 9110, section 8.4).
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "mock/http/message.h"

namespace standin::http {

// What Accept-Encoding says in an answer to a request of another coding (section 15.5.16).
inline constexpr std::string_view understood_codings = "gzip, deflate, identity";

struct Decoded {
    enum class Is : uint8_t { done, unknown, broken, too_large } is = Is::done;
    std::string text;  // the body; where it is not done, what is wrong: the coding, or a clause
};

// Undoes the codings of a Content-Encoding field, the last one first: gzip (RFC 1952), deflate (RFC
// 1950, or RFC 1951 bare, as some send it) and identity. Never makes more than `limit` bytes.
Decoded decode(std::string_view content_encoding, std::string_view body, size_t limit);

// A gzip member without name and time: the same text gives the same bytes.
std::string gzip(std::string_view text);

inline constexpr size_t least_encoded = 1024;  // bytes of a body that is worth it

// Whether encode_for() would change the response.
bool may_encode(const Request& request, const Response& response);

// Writes a response's body as gzip, with Content-Encoding and Vary (RFC 9110, section 12.5.5),
// where the request accepts that and the body is large enough and has no coding yet.
void encode_for(const Request& request, Response& response);

}  // namespace standin::http
