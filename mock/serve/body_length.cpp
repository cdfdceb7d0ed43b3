#include "mock/serve/body_length.h"

#include <limits>

#include "mock/serve/character.h"

namespace standin::serve {

namespace {

// Digits alone; a number that does not fit is as good as the largest one, which no limit allows.
std::optional<size_t> length_of(std::string_view digits) {
    if (digits.empty()) return std::nullopt;
    constexpr size_t most = std::numeric_limits<size_t>::max();
    size_t length = 0;
    for (char c : digits) {
        if (c < '0' || c > '9') return std::nullopt;
        const auto digit = static_cast<size_t>(c - '0');
        length = length > (most - digit) / 10 ? most : length * 10 + digit;
    }
    return length;
}

// One Content-Length field, which may repeat its number: "5, 5" (RFC 9110, section 8.6).
std::optional<Refusal> read_length(std::string_view value, std::optional<size_t>& length) {
    for (bool more = true; more;) {
        more = value.find(',') != value.npos;
        const std::optional<size_t> number = length_of(trim(cut(value, ",")));
        if (!number) return Refusal{400, "the Content-Length is not a number"};
        if (length && *length != *number) return Refusal{400, "two Content-Lengths differ"};
        length = number;
    }
    return std::nullopt;
}

}  // namespace

std::optional<Refusal> read_body_length(Head& head) {
    std::optional<size_t> length;
    size_t codings = 0;
    for (const auto& [name, value] : head.request.headers) {
        if (http::same_name(name, "Content-Length")) {
            if (auto refusal = read_length(value, length)) return refusal;
        } else if (http::same_name(name, "Transfer-Encoding")) {
            ++codings;
            head.chunked = http::same_name(value, "chunked");
        }
    }
    if (codings > 0 && length) {
        return Refusal{400, "Content-Length and Transfer-Encoding stand together"};
    }
    if (codings > 0 && head.version == Version::http_1_0) {
        return Refusal{400, "HTTP/1.0 has no Transfer-Encoding"};
    }
    if (codings > 1 || (codings == 1 && !head.chunked)) {
        return Refusal{400, "the Transfer-Encoding is not \"chunked\""};
    }
    head.content_length = length.value_or(0);
    return std::nullopt;
}

}  // namespace standin::serve
