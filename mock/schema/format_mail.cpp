#include "mock/http/headers.h"
#include "mock/schema/format_character.h"
#include "mock/schema/format_text.h"

namespace standin::schema {

namespace {

constexpr size_t longest_local = 64;  // octets
constexpr AsciiSet atom = letter_or_digit | AsciiSet("!#$%&'*+-/=?^_`{|}~");

// RFC 6531 adds every character beyond ASCII to those of RFC 5321.
enum class Letters : uint8_t { ascii, unicode };

bool is_beyond_ascii(char c) {
    return static_cast<unsigned char>(c) >= 0x80;
}

bool is_printed(char c, Letters letters) {
    return (c >= ' ' && c <= '~') || (letters == Letters::unicode && is_beyond_ascii(c));
}

bool is_atom(char c, Letters letters) {
    return atom.has(c) || (letters == Letters::unicode && is_beyond_ascii(c));
}

// Dot-string: atoms with single dots between.
bool is_dot_string(std::string_view text, Letters letters) {
    bool after_atom = false;
    for (char c : text) {
        if (c == '.' ? !after_atom : !is_atom(c, letters)) return false;
        after_atom = c != '.';
    }
    return after_atom;
}

bool is_quoted_string(std::string_view text, Letters letters) {
    if (text.size() < 2 || !text.starts_with('"') || !text.ends_with('"')) return false;
    text = text.substr(1, text.size() - 2);
    bool escaped = false;
    for (char c : text) {
        if (!is_printed(c, letters)) return false;
        if (escaped && is_beyond_ascii(c)) return false;
        if (!escaped && c == '"') return false;
        escaped = !escaped && c == '\\';
    }
    return !escaped;
}

bool is_local(std::string_view text, Letters letters) {
    if (text.size() > longest_local) return false;
    return text.starts_with('"') ? is_quoted_string(text, letters) : is_dot_string(text, letters);
}

// IPv6 is the only tag that IANA has registered for a General-address-literal.
bool is_address(std::string_view text) {
    constexpr std::string_view tag = "ipv6:";
    return http::same_name(text.substr(0, tag.size()), tag) ? is_ipv6(text.substr(tag.size()))
                                                            : is_ipv4(text);
}

bool is_mailbox(std::string_view text, Letters letters) {
    const size_t at = text.rfind('@');
    if (at == text.npos || !is_local(text.substr(0, at), letters)) return false;
    const std::string_view domain = text.substr(at + 1);
    if (domain.starts_with('[')) {
        return domain.ends_with(']') && is_address(domain.substr(1, domain.size() - 2));
    }
    return letters == Letters::ascii ? is_hostname(domain) : is_idn_mail_domain(domain);
}

}  // namespace

bool is_email(std::string_view text) {
    return is_mailbox(text, Letters::ascii);
}

bool is_idn_email(std::string_view text) {
    return is_mailbox(text, Letters::unicode);
}

}  // namespace standin::schema
