#include "mock/schema/divisor.h"

#include <algorithm>
#include <string>
#include <string_view>

#include "mock/core/decimal.h"

namespace standin::schema {

namespace {

constexpr size_t digits_of_a_word = 18;

// The first `count` digits of a mantissa.
std::string first_digits(std::string_view mantissa, size_t count) {
    std::string digits;
    for (char c : mantissa) {
        if (digits.size() == count) break;
        if (c != '.') digits += c;
    }
    return digits;
}

// Whether `divisor`, of 18 digits at most, divides the first `count` digits times 10^tens.
bool divides_word(uint64_t divisor, std::string_view mantissa, size_t count, uint64_t tens) {
    uint64_t remainder = 0;
    for (char c : mantissa) {
        if (c == '.') continue;
        if (count-- == 0) break;
        remainder = (remainder * 10 + static_cast<uint64_t>(c - '0')) % divisor;
    }
    // Each 10 uses up a factor 2 or 5; 18 digits have no more than 60.
    for (tens = std::min<uint64_t>(tens, 60); tens > 0 && remainder != 0; --tens) {
        remainder = remainder * 10 % divisor;
    }
    return remainder == 0;
}

}  // namespace

Divisor::Divisor(const Value& factor) {
    if (factor.is(Kind::integer)) integer_ = factor.integer();
    const Decimal decimal(factor.text());
    exponent_ = decimal.significant_exponent();
    std::string digits = first_digits(decimal.mantissa, decimal.significant());
    digits.erase(0, digits.find_first_not_of('0'));
    if (digits.size() <= digits_of_a_word) {
        digits_ = std::stoull(digits);
    } else {
        modulus_.emplace(digits);
    }
}

bool Divisor::divides(const Value& number) const {
    if (integer_ != 0 && number.is(Kind::integer)) return number.integer() % integer_ == 0;
    const Decimal decimal(number.text());
    if (decimal.is_zero()) return true;
    const int64_t shift = decimal.exponent - exponent_;
    const auto tens = static_cast<uint64_t>(std::max<int64_t>(shift, 0));
    const auto zeros = static_cast<uint64_t>(std::max<int64_t>(-shift, 0));
    if (zeros > decimal.trailing_zeros) return false;
    const size_t count = decimal.digits - zeros;
    return modulus_ ? modulus_->divides(decimal.mantissa, count, tens)
                    : divides_word(digits_, decimal.mantissa, count, tens);
}

}  // namespace standin::schema
