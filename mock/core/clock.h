// Time as the mock's sessions have it.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace standin {

// Milliseconds since 1970-01-01T00:00:00Z, without leap seconds.
using Instant = int64_t;

// Tells the time: an instant that stands still (the default, so that the same requests give the
// same bytes), or the machine's own clock. Either can be put forward or back, from the year 0 to
// the year 9999 and no further.
class Clock {
  public:
    using Duration = std::chrono::milliseconds;
    static constexpr Instant default_instant = 1735689600000;  // 2025-01-01T00:00:00Z
    static constexpr Instant first_instant = -62167219200000;  // 0000-01-01T00:00:00Z
    static constexpr Instant last_instant = 253402300799999;   // 9999-12-31T23:59:59.999Z

    static Clock fixed(Instant instant = default_instant) { return Clock(instant, false); }
    static Clock real() { return Clock(0, true); }

    bool is_real() const { return real_; }
    Instant now() const;
    // A real clock goes on from there.
    void set(Instant instant) { advance(Duration(instant - now())); }
    void advance(Duration by);

    // How far it moves whenever an instant is taken from it.
    Duration tick() const { return tick_; }
    void set_tick(Duration tick) { tick_ = tick; }
    Instant take();

  private:
    Clock(Instant instant, bool real) : instant_(instant), real_(real) {}

    Instant instant_;  // of a real clock: how far it is ahead of the machine's
    bool real_;
    Duration tick_{0};
};

enum class Precision : uint8_t { seconds, milliseconds };

// RFC 3339 in UTC: "2025-01-01T00:00:00Z" or "2025-01-01T00:00:00.000Z".
std::string format_instant(Instant instant, Precision precision);

// IMF-fixdate (RFC 9110, section 5.6.7): "Wed, 01 Jan 2025 00:00:00 GMT".
std::string format_http_date(Instant instant);

// Reads an RFC 3339 date-time (section 5.6), any offset, fractions beyond milliseconds cut off;
// nothing where the text is not one.
std::optional<Instant> parse_instant(std::string_view text);

// Reads a span of time: a whole number and "ms", "s", "m" or "h", or the number alone for
// milliseconds: "200ms", "2s", "200". Nothing where the text is not one, or is longer than a year.
std::optional<Clock::Duration> parse_duration(std::string_view text);

}  // namespace standin
