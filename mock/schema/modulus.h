// Remainders of integers of any length.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace standin::schema {

// An integer above 0 that others are divided by. Immutable.
class Modulus {
  public:
    // Decimal digits; what is no digit is passed over.
    explicit Modulus(std::string_view digits);

    // Whether this divides the integer of the first `count` digits, times 10^tens. Costs the
    // product of both lengths at most, whatever `tens` is. Allocates.
    bool divides(std::string_view digits, size_t count, uint64_t tens) const;

  private:
    using Limb = uint32_t;
    using Limbs = std::vector<Limb>;  // of 32 bits, the lowest first

    void append(Limbs& remainder, Limb factor, uint64_t addend) const;
    void reduce(Limbs& remainder) const;

    Limbs limbs_;  // shifted to the left, so that the highest bit is set
    unsigned shift_ = 0;
};

}  // namespace standin::schema
