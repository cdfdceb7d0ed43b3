#include <algorithm>

#include "mock/schema/format_character.h"
#include "mock/schema/format_text.h"

namespace standin::schema {

namespace {

constexpr auto npos = std::string_view::npos;

constexpr AsciiSet scheme = letter_or_digit | AsciiSet("+-.");
constexpr AsciiSet name = letter_or_digit | AsciiSet("-._~!$&'()*+,;=");  // of a host
constexpr AsciiSet user = name | AsciiSet(":");
constexpr AsciiSet path = user | AsciiSet("@/");
constexpr AsciiSet query = path | AsciiSet("?");  // and the fragment

// What stands for itself beyond ASCII: that is all in which an IRI differs from a URI.
struct Kin {
    Beyond anywhere;
    Beyond in_query;
};
constexpr Kin uri{Beyond::none, Beyond::none};
constexpr Kin iri{Beyond::letters, Beyond::private_use};

bool is_scheme(std::string_view text) {
    return !text.empty() && letter.has(text[0]) && consists_of(text, scheme);
}

// IP-literal without its brackets: an IPv6 address, or IPvFuture ("v1.x").
bool is_ip_literal(std::string_view text) {
    if (!text.starts_with('v') && !text.starts_with('V')) return is_ipv6(text);
    const size_t dot = std::min(text.find('.'), text.size());
    const std::string_view version = text.substr(1, dot - 1);
    const std::string_view address = text.substr(std::min(dot + 1, text.size()));
    return !version.empty() && consists_of(version, hex_digit) && !address.empty() &&
           consists_of(address, user);
}

bool is_port(std::string_view text) {
    return text.empty() || (text[0] == ':' && consists_of(text.substr(1), digit));
}

bool is_authority(std::string_view text, Kin kin) {
    if (const size_t at = text.find('@'); at != npos) {
        if (!is_encoded(text.substr(0, at), user, kin.anywhere)) return false;
        text.remove_prefix(at + 1);
    }
    if (text.starts_with('[')) {
        const size_t end = text.find(']');
        return end != npos && is_ip_literal(text.substr(1, end - 1)) &&
               is_port(text.substr(end + 1));
    }
    const size_t end = std::min(text.find(':'), text.size());
    return is_encoded(text.substr(0, end), name, kin.anywhere) && is_port(text.substr(end));
}

// Cuts the text in two at the first `mark` and gives what is behind it; "" where there is none.
std::string_view cut_off(std::string_view& text, char mark) {
    const size_t end = std::min(text.find(mark), text.size());
    const std::string_view behind = text.substr(std::min(end + 1, text.size()));
    text = text.substr(0, end);
    return behind;
}

// hier-part or relative-part, with query and fragment.
bool is_rest(std::string_view text, Kin kin) {
    if (!is_encoded(cut_off(text, '#'), query, kin.anywhere)) return false;
    if (!is_encoded(cut_off(text, '?'), query, kin.in_query)) return false;
    if (text.starts_with("//")) {
        const size_t end = std::min(text.find('/', 2), text.size());
        if (!is_authority(text.substr(2, end - 2), kin)) return false;
        text.remove_prefix(end);
    }
    return is_encoded(text, path, kin.anywhere);
}

bool has_scheme(std::string_view text) {
    const size_t colon = text.find(':');
    return colon != npos && is_scheme(text.substr(0, colon));
}

bool is_absolute(std::string_view text, Kin kin) {
    return has_scheme(text) && is_rest(text.substr(text.find(':') + 1), kin);
}

// The first segment of a relative path holds no colon: it would be taken for a scheme.
bool is_reference(std::string_view text, Kin kin) {
    if (has_scheme(text)) return is_absolute(text, kin);
    return text.substr(0, text.find_first_of("/?#")).find(':') == npos && is_rest(text, kin);
}

}  // namespace

bool is_uri(std::string_view text) {
    return is_absolute(text, uri);
}

bool is_uri_reference(std::string_view text) {
    return is_reference(text, uri);
}

bool is_iri(std::string_view text) {
    return is_absolute(text, iri);
}

bool is_iri_reference(std::string_view text) {
    return is_reference(text, iri);
}

}  // namespace standin::schema
