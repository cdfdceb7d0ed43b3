#include <algorithm>

#include "mock/schema/format.h"

namespace standin::schema {

namespace {

constexpr auto npos = std::string_view::npos;

bool is_alpha(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
bool is_digit(char c) {
    return c >= '0' && c <= '9';
}
bool is_hex(char c) {
    return is_digit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

// Unreserved characters, sub-delims, percent-encoded bytes, and those of `also`.
bool consists_of(std::string_view text, std::string_view also) {
    for (size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (c == '%') {
            if (i + 2 >= text.size() || !is_hex(text[i + 1]) || !is_hex(text[i + 2])) return false;
            i += 2;
            continue;
        }
        const bool plain =
            is_alpha(c) || is_digit(c) || std::string_view("-._~!$&'()*+,;=").find(c) != npos;
        if (!plain && also.find(c) == npos) return false;
    }
    return true;
}

bool is_scheme(std::string_view text) {
    return !text.empty() && is_alpha(text[0]) && std::ranges::all_of(text, [](char c) {
        return is_alpha(c) || is_digit(c) || c == '+' || c == '-' || c == '.';
    });
}

// "[v1.x]" of the future or an IPv6 address, without the brackets.
bool is_ip_literal(std::string_view text) {
    if (!text.starts_with('v') && !text.starts_with('V')) return is_ipv6(text);
    const size_t dot = text.find('.');
    if (dot == npos || dot < 2 || dot + 1 == text.size()) return false;
    return std::ranges::all_of(text.substr(1, dot - 1), is_hex) && text.find('%') == npos &&
           consists_of(text.substr(dot + 1), ":");
}

bool is_authority(std::string_view text) {
    if (const size_t at = text.find('@'); at != npos) {
        if (!consists_of(text.substr(0, at), ":")) return false;
        text.remove_prefix(at + 1);
    }
    std::string_view port;
    if (text.starts_with('[')) {
        const size_t end = text.find(']');
        if (end == npos || !is_ip_literal(text.substr(1, end - 1))) return false;
        port = text.substr(end + 1);
    } else {
        const size_t colon = std::min(text.find(':'), text.size());
        if (!consists_of(text.substr(0, colon), "")) return false;
        port = text.substr(colon);
    }
    return port.empty() || (port[0] == ':' && std::ranges::all_of(port.substr(1), is_digit));
}

// hier-part or relative-part, with query and fragment.
bool is_rest(std::string_view text) {
    if (const size_t hash = text.find('#'); hash != npos) {
        if (!consists_of(text.substr(hash + 1), ":@/?")) return false;
        text = text.substr(0, hash);
    }
    if (const size_t mark = text.find('?'); mark != npos) {
        if (!consists_of(text.substr(mark + 1), ":@/?")) return false;
        text = text.substr(0, mark);
    }
    if (text.starts_with("//")) {
        const size_t end = std::min(text.find('/', 2), text.size());
        if (!is_authority(text.substr(2, end - 2))) return false;
        text = text.substr(end);
    }
    return consists_of(text, ":@/");
}

}  // namespace

bool is_uri(std::string_view text) {
    const size_t colon = text.find(':');
    return colon != npos && is_scheme(text.substr(0, colon)) && is_rest(text.substr(colon + 1));
}

bool is_uri_reference(std::string_view text) {
    if (is_uri(text)) return true;
    // The first segment of a relative path holds no colon, or it would be a scheme.
    const size_t colon = text.find(':');
    return (colon == npos || text.find_first_of("/?#") < colon) && is_rest(text);
}

}  // namespace standin::schema
