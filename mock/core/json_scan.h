// Looking through JSON text, many bytes at a time where the machine can.
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

namespace standin {

// How many bytes may be read behind the NUL that ends a text.
inline constexpr size_t scan_padding = 63;

#ifdef __SSE2__
// A bit for each of the 16 bytes that means something within a string.
inline uint64_t marked_bytes(const char* at) {
    const __m128i bytes = _mm_loadu_si128(reinterpret_cast<const __m128i*>(at));
    const __m128i backslash = _mm_cmpeq_epi8(bytes, _mm_set1_epi8('\\'));
    // With one bit turned, the quote (0x22) and the space (0x20) change places: then what lies
    // below 0x21 is the quote, the control characters, and bytes from 0x80 on, which are negative
    // here.
    const __m128i turned = _mm_xor_si128(bytes, _mm_set1_epi8('"' ^ ' '));
    const __m128i below = _mm_subs_epi8(turned, _mm_set1_epi8(' ' + 1));
    const int found = _mm_movemask_epi8(_mm_or_si128(backslash, below));
    return static_cast<uint32_t>(found);
}

inline size_t first_of(uint64_t bits) {
    return static_cast<unsigned>(std::countr_zero(bits));
}

inline int64_t whole_word(const char* at) {
    int64_t word;
    std::memcpy(&word, at, sizeof word);
    return word;
}

// Fewer than eight bytes, and behind them zeros.
inline int64_t few_bytes(const char* at, size_t count) {
    uint64_t bytes = 0;
    unsigned shift = 0;
    const auto take = [&]<class Word>(Word word) {
        if (!(count & sizeof word)) return;
        std::memcpy(&word, at, sizeof word);
        bytes |= uint64_t{word} << shift;
        shift += 8 * sizeof word;
        at += sizeof word;
    };
    take(uint32_t{}), take(uint16_t{}), take(uint8_t{});
    return static_cast<int64_t>(bytes);
}
#endif

// Copies a text, with a NUL and scan_padding bytes behind it.
inline void copy_padded(char* copy, std::string_view text) {
#ifdef __SSE2__
    // In the pieces in which it is looked at: a processor waits for one that was written as two.
    const char* from = text.data();
    size_t left = text.size();
    for (; left >= 16; left -= 16, from += 16, copy += 16) {
        _mm_storeu_si128(reinterpret_cast<__m128i*>(copy),
                         _mm_loadu_si128(reinterpret_cast<const __m128i*>(from)));
    }
    const bool long_word = left >= sizeof(int64_t);
    const __m128i last = long_word ? _mm_set_epi64x(few_bytes(from + 8, left - 8), whole_word(from))
                                   : _mm_set_epi64x(0, few_bytes(from, left));
    _mm_storeu_si128(reinterpret_cast<__m128i*>(copy), last);
    std::memset(copy + 16, 0, scan_padding + 1 - 16);
#else
    if (!text.empty()) std::memcpy(copy, text.data(), text.size());
    std::memset(copy + text.size(), 0, 1 + scan_padding);
#endif
}

// The first byte from here on that means something within a string: a quote, a backslash, a control
// character or a byte that is not ASCII. The text ends with a NUL.
inline char* skip_plain(char* at) {
#ifdef __SSE2__
    for (;; at += 16) {
        if (const uint64_t found = marked_bytes(at)) return at + first_of(found);
    }
#else
    while (*at != '"' && *at != '\\' && static_cast<signed char>(*at) >= ' ') ++at;
    return at;
#endif
}

// The first byte from here on that is no space.
inline char* skip_spaces(char* at) {
#ifdef __SSE2__
    for (;; at += 16) {
        const __m128i bytes = _mm_loadu_si128(reinterpret_cast<const __m128i*>(at));
        const int spaces = _mm_movemask_epi8(_mm_cmpeq_epi8(bytes, _mm_set1_epi8(' ')));
        if (spaces != 0xFFFF) return at + std::countr_one(static_cast<unsigned>(spaces));
    }
#else
    while (*at == ' ') ++at;
    return at;
#endif
}

inline bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

inline char* skip_digits(char* at) {
    while (is_digit(*at)) ++at;
    return at;
}

}  // namespace standin
