// Everything that looks random: a function of a seed, a key and a number, never of a generator that
// somebody else may have drawn from.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>

namespace standin {

// 128 bits that depend on nothing but what is given.
struct Bits {
    uint64_t high = 0;
    uint64_t low = 0;
};

// The bits of the n-th draw under a key. The same on every machine; not for cryptography.
Bits chance(uint64_t seed, std::initializer_list<std::string_view> key, uint64_t n);

// A version 4 UUID (RFC 9562, section 5.4) made of these bits.
std::string uuid_of(Bits bits);

// 27 base62 characters, as a K-sortable id has them: four bytes of seconds since 2014-05-13, then
// sixteen more. Texts compare as (seconds, ordinal) do, so ids made later sort later even within a
// second; the bits fill the rest.
std::string sortable_id_of(int64_t unix_seconds, uint32_t ordinal, Bits bits);

// Lower-case hexadecimal digits, at most 32.
std::string hex_of(Bits bits, size_t digits);

}  // namespace standin
