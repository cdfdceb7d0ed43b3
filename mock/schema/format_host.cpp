#include <algorithm>
#include <optional>

#include "mock/schema/format_character.h"
#include "mock/schema/format_idn.h"
#include "mock/schema/format_text.h"

namespace standin::schema {

namespace {

constexpr size_t longest_label = 63;               // octets
constexpr size_t longest_name = 253;               // octets, its labels being A-labels
constexpr size_t longest_text = 4 * longest_name;  // bytes: of a character that costs one octet

constexpr AsciiSet ldh = letter_or_digit | AsciiSet("-");

// Which labels a name may have beside those of letters, digits and hyphens, and what parts them.
struct Style {
    bool u_labels;
    bool wide_dots;
    Normal normal;
};
constexpr Style plain{false, false, Normal::required};
constexpr Style international{true, true, Normal::required};
constexpr Style of_mail{true, false, Normal::made};

struct Dot {
    size_t at;
    size_t size;  // 0 where there is none
};

Dot find_dot(std::string_view text, bool wide) {
    // U+3002, U+FF0E and U+FF61.
    static constexpr std::string_view wide_dots[] = {"\xE3\x80\x82", "\xEF\xBC\x8E",
                                                     "\xEF\xBD\xA1"};
    size_t at = text.find('.');
    size_t size = 1;
    for (std::string_view dot : wide_dots) {
        const size_t found = wide ? text.find(dot) : text.npos;
        if (found >= at) continue;
        at = found;
        size = dot.size();
    }
    return at == text.npos ? Dot{text.size(), 0} : Dot{at, size};
}

// A label of ASCII that is no A-label. In an international name the third and fourth character are
// not both hyphens, which is kept for prefixes to come (RFC 5890, section 2.3.1).
std::optional<IdnLabel> read_ldh_label(std::string_view label, const Style& style) {
    if (label.empty() || label.size() > longest_label || !consists_of(label, ldh)) return {};
    if (label.front() == '-' || label.back() == '-') return {};
    if (style.u_labels && label.size() >= 4 && label.substr(2, 2) == "--") return {};
    return IdnLabel{label.size(), false, letter.has(label.front())};
}

std::optional<IdnLabel> read_label(std::string_view label, const Style& style) {
    const bool ascii = std::ranges::none_of(label, [](char c) { return (c & 0x80) != 0; });
    if (!ascii && !style.u_labels) return {};
    if (!ascii || has_ace_prefix(label)) return read_idn_label(label, style.normal);
    return read_ldh_label(label, style);
}

// If one label is written from right to left, the Bidi rule is for all of them (RFC 5893, section
// 2): each has to keep its order beside that one.
struct Name {
    size_t octets = 0;
    bool right_to_left = false;
    bool keeps_order = true;

    void add(const IdnLabel& label) {
        octets += label.octets + (octets == 0 ? 0 : 1);
        right_to_left = right_to_left || label.right_to_left;
        keeps_order = keeps_order && label.keeps_order;
    }
    bool is_right() const { return octets <= longest_name && (keeps_order || !right_to_left); }
};

bool is_name(std::string_view text, const Style& style) {
    if (text.size() > longest_text) return false;
    Name name;
    for (bool more = true; more;) {
        const Dot dot = find_dot(text, style.wide_dots);
        const std::optional<IdnLabel> label = read_label(text.substr(0, dot.at), style);
        if (!label) return false;
        name.add(*label);
        text.remove_prefix(dot.at + dot.size);
        more = dot.size > 0;
    }
    return name.is_right();
}

}  // namespace

bool is_hostname(std::string_view text) {
    return is_name(text, plain);
}

bool is_idn_hostname(std::string_view text) {
    return is_name(text, international);
}

bool is_idn_mail_domain(std::string_view text) {
    return is_name(text, of_mail);
}

}  // namespace standin::schema
