#include <algorithm>

#include "mock/schema/format.h"

namespace standin::schema {

namespace {

bool is_alpha(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
bool is_digit(char c) {
    return c >= '0' && c <= '9';
}
bool is_hex(char c) {
    return is_digit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

// The text before the first `mark`, which is taken off the front together with it.
std::string_view take_until(std::string_view& text, char mark) {
    const size_t end = std::min(text.find(mark), text.size());
    const std::string_view part = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    return part;
}

bool is_label(std::string_view label) {
    if (label.empty() || label.size() > 63) return false;
    if (label.front() == '-' || label.back() == '-') return false;
    return std::ranges::all_of(label,
                               [](char c) { return is_alpha(c) || is_digit(c) || c == '-'; });
}

// RFC 5321's atext with the dots between.
bool is_dot_string(std::string_view text) {
    if (text.empty() || text.front() == '.' || text.back() == '.') return false;
    if (text.find("..") != text.npos) return false;
    return std::ranges::all_of(text, [](char c) {
        return is_alpha(c) || is_digit(c) ||
               std::string_view("!#$%&'*+-/=?^_`{|}~.").find(c) != std::string_view::npos;
    });
}

bool is_quoted_string(std::string_view text) {
    if (text.size() < 2 || text.front() != '"' || text.back() != '"') return false;
    text = text.substr(1, text.size() - 2);
    for (size_t i = 0; i < text.size(); ++i) {
        if (text[i] < ' ' || text[i] > '~' || text[i] == '"') return false;
        if (text[i] == '\\' && ++i == text.size()) return false;
    }
    return true;
}

bool is_mail_domain(std::string_view domain) {
    if (!domain.starts_with('[')) return is_hostname(domain);
    if (!domain.ends_with(']')) return false;
    domain = domain.substr(1, domain.size() - 2);
    if (domain.starts_with("IPv6:")) return is_ipv6(domain.substr(5));
    return is_ipv4(domain);
}

bool is_hex_group(std::string_view group) {
    return !group.empty() && group.size() <= 4 && std::ranges::all_of(group, is_hex);
}

// How many groups of 16 bits there are, an IPv4 address in the last place counting as two; -1 where
// one of them is none. "" has none.
int count_groups(std::string_view text, bool last) {
    if (text.empty()) return 0;
    int count = 0;
    for (bool more = true; more;) {
        more = text.find(':') != text.npos;
        const std::string_view group = take_until(text, ':');
        const bool address = last && !more && group.find('.') != group.npos && is_ipv4(group);
        if (!address && !is_hex_group(group)) return -1;
        count += address ? 2 : 1;
    }
    return count;
}

}  // namespace

bool is_hostname(std::string_view text) {
    if (text.empty() || text.size() > 253 || text.back() == '.') return false;
    while (!text.empty()) {
        if (!is_label(take_until(text, '.'))) return false;
    }
    return true;
}

bool is_email(std::string_view text) {
    const size_t at = text.rfind('@');
    if (at == text.npos) return false;
    const std::string_view local = text.substr(0, at);
    return (is_dot_string(local) || is_quoted_string(local)) && is_mail_domain(text.substr(at + 1));
}

bool is_ipv4(std::string_view text) {
    if (std::ranges::count(text, '.') != 3 || text.back() == '.') return false;
    while (!text.empty()) {
        const std::string_view octet = take_until(text, '.');
        if (octet.empty() || octet.size() > 3 || !std::ranges::all_of(octet, is_digit))
            return false;
        if (octet.size() > 1 && octet[0] == '0') return false;
        if (octet.size() == 3 && octet > "255") return false;
    }
    return true;
}

bool is_ipv6(std::string_view text) {
    const size_t gap = text.find("::");
    if (gap == text.npos) return count_groups(text, true) == 8;
    const int before = count_groups(text.substr(0, gap), false);
    const int after = count_groups(text.substr(gap + 2), true);
    return before >= 0 && after >= 0 && before + after <= 7;
}

}  // namespace standin::schema
