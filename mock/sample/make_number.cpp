// Numbers: candidates near the limits, written exactly.
#include <algorithm>
#include <charconv>
#include <cmath>

#include "mock/core/decimal.h"
#include "mock/sample/maker.h"

namespace standin::sample {

namespace {

struct Limits {
    double least = -HUGE_VAL;
    double most = HUGE_VAL;
    std::vector<std::string_view> written;  // the limits themselves
    std::vector<std::string_view> factors;  // of multipleOf

    // Ends that numbers may be looked for between.
    double low() const { return std::isfinite(least) ? least : most < 0 ? most - 1000 : 0; }
    double high() const { return std::isfinite(most) ? most : std::max(low(), 0.0) + 1000; }
};

void take(Limits& limits, const Schemas& values, bool lower) {
    for (const auto& at : values) {
        if (!at.value->is_number()) continue;
        limits.written.push_back(at.value->text());
        double& limit = lower ? limits.least : limits.most;
        limit = lower ? std::max(limit, at.value->number()) : std::min(limit, at.value->number());
    }
}

Limits limits_of(const Merged& merged) {
    Limits limits;
    take(limits, all_of(merged, "minimum"), true);
    take(limits, all_of(merged, "exclusiveMinimum"), true);
    take(limits, all_of(merged, "maximum"), false);
    take(limits, all_of(merged, "exclusiveMaximum"), false);
    for (const auto& at : all_of(merged, "multipleOf")) {
        if (at.value->is_number()) limits.factors.push_back(at.value->text());
    }
    return limits;
}

double number_in(std::string_view written) {
    return Value::number_of(written).number();
}

std::string shortest(double number) {
    char text[64];
    const bool whole = number == std::floor(number) && std::abs(number) < 1e18;
    const auto end = whole ? std::to_chars(text, text + 64, static_cast<int64_t>(number)).ptr
                           : std::to_chars(text, text + 64, number).ptr;
    return {text, end};
}

// So many times a number, with its own digits: exact while they fit into 64 bits.
std::string times(std::string_view written, int64_t factor) {
    const Decimal decimal(written);
    int64_t digits = 0;
    for (const char c : decimal.mantissa) {
        if (c == '.') continue;
        if (digits > INT64_MAX / 20) return shortest(number_in(written) * double(factor));
        digits = digits * 10 + (c - '0');
    }
    if (std::abs(factor) > INT64_MAX / std::max<int64_t>(digits, 1)) return "0";
    const int64_t product = digits * factor;
    std::string text = std::to_string(std::abs(product));
    if (decimal.exponent > 0 && product != 0 && decimal.exponent < 300) {
        text.append(static_cast<size_t>(decimal.exponent), '0');
    } else if (decimal.exponent < 0 && decimal.exponent > -300) {
        const auto places = static_cast<size_t>(-decimal.exponent);
        if (text.size() <= places) text.insert(0, places + 1 - text.size(), '0');
        text.insert(text.size() - places, 1, '.');
        while (text.ends_with('0')) text.pop_back();
        if (text.ends_with('.')) text.pop_back();
    }
    return (product < 0 ? "-" : "") + text;
}

// The multiples of a factor that lie around a number.
void add_multiples(std::vector<std::string>& numbers, std::string_view factor, double around,
                   int64_t shift) {
    const double ratio = around / number_in(factor);
    if (!(std::abs(ratio) < 1e15)) return;
    const auto count = static_cast<int64_t>(std::ceil(ratio));
    for (const int64_t step : {0, 1, -1, 2, -2}) {
        numbers.push_back(times(factor, count + step + (step >= 0 ? shift : -shift)));
    }
}

void add_whole(std::vector<std::string>& numbers, double around, double shift) {
    if (!std::isfinite(around)) return;
    for (const double whole :
         {std::ceil(around), std::floor(around) + 1, std::floor(around), std::ceil(around) - 1}) {
        numbers.push_back(shortest(whole + (whole >= around ? shift : -shift)));
        if (shift > 0) numbers.push_back(shortest(whole + (whole >= around ? -shift : shift)));
    }
}

std::vector<std::string> multiples(const Limits& limits, const std::vector<double>& around,
                                   int64_t shift) {
    std::vector<std::string> numbers;
    double product = 1;  // a multiple of all
    for (const std::string_view factor : limits.factors) {
        for (const double each : around) add_multiples(numbers, factor, each, shift);
        product *= number_in(factor);
    }
    if (limits.factors.size() > 1) add_multiples(numbers, shortest(product), limits.low(), shift);
    return numbers;
}

}  // namespace

Made Maker::number(const Task& task) {
    const Limits limits = limits_of(task.merged);
    const double low = limits.low();
    const double high = limits.high();
    std::vector<double> around = {0, low, limits.most, low + (high - low) / 2};
    if (wish_.dynamic) {
        const double part = static_cast<double>(pick(10001)) / 10000;
        around.insert(around.begin(), low + (high - low) * part);
    }
    if (!limits.factors.empty()) {
        const auto numbers = multiples(limits, around, static_cast<int64_t>(shift_));
        return first_that_fits(task.schemas, numbers);
    }
    const auto shift = static_cast<double>(shift_);
    std::vector<std::string> numbers = {shortest(std::floor(around[0]) + shift)};
    if (shift_ == 0 && !wish_.dynamic) {
        for (const std::string_view written : limits.written) numbers.emplace_back(written);
    }
    for (const double each : around) add_whole(numbers, each, shift);
    numbers.push_back(shortest(low + (high - low) / (2 + shift)));
    return first_that_fits(task.schemas, numbers);
}

Made Maker::first_that_fits(const Schemas& schemas, const std::vector<std::string>& numbers) {
    for (const std::string& text : numbers) {
        const Value number = Value::number_of(text);
        if (fits(schemas, number)) return {Value::number_of(document_.keep(text)), true};
    }
    return {Value::of(int64_t{0}, "0"), false};
}

}  // namespace standin::sample
