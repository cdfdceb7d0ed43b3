#include "mock/schema/format.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <limits>

#include "mock/schema/pattern.h"
#include "mock/schema/rule.h"

namespace standin::schema {

namespace {

bool is_hex(char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

// RFC 9562, section 4, of any version.
bool is_uuid(std::string_view text) {
    if (text.size() != 36) return false;
    for (size_t i = 0; i < text.size(); ++i) {
        const bool dash = i == 8 || i == 13 || i == 18 || i == 23;
        if (dash ? text[i] != '-' : !is_hex(text[i])) return false;
    }
    return true;
}

bool is_regex(std::string_view text) {
    return Pattern(text).mistake().empty();
}

// RFC 6901, section 3.
bool is_json_pointer(std::string_view text) {
    if (text.empty()) return true;
    if (text[0] != '/') return false;
    for (size_t i = 0; i < text.size(); ++i) {
        if (text[i] != '~') continue;
        if (i + 1 == text.size() || (text[i + 1] != '0' && text[i + 1] != '1')) return false;
    }
    return true;
}

// RFC 4648, section 4: padded, without line breaks.
bool is_base64(std::string_view text) {
    if (text.size() % 4 != 0) return false;
    for (int padding = 0; padding < 2 && text.ends_with('='); ++padding) text.remove_suffix(1);
    return std::ranges::all_of(text, [](char c) {
        return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') ||
               c == '+' || c == '/';
    });
}

bool is_int32(const Value& number) {
    return is_whole(number) && number.number() >= std::numeric_limits<int32_t>::min() &&
           number.number() <= std::numeric_limits<int32_t>::max();
}

// Value keeps every integer of 64 bits as one, unless it is written with a point or an exponent.
bool is_int64(const Value& number) {
    if (number.is(Kind::integer)) return true;
    constexpr double limit = 9223372036854775808.0;
    const bool written_whole = number.text().find_first_of(".eE") == std::string_view::npos;
    return !written_whole && is_whole(number) && std::abs(number.number()) < limit;
}

bool is_float(const Value& number) {
    return std::abs(number.number()) <= static_cast<double>(std::numeric_limits<float>::max());
}

bool is_double(const Value& number) {
    return std::isfinite(number.number());
}

constexpr Format formats[] = {
    {.name = "date-time", .text = is_date_time},
    {.name = "date", .text = is_date},
    {.name = "time", .text = is_time},
    {.name = "duration", .text = is_duration},
    {.name = "email", .text = is_email},
    {.name = "hostname", .text = is_hostname},
    {.name = "ipv4", .text = is_ipv4},
    {.name = "ipv6", .text = is_ipv6},
    {.name = "uri", .text = is_uri},
    {.name = "uri-reference", .text = is_uri_reference},
    {.name = "uuid", .text = is_uuid},
    {.name = "regex", .text = is_regex},
    {.name = "json-pointer", .text = is_json_pointer},
    {.name = "byte", .text = is_base64},
    {.name = "int32", .number = is_int32},
    {.name = "int64", .number = is_int64},
    {.name = "float", .number = is_float},
    {.name = "double", .number = is_double},
};

}  // namespace

const Format* find_format(std::string_view name) {
    const auto* found = std::ranges::find(formats, name, &Format::name);
    return found == std::end(formats) ? nullptr : found;
}

}  // namespace standin::schema
