#include "mock/core/clock.h"

#include <algorithm>
#include <charconv>
#include <chrono>
#include <cstdio>

namespace standin {

namespace {

constexpr Instant day = 86'400'000;

// Takes digits off the front of a text.
class Digits {
  public:
    explicit Digits(std::string_view text) : text_(text) {}

    std::optional<int> take(size_t count) {
        if (text_.size() < count) return std::nullopt;
        int number = 0;
        for (char c : text_.substr(0, count)) {
            if (c < '0' || c > '9') return std::nullopt;
            number = number * 10 + (c - '0');
        }
        text_.remove_prefix(count);
        return number;
    }

    bool skip(std::string_view any_of) {
        if (text_.empty() || any_of.find(text_[0]) == any_of.npos) return false;
        last_ = text_[0];
        text_.remove_prefix(1);
        return true;
    }

    char last() const { return last_; }
    bool empty() const { return text_.empty(); }

  private:
    std::string_view text_;
    char last_ = 0;
};

std::optional<Instant> take_date(Digits& digits) {
    const auto year = digits.take(4);
    if (!year || !digits.skip("-")) return std::nullopt;
    const auto month = digits.take(2);
    if (!month || !digits.skip("-")) return std::nullopt;
    const auto day_of_month = digits.take(2);
    if (!day_of_month) return std::nullopt;
    const std::chrono::year_month_day date{std::chrono::year(*year),
                                           std::chrono::month(static_cast<unsigned>(*month)),
                                           std::chrono::day(static_cast<unsigned>(*day_of_month))};
    if (!date.ok()) return std::nullopt;
    return std::chrono::sys_days(date).time_since_epoch().count() * day;
}

std::optional<Instant> take_time(Digits& digits) {
    const auto hour = digits.take(2);
    if (!hour || *hour > 23 || !digits.skip(":")) return std::nullopt;
    const auto minute = digits.take(2);
    if (!minute || *minute > 59 || !digits.skip(":")) return std::nullopt;
    const auto second = digits.take(2);
    if (!second || *second > 60) return std::nullopt;
    Instant instant = (*hour * 60 + *minute) * 60'000 + *second * 1000;
    if (!digits.skip(".")) return instant;
    int unit = 100;
    auto digit = digits.take(1);
    if (!digit) return std::nullopt;
    for (; digit; digit = digits.take(1), unit /= 10) instant += *digit * unit;
    return instant;
}

std::optional<Instant> take_offset(Digits& digits) {
    if (digits.skip("Zz")) return 0;
    if (!digits.skip("+-")) return std::nullopt;
    const int sign = digits.last() == '-' ? -1 : 1;
    const auto hour = digits.take(2);
    if (!hour || *hour > 23 || !digits.skip(":")) return std::nullopt;
    const auto minute = digits.take(2);
    if (!minute || *minute > 59) return std::nullopt;
    return sign * (*hour * 60 + *minute) * 60'000;
}

}  // namespace

// Texts of times have four digits for the year: the clock stays within them.
Instant Clock::now() const {
    if (!real_) return instant_;
    const auto now = std::chrono::system_clock::now().time_since_epoch();
    const Instant here = std::chrono::duration_cast<Duration>(now).count() + instant_;
    return std::clamp(here, first_instant, last_instant);
}

void Clock::advance(Duration by) {
    instant_ += by.count();
    if (!real_) instant_ = std::clamp(instant_, first_instant, last_instant);
}

Instant Clock::take() {
    const Instant taken = now();
    advance(tick_);
    return taken;
}

namespace {

// A number that has so many digits at most.
void append_digits(std::string& text, unsigned number, size_t digits) {
    text.append(digits, '0');
    for (auto digit = text.rbegin(); number > 0; number /= 10) {
        *digit++ = static_cast<char>('0' + number % 10);
    }
}

}  // namespace

std::string format_instant(Instant instant, Precision precision) {
    using namespace std::chrono;
    const sys_time<milliseconds> time{milliseconds(instant)};
    const auto midnight = floor<days>(time);
    const year_month_day date(midnight);
    const hh_mm_ss clock(time - midnight);
    std::string text;
    text.reserve(sizeof "0000-00-00T00:00:00.000Z");
    append_digits(text, static_cast<unsigned>(static_cast<int>(date.year())), 4);
    append_digits(text += '-', static_cast<unsigned>(date.month()), 2);
    append_digits(text += '-', static_cast<unsigned>(date.day()), 2);
    append_digits(text += 'T', static_cast<unsigned>(clock.hours().count()), 2);
    append_digits(text += ':', static_cast<unsigned>(clock.minutes().count()), 2);
    append_digits(text += ':', static_cast<unsigned>(clock.seconds().count()), 2);
    if (precision == Precision::milliseconds) {
        append_digits(text += '.', static_cast<unsigned>(clock.subseconds().count()), 3);
    }
    text += 'Z';
    return text;
}

std::string format_http_date(Instant instant) {
    using namespace std::chrono;
    constexpr const char* weekdays[] = {"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
    constexpr const char* months[] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                      "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    const sys_seconds time = floor<seconds>(sys_time<milliseconds>{milliseconds(instant)});
    const auto midnight = floor<days>(time);
    const year_month_day date(midnight);
    const hh_mm_ss clock(time - midnight);
    char text[64];
    const int size = std::snprintf(
        text, sizeof text, "%s, %02u %s %04d %02d:%02d:%02d GMT",
        weekdays[weekday(midnight).c_encoding()], static_cast<unsigned>(date.day()),
        months[static_cast<unsigned>(date.month()) - 1], static_cast<int>(date.year()),
        static_cast<int>(clock.hours().count()), static_cast<int>(clock.minutes().count()),
        static_cast<int>(clock.seconds().count()));
    return std::string(text, static_cast<size_t>(size));
}

std::optional<Instant> parse_instant(std::string_view text) {
    Digits digits(text);
    const auto date = take_date(digits);
    if (!date || !digits.skip("Tt ")) return std::nullopt;
    const auto time = take_time(digits);
    if (!time) return std::nullopt;
    const auto offset = take_offset(digits);
    if (!offset || !digits.empty()) return std::nullopt;
    const Instant instant = *date + *time - *offset;
    // A leap second is the last one of a day in UTC (section 5.7): here the first of the next.
    constexpr std::string_view shortest = "2016-12-31T23:59:60";
    const bool leap = text.substr(0, shortest.size()).ends_with(":60");
    const Instant into_day = (instant % day + day) % day;
    return leap && into_day >= 1000 ? std::nullopt : std::optional(instant);
}

std::optional<Clock::Duration> parse_duration(std::string_view text) {
    constexpr uint64_t most = 366 * day;
    uint64_t number = 0;
    const auto [rest, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc{} || number > most) return std::nullopt;
    const std::string_view unit(rest, static_cast<size_t>(text.data() + text.size() - rest));
    uint64_t scale = 0;
    if (unit.empty() || unit == "ms") scale = 1;
    if (unit == "s") scale = 1000;
    if (unit == "m") scale = 60'000;
    if (unit == "h") scale = 3'600'000;
    if (scale == 0 || number * scale > most) return std::nullopt;
    return Clock::Duration(number * scale);
}

}  // namespace standin
