#include "mock/schema/format_number.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <limits>
#include <optional>

namespace standin::schema {

namespace {

struct Whole {
    bool negative = false;
    uint64_t magnitude = 0;
};

// The digits of a number as written, and how many of them stand before the point.
struct Written {
    std::string_view digits;  // may hold the point
    int64_t before_point = 0;
};

Written take_apart(std::string_view text) {
    constexpr int64_t most = int64_t{1} << 40;  // beyond any number of digits that a text can have
    const size_t end = std::min(text.find_first_of("eE"), text.size());
    const Written written{text.substr(0, end), 0};
    const size_t point = std::min(written.digits.find('.'), end);
    std::string_view exponent = text.substr(std::min(end + 1, text.size()));
    if (exponent.starts_with('+')) exponent.remove_prefix(1);
    int64_t shift = 0;
    const auto read = std::from_chars(exponent.data(), exponent.data() + exponent.size(), shift);
    if (read.ec == std::errc::result_out_of_range) shift = exponent[0] == '-' ? -most : most;
    return {written.digits, static_cast<int64_t>(point) + std::clamp(shift, -most, most)};
}

bool append(uint64_t& number, uint64_t last_digit) {
    constexpr uint64_t most = std::numeric_limits<uint64_t>::max();
    if (number > (most - last_digit) / 10) return false;
    number = number * 10 + last_digit;
    return true;
}

// Nothing where there is a fraction, or more than 64 bits.
std::optional<uint64_t> magnitude_of(const Written& written) {
    uint64_t magnitude = 0;
    int64_t left = written.before_point;
    for (char c : written.digits) {
        if (c == '.') continue;
        if (left > 0 ? !append(magnitude, static_cast<uint64_t>(c - '0')) : c != '0') return {};
        --left;
    }
    for (; left > 0 && magnitude > 0; --left) {
        if (!append(magnitude, 0)) return {};
    }
    return magnitude;
}

std::optional<Whole> whole_of(const Value& number) {
    std::string_view text = number.text();
    const bool negative = text.starts_with('-');
    if (negative) text.remove_prefix(1);
    const std::optional<uint64_t> magnitude = magnitude_of(take_apart(text));
    if (!magnitude) return {};
    return Whole{negative && *magnitude > 0, *magnitude};
}

template <class Integer>
bool is_of(const Value& number) {
    const std::optional<Whole> whole = whole_of(number);
    if (!whole) return false;
    constexpr auto most = static_cast<uint64_t>(std::numeric_limits<Integer>::max());
    constexpr uint64_t least = std::numeric_limits<Integer>::is_signed ? most + 1 : 0;  // below 0
    return whole->magnitude <= (whole->negative ? least : most);
}

}  // namespace

bool is_int8(const Value& number) {
    return is_of<int8_t>(number);
}
bool is_int16(const Value& number) {
    return is_of<int16_t>(number);
}
bool is_int32(const Value& number) {
    return is_of<int32_t>(number);
}
bool is_int64(const Value& number) {
    return is_of<int64_t>(number);
}
bool is_uint8(const Value& number) {
    return is_of<uint8_t>(number);
}
bool is_uint16(const Value& number) {
    return is_of<uint16_t>(number);
}
bool is_uint32(const Value& number) {
    return is_of<uint32_t>(number);
}
bool is_uint64(const Value& number) {
    return is_of<uint64_t>(number);
}

bool is_double_int(const Value& number) {
    constexpr uint64_t most = (uint64_t{1} << std::numeric_limits<double>::digits) - 1;
    const std::optional<Whole> whole = whole_of(number);
    return whole && whole->magnitude <= most;
}

// Half a unit in the last place beyond the greatest float still rounds to it.
bool is_float(const Value& number) {
    return std::abs(number.number()) < 0x1.ffffffp+127;
}

bool is_double(const Value& number) {
    return std::isfinite(number.number());
}

}  // namespace standin::schema
