#include <algorithm>

#include "mock/schema/format_character.h"
#include "mock/schema/format_text.h"

namespace standin::schema {

namespace {

// All that is printed but space, quotation mark, %, <, >, \, ^, `, {, | and } (RFC 6570, section
// 2.1). The apostrophe is one of them: the grammar left it out by mistake (erratum 6937).
constexpr AsciiSet literal = letter_or_digit | AsciiSet("!#$&'()*+,-./:;=?@[]_~");
constexpr AsciiSet name = letter_or_digit | AsciiSet("_");
constexpr AsciiSet expression_operator("+#./;?&=,!@|");  // the last five are reserved, yet written

constexpr size_t most_length_digits = 4;

bool skip(std::string_view& text, char c) {
    if (!text.starts_with(c)) return false;
    text.remove_prefix(1);
    return true;
}

bool take_name_character(std::string_view& text) {
    if (text.empty() || !name.has(text.front())) return take_triplet(text);
    text.remove_prefix(1);
    return true;
}

// varname: dots stand only between two characters (section 2.3).
bool take_name(std::string_view& text) {
    do {
        if (!take_name_character(text)) return false;
        while (take_name_character(text)) {
        }
    } while (skip(text, '.'));
    return true;
}

// A length from 1 to 9999, without leading zeros (section 2.4.1).
bool take_length(std::string_view& text) {
    const auto end = std::ranges::find_if_not(text, [](char c) { return digit.has(c); });
    const auto digits = static_cast<size_t>(end - text.begin());
    if (digits == 0 || digits > most_length_digits || text.front() == '0') return false;
    text.remove_prefix(digits);
    return true;
}

bool take_variable(std::string_view& text) {
    if (!take_name(text)) return false;
    return skip(text, '*') || !skip(text, ':') || take_length(text);
}

// An expression from behind its opening brace to its closing one.
bool take_expression(std::string_view& text) {
    if (!text.empty() && expression_operator.has(text.front())) text.remove_prefix(1);
    do {
        if (!take_variable(text)) return false;
    } while (skip(text, ','));
    return skip(text, '}');
}

}  // namespace

bool is_uri_template(std::string_view text) {
    while (!text.empty()) {
        const size_t end = std::min(text.find('{'), text.size());
        if (!is_encoded(text.substr(0, end), literal, Beyond::private_use)) return false;
        text.remove_prefix(end);
        if (skip(text, '{') && !take_expression(text)) return false;
    }
    return true;
}

}  // namespace standin::schema
