// Characters as the grammars of formats name them: sets of ASCII, and code points of UTF-8.
#pragma once

#include <algorithm>
#include <cstdint>
#include <string_view>

namespace standin::schema {

// A set of ASCII characters: a look-up costs one shift.
class AsciiSet {
  public:
    constexpr explicit AsciiSet(std::string_view members) {
        for (char c : members) half_of(c) |= bit_of(c);
    }

    constexpr bool has(char c) const {
        const auto byte = static_cast<unsigned char>(c);
        return byte < 128 && ((halves_[byte / 64] >> (byte % 64)) & 1U) != 0;
    }

    constexpr AsciiSet operator|(AsciiSet other) const {
        other.halves_[0] |= halves_[0];
        other.halves_[1] |= halves_[1];
        return other;
    }

  private:
    constexpr uint64_t& half_of(char c) { return halves_[static_cast<unsigned char>(c) / 64]; }
    static constexpr uint64_t bit_of(char c) {
        return uint64_t{1} << (static_cast<unsigned char>(c) % 64);
    }

    uint64_t halves_[2] = {};
};

// RFC 5234, appendix B.1. HEXDIG is taken in either case.
inline constexpr AsciiSet digit("0123456789");
inline constexpr AsciiSet hex_digit = digit | AsciiSet("abcdefABCDEF");
inline constexpr AsciiSet letter("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ");
inline constexpr AsciiSet letter_or_digit = letter | digit;

constexpr bool consists_of(std::string_view text, const AsciiSet& set) {
    return std::ranges::all_of(text, [&set](char c) { return set.has(c); });
}

inline constexpr char32_t no_character = 0xFFFFFFFF;

// Takes one character (RFC 3629) off the front of a text that is not empty. Where there is none,
// no_character: overlong forms and surrogates are none.
char32_t take_character(std::string_view& text);

// Which characters beyond ASCII stand for themselves: none (RFC 3986), those of `ucschar`, or
// those of `iprivate` too (RFC 3987, section 2.2).
enum class Beyond : uint8_t { none, letters, private_use };

// Takes "%" and two hexadecimal digits off the front (RFC 3986, section 2.1).
bool take_triplet(std::string_view& text);

// Whether there is nothing in the text but characters of the set, triplets, and what is allowed
// beyond ASCII.
bool is_encoded(std::string_view text, const AsciiSet& set, Beyond beyond);

}  // namespace standin::schema
