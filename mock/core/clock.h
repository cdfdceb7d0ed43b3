// Time as the mock's sessions have it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace standin {

// Milliseconds since 1970-01-01T00:00:00Z, without leap seconds.
using Instant = int64_t;

// Tells the time: an instant that stands still (the default, so that the same requests give the
// same bytes), or the machine's own clock.
class Clock {
  public:
    static constexpr Instant default_instant = 1735689600000;  // 2025-01-01T00:00:00Z

    static Clock fixed(Instant instant = default_instant) { return Clock(instant); }
    static Clock real() { return Clock(std::nullopt); }

    Instant now() const;

  private:
    explicit Clock(std::optional<Instant> instant) : instant_(instant) {}
    std::optional<Instant> instant_;
};

enum class Precision : uint8_t { seconds, milliseconds };

// RFC 3339 in UTC: "2025-01-01T00:00:00Z" or "2025-01-01T00:00:00.000Z".
std::string format_instant(Instant instant, Precision precision);

// Reads an RFC 3339 date-time (section 5.6), any offset, fractions beyond milliseconds cut off;
// nothing where the text is not one.
std::optional<Instant> parse_instant(std::string_view text);

}  // namespace standin
