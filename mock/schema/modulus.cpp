#include "mock/schema/modulus.h"

#include <algorithm>
#include <bit>

namespace standin::schema {

namespace {

constexpr unsigned limb_bits = 32;

// Calls `take` with up to nine digits at a time, and with 10 to the power of their number.
template <class Take>
void for_groups(std::string_view digits, size_t count, const Take& take) {
    uint32_t group = 0;
    uint32_t power = 1;
    for (char c : digits) {
        if (c < '0' || c > '9') continue;
        if (count-- == 0) break;
        group = group * 10 + static_cast<uint32_t>(c - '0');
        power *= 10;
        if (power < 1'000'000'000) continue;
        take(power, group);
        group = 0, power = 1;
    }
    if (power > 1) take(power, group);
}

// limbs = limbs * factor + addend; what does not fit into them.
uint32_t multiply(std::vector<uint32_t>& limbs, uint32_t factor, uint64_t addend) {
    uint64_t carry = addend;
    for (uint32_t& limb : limbs) {
        carry += uint64_t{limb} * factor;
        limb = static_cast<uint32_t>(carry);
        carry >>= limb_bits;
    }
    return static_cast<uint32_t>(carry);
}

}  // namespace

Modulus::Modulus(std::string_view digits) {
    for_groups(digits, digits.size(), [&](uint32_t power, uint32_t group) {
        if (const Limb carry = multiply(limbs_, power, group)) limbs_.push_back(carry);
    });
    shift_ = static_cast<unsigned>(std::countl_zero(limbs_.back()));
    multiply(limbs_, Limb{1} << shift_, 0);
}

bool Modulus::divides(std::string_view digits, size_t count, uint64_t tens) const {
    Limbs remainder(limbs_.size() + 1);
    for_groups(digits, count, [&](uint32_t power, uint32_t group) {
        append(remainder, power, uint64_t{group} << shift_);
    });
    const auto is_zero = [&] {
        return std::ranges::all_of(remainder, [](Limb limb) { return limb == 0; });
    };
    // Each 10 uses up a factor 2 or 5, of which there are no more than bits.
    tens = std::min<uint64_t>(tens, limbs_.size() * limb_bits);
    for (; tens > 0 && !is_zero(); --tens) append(remainder, 10, 0);
    return is_zero();
}

// remainder = (remainder * factor + addend) modulo this.
void Modulus::append(Limbs& remainder, Limb factor, uint64_t addend) const {
    multiply(remainder, factor, addend);
    reduce(remainder);
}

// One step of a long division (Knuth, The Art of Computer Programming, 4.3.1, algorithm D): the
// highest limbs give the quotient, or up to two more than it.
void Modulus::reduce(Limbs& remainder) const {
    const size_t size = limbs_.size();
    const uint64_t high = uint64_t{remainder[size]} << limb_bits | remainder[size - 1];
    const uint64_t quotient = std::min<uint64_t>(high / limbs_.back(), UINT32_MAX);
    uint64_t carry = 0;
    uint64_t borrow = 0;
    for (size_t i = 0; i <= size; ++i) {
        carry += i < size ? quotient * limbs_[i] : 0;
        const uint64_t less = uint64_t{remainder[i]} - static_cast<Limb>(carry) - borrow;
        remainder[i] = static_cast<Limb>(less);
        borrow = less >> 63;
        carry >>= limb_bits;
    }
    while (borrow != 0) {
        uint64_t sum = 0;
        for (size_t i = 0; i <= size; ++i) {
            sum += uint64_t{remainder[i]} + (i < size ? limbs_[i] : 0);
            remainder[i] = static_cast<Limb>(sum);
            sum >>= limb_bits;
        }
        borrow -= sum;
    }
}

}  // namespace standin::schema
