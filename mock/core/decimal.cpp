#include "mock/core/decimal.h"

#include <algorithm>
#include <charconv>
#include <cmath>

namespace standin {

namespace {

int64_t exponent_in(std::string_view text) {
    constexpr int64_t most = int64_t{1} << 61;  // beyond any number of digits that a text can have
    if (text.starts_with('+')) text.remove_prefix(1);
    int64_t exponent = 0;
    const auto result = std::from_chars(text.data(), text.data() + text.size(), exponent);
    if (result.ec != std::errc{}) exponent = text.starts_with('-') ? -most : most;
    return std::clamp(exponent, -most, most);
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
        rest_.remove_prefix(std::min(rest_.find_first_not_of("0."), rest_.size()));
    }

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
};

// -1, 0 or 1.
int sign_of(const Decimal& decimal) {
    if (decimal.is_zero()) return 0;
    return decimal.negative ? -1 : 1;
}

// Compares two numbers that are not 0, without their signs.
int order_of_magnitudes(const Decimal& left, const Decimal& right) {
    Digits of_left(left);
    Digits of_right(right);
    // What stands before the first digit is no place of the number.
    const auto places = [](const Decimal& decimal) {
        return static_cast<int64_t>(decimal.digits - decimal.leading_zeros()) + decimal.exponent;
    };
    const int by_place = order(places(left), places(right));
    if (by_place != 0) return by_place;
    while (!of_left.at_end() || !of_right.at_end()) {
        const int by_digit = order(of_left.next(), of_right.next());
        if (by_digit != 0) return by_digit;
    }
    return 0;
}

int order_as_written(std::string_view left, std::string_view right) {
    const Decimal of_left(left);
    const Decimal of_right(right);
    const int sign = sign_of(of_left);
    const int by_sign = order(sign, sign_of(of_right));
    return by_sign != 0 || sign == 0 ? by_sign : sign * order_of_magnitudes(of_left, of_right);
}

}  // namespace

Decimal::Decimal(std::string_view written) : negative(written.starts_with('-')) {
    if (negative) written.remove_prefix(1);
    const size_t end = std::min(written.find_first_of("eE"), written.size());
    mantissa = written.substr(0, end);
    if (end < written.size()) exponent = exponent_in(written.substr(end + 1));
    bool fraction = false;
    for (char c : mantissa) {
        if (c == '.') {
            fraction = true;
            continue;
        }
        ++digits;
        trailing_zeros = c == '0' ? trailing_zeros + 1 : 0;
        exponent -= fraction ? 1 : 0;
    }
}

size_t Decimal::leading_zeros() const {
    const std::string_view before = mantissa.substr(0, mantissa.find_first_not_of("0."));
    return static_cast<size_t>(std::ranges::count(before, '0'));
}

int compare(const Value& left, const Value& right) {
    if (left.is(Kind::integer) && right.is(Kind::integer)) {
        return order(left.integer(), right.integer());
    }
    // Rounding keeps the order: only equal doubles have to be looked at.
    const int rounded = order(left.number(), right.number());
    if (rounded != 0 || left.text() == right.text()) return rounded;
    return order_as_written(left.text(), right.text());
}

bool is_whole(const Value& number) {
    if (number.is(Kind::integer)) return true;
    // What is whole stays so when it is rounded.
    if (std::floor(number.number()) != number.number()) return false;
    const Decimal decimal(number.text());
    return decimal.is_zero() || decimal.significant_exponent() >= 0;
}

}  // namespace standin
