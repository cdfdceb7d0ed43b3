// The factor of multipleOf.
#pragma once

#include <cstdint>
#include <optional>

#include "mock/core/value.h"
#include "mock/schema/modulus.h"

namespace standin::schema {

// Exact for numbers of any length, as they are written: 0.07 is a multiple of 0.01, and 1e308 is
// one of 0.5. Immutable.
class Divisor {
  public:
    static constexpr size_t most_digits = 1000;  // of the factor: bounds what a division costs

    // A number above 0.
    explicit Divisor(const Value& factor);

    bool divides(const Value& number) const;

  private:
    int64_t integer_ = 0;  // 0 where the factor is no integer of 64 bits
    uint64_t digits_ = 0;  // factor = digits * 10^exponent; 0 where it has too many
    int64_t exponent_ = 0;
    std::optional<Modulus> modulus_;  // the digits, where they are too many
};

}  // namespace standin::schema
