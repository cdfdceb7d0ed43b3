// Numbers as they were written, where a double would be wrong.
#pragma once

#include <cstdint>
#include <string_view>

#include "mock/core/value.h"

namespace standin {

// A JSON number's text (RFC 8259, section 6), taken apart: its digits without sign and point, times
// 10^exponent. A view of the text.
struct Decimal {
    explicit Decimal(std::string_view written);

    bool is_zero() const { return trailing_zeros == digits; }
    // Digits before the first that is not 0; all of them for 0.
    size_t leading_zeros() const;
    // The number of digits up to the last that is not 0, and the exponent that goes with them.
    size_t significant() const { return digits - trailing_zeros; }
    int64_t significant_exponent() const { return exponent + static_cast<int64_t>(trailing_zeros); }

    std::string_view mantissa;  // may hold one point
    size_t digits = 0;
    size_t trailing_zeros = 0;  // all of them for 0
    int64_t exponent = 0;       // beyond ±2^61 as that
    bool negative = false;
};

// -1, 0 or 1, exact for numbers of any length: those that round to the same double are compared as
// they are written. Linear in the length of the texts.
int compare(const Value& left, const Value& right);

// Whether a number's fraction is zero: of 1.0 and 1e400, not of 1.00000000000000000001.
bool is_whole(const Value& number);

}  // namespace standin
