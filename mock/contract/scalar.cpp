#include "mock/contract/scalar.h"

#include <algorithm>
#include <charconv>

namespace standin::contract {

namespace {

bool one_of(std::string_view text, std::initializer_list<std::string_view> words) {
    return std::find(words.begin(), words.end(), text) != words.end();
}

size_t take_digits(std::string_view text, size_t at) {
    while (at < text.size() && text[at] >= '0' && text[at] <= '9') ++at;
    return at;
}

// "0o17" and "0x1F", which JSON does not know.
bool is_radix_integer(std::string_view text, std::string& json) {
    const int base = text.starts_with("0o") ? 8 : text.starts_with("0x") ? 16 : 0;
    if (base == 0 || text.size() == 2) return false;
    uint64_t number = 0;
    const char* end = text.data() + text.size();
    const auto [rest, error] = std::from_chars(text.data() + 2, end, number, base);
    if (error != std::errc{} || rest != end) return false;
    json = std::to_string(number);
    return true;
}

// [-+]? ( \. [0-9]+ | [0-9]+ ( \. [0-9]* )? ) ( [eE] [-+]? [0-9]+ )?
bool is_decimal(std::string_view text, std::string& json) {
    std::string_view sign;
    if (!text.empty() && (text[0] == '-' || text[0] == '+')) {
        sign = text[0] == '-' ? "-" : "";
        text.remove_prefix(1);
    }
    const size_t whole = take_digits(text, 0);
    size_t end = whole;
    std::string_view fraction;
    if (end < text.size() && text[end] == '.') {
        end = take_digits(text, whole + 1);
        fraction = text.substr(whole + 1, end - whole - 1);
    }
    if (whole == 0 && fraction.empty()) return false;
    std::string_view exponent;
    if (end < text.size() && (text[end] == 'e' || text[end] == 'E')) {
        size_t digits = end + 1;
        if (digits < text.size() && (text[digits] == '-' || text[digits] == '+')) ++digits;
        const size_t exponent_end = take_digits(text, digits);
        if (exponent_end == digits) return false;
        exponent = text.substr(end, exponent_end - end);
        end = exponent_end;
    }
    if (end != text.size()) return false;
    std::string_view integer = text.substr(0, whole);
    while (integer.size() > 1 && integer[0] == '0') integer.remove_prefix(1);
    json = std::string(sign) + (integer.empty() ? "0" : std::string(integer));
    if (!fraction.empty()) json += '.' + std::string(fraction);
    json += exponent;
    return true;
}

}  // namespace

Scalar resolve_scalar(std::string_view text, std::string& json) {
    if (one_of(text, {"", "~", "null", "Null", "NULL"})) return Scalar::null;
    if (one_of(text, {"true", "True", "TRUE"})) return Scalar::yes;
    if (one_of(text, {"false", "False", "FALSE"})) return Scalar::no;
    if (one_of(text, {".inf", ".Inf", ".INF", "-.inf", "-.Inf", "-.INF", "+.inf", "+.Inf", "+.INF",
                      ".nan", ".NaN", ".NAN"})) {
        return Scalar::not_a_number;
    }
    return is_radix_integer(text, json) || is_decimal(text, json) ? Scalar::number : Scalar::string;
}

}  // namespace standin::contract
