#include "mock/schema/format_text.h"

#include <algorithm>

#include "mock/schema/format_character.h"

namespace standin::schema {

namespace {

constexpr AsciiSet base64 = letter_or_digit | AsciiSet("+/");
constexpr AsciiSet base64url = letter_or_digit | AsciiSet("-_");

// How many digits the text begins with.
size_t count_digits(std::string_view text) {
    const auto end = std::ranges::find_if_not(text, [](char c) { return digit.has(c); });
    return static_cast<size_t>(end - text.begin());
}

std::string_view without_padding(std::string_view text) {
    for (int i = 0; i < 2 && text.ends_with('='); ++i) text.remove_suffix(1);
    return text;
}

}  // namespace

bool is_json_pointer(std::string_view text) {
    if (text.empty()) return true;
    if (text[0] != '/') return false;
    for (size_t i = 0; i < text.size(); ++i) {
        if (text[i] != '~') continue;
        if (i + 1 == text.size() || (text[i + 1] != '0' && text[i + 1] != '1')) return false;
    }
    return true;
}

bool is_relative_json_pointer(std::string_view text) {
    const size_t digits = count_digits(text);
    if (digits == 0 || (digits > 1 && text[0] == '0')) return false;
    text.remove_prefix(digits);
    return text == "#" || is_json_pointer(text);
}

bool is_uuid(std::string_view text) {
    if (text.size() != 36) return false;
    for (size_t i = 0; i < text.size(); ++i) {
        const bool dash = i == 8 || i == 13 || i == 18 || i == 23;
        if (dash ? text[i] != '-' : !hex_digit.has(text[i])) return false;
    }
    return true;
}

bool is_base64(std::string_view text) {
    return text.size() % 4 == 0 && consists_of(without_padding(text), base64);
}

bool is_base64url(std::string_view text) {
    const std::string_view digits = without_padding(text);
    const bool whole = digits.size() == text.size() ? text.size() % 4 != 1 : text.size() % 4 == 0;
    return whole && consists_of(digits, base64url);
}

bool is_char(std::string_view text) {
    return !text.empty() && take_character(text) != no_character && text.empty();
}

bool is_decimal(std::string_view text) {
    if (text.starts_with('-')) text.remove_prefix(1);
    const size_t whole = count_digits(text);
    text.remove_prefix(whole);
    if (whole == 0 || text.empty()) return whole > 0;
    return text[0] == '.' && text.size() > 1 && consists_of(text.substr(1), digit);
}

}  // namespace standin::schema
