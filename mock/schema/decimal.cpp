#include "mock/schema/decimal.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <string_view>

namespace standin::schema {

namespace {

// A number as written, taken apart: the digits without sign and point, times 10^exponent.
struct Decimal {
    std::string_view mantissa;  // may hold one point
    size_t digits = 0;
    size_t trailing_zeros = 0;  // all of them for 0
    int64_t exponent = 0;
};

Decimal take_apart(std::string_view written) {
    if (written.starts_with('-')) written.remove_prefix(1);
    const size_t end = std::min(written.find_first_of("eE"), written.size());
    Decimal decimal{.mantissa = written.substr(0, end)};
    if (end < written.size()) {
        std::string_view exponent = written.substr(end + 1);
        if (exponent.starts_with('+')) exponent.remove_prefix(1);
        const char* last = exponent.data() + exponent.size();
        const auto result = std::from_chars(exponent.data(), last, decimal.exponent);
        // Beyond any number of digits that a text can have.
        constexpr int64_t most = int64_t{1} << 40;
        if (result.ec != std::errc{}) decimal.exponent = exponent.starts_with('-') ? -most : most;
        decimal.exponent = std::clamp(decimal.exponent, -most, most);
    }
    bool fraction = false;
    for (char c : decimal.mantissa) {
        if (c == '.') {
            fraction = true;
            continue;
        }
        ++decimal.digits;
        decimal.trailing_zeros = c == '0' ? decimal.trailing_zeros + 1 : 0;
        decimal.exponent -= fraction ? 1 : 0;
    }
    return decimal;
}

// The first `count` digits of a mantissa modulo `divisor`, which is at most 10^18.
uint64_t remainder_of(std::string_view mantissa, size_t count, uint64_t divisor) {
    uint64_t remainder = 0;
    for (char c : mantissa) {
        if (c == '.') continue;
        if (count-- == 0) break;
        remainder = (remainder * 10 + static_cast<uint64_t>(c - '0')) % divisor;
    }
    return remainder;
}

template <class Number>
int order(Number left, Number right) {
    return (left > right) - (left < right);
}

// The digits of a mantissa from the first that is not 0, one after another; 0 when they are used
// up.
class Digits {
  public:
    explicit Digits(const Decimal& decimal) : rest_(decimal.mantissa) {
        const size_t first = rest_.find_first_not_of("0.");
        // What stands before the first digit is no place of the number.
        for (char c : rest_.substr(0, first)) leading_zeros_ += c == '0' ? 1 : 0;
        rest_.remove_prefix(std::min(first, rest_.size()));
    }

    size_t leading_zeros() const { return leading_zeros_; }
    bool at_end() const { return rest_.empty(); }
    char next() {
        if (rest_.starts_with('.')) rest_.remove_prefix(1);
        if (rest_.empty()) return '0';
        const char digit = rest_.front();
        rest_.remove_prefix(1);
        return digit;
    }

  private:
    std::string_view rest_;
    size_t leading_zeros_ = 0;
};

// -1, 0 or 1.
int sign_of(std::string_view written, const Decimal& decimal) {
    if (decimal.trailing_zeros == decimal.digits) return 0;
    return written.starts_with('-') ? -1 : 1;
}

// Compares two numbers that are not 0, without their signs.
int order_of_magnitudes(const Decimal& left, const Decimal& right) {
    Digits of_left(left);
    Digits of_right(right);
    const auto places = [](const Decimal& decimal, const Digits& digits) {
        return static_cast<int64_t>(decimal.digits - digits.leading_zeros()) + decimal.exponent;
    };
    const int by_place = order(places(left, of_left), places(right, of_right));
    if (by_place != 0) return by_place;
    while (!of_left.at_end() || !of_right.at_end()) {
        const int by_digit = order(of_left.next(), of_right.next());
        if (by_digit != 0) return by_digit;
    }
    return 0;
}

int order_as_written(std::string_view left, std::string_view right) {
    const Decimal of_left = take_apart(left);
    const Decimal of_right = take_apart(right);
    const int sign = sign_of(left, of_left);
    const int by_sign = order(sign, sign_of(right, of_right));
    return by_sign != 0 || sign == 0 ? by_sign : sign * order_of_magnitudes(of_left, of_right);
}

}  // namespace

int compare(const Value& left, const Value& right) {
    if (left.is(Kind::integer) && right.is(Kind::integer)) {
        return order(left.integer(), right.integer());
    }
    // Rounding keeps the order: only equal doubles have to be looked at.
    const int rounded = order(left.number(), right.number());
    return rounded != 0 ? rounded : order_as_written(left.text(), right.text());
}

Divisor::Divisor(const Value& factor) : factor_(factor.number()) {
    if (factor.is(Kind::integer)) integer_ = factor.integer();
    const Decimal decimal = take_apart(factor.text());
    constexpr uint64_t most = 1'000'000'000'000'000'000;
    uint64_t digits = 0;
    size_t left = decimal.digits - decimal.trailing_zeros;
    for (char c : decimal.mantissa) {
        if (c == '.') continue;
        if (left-- == 0) break;
        digits = digits * 10 + static_cast<uint64_t>(c - '0');
        if (digits >= most) return;
    }
    digits_ = digits;
    exponent_ = decimal.exponent + static_cast<int64_t>(decimal.trailing_zeros);
}

bool Divisor::divides(const Value& number) const {
    if (integer_ != 0 && number.is(Kind::integer)) return number.integer() % integer_ == 0;
    if (digits_ != 0) return divides_exactly(number.text());
    const double quotient = number.number() / factor_;
    return std::floor(quotient) == quotient;
}

bool Divisor::divides_exactly(std::string_view written) const {
    const Decimal decimal = take_apart(written);
    if (decimal.trailing_zeros == decimal.digits) return true;
    const int64_t shift = decimal.exponent - exponent_;
    if (shift < 0) {
        const auto zeros = static_cast<uint64_t>(-shift);
        if (zeros > decimal.trailing_zeros) return false;
        return remainder_of(decimal.mantissa, decimal.digits - zeros, digits_) == 0;
    }
    uint64_t remainder = remainder_of(decimal.mantissa, decimal.digits, digits_);
    // Every factor 2 and 5 of 18 digits is used up after 60 steps.
    for (int64_t step = std::min<int64_t>(shift, 60); step > 0 && remainder != 0; --step) {
        remainder = remainder * 10 % digits_;
    }
    return remainder == 0;
}

}  // namespace standin::schema
