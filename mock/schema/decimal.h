// Decimal arithmetic on numbers as they were written, where a double would be wrong.
#pragma once

#include <cstdint>

#include "mock/core/value.h"

namespace standin::schema {

// -1, 0 or 1, exact for numbers of any length: those that round to the same double are compared as
// they are written.
int compare(const Value& left, const Value& right);

// The factor of multipleOf. Exact for factors of up to 18 significant digits and for instances of
// any length: 0.07 is a multiple of 0.01, and 1e308 is one of 0.5.
class Divisor {
  public:
    explicit Divisor(const Value& factor);

    bool divides(const Value& number) const;

  private:
    bool divides_exactly(std::string_view written) const;

    double factor_;
    int64_t integer_ = 0;  // 0 where the factor is no integer of 64 bits
    uint64_t digits_ = 0;  // factor = digits * 10^exponent; 0 where it has too many
    int64_t exponent_ = 0;
};

}  // namespace standin::schema
