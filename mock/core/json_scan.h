// Looking through JSON text, many bytes at a time where the machine can.
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>

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
    const __m128i quote = _mm_cmpeq_epi8(bytes, _mm_set1_epi8('"'));
    const __m128i backslash = _mm_cmpeq_epi8(bytes, _mm_set1_epi8('\\'));
    // Compared with their signs, bytes from 0x80 on lie below the control characters.
    const __m128i other = _mm_cmplt_epi8(bytes, _mm_set1_epi8(' '));
    const int found = _mm_movemask_epi8(_mm_or_si128(_mm_or_si128(quote, backslash), other));
    return static_cast<uint32_t>(found);
}
#endif

// The first byte from here on that means something within a string: a quote, a backslash, a control
// character or a byte that is not ASCII. The text ends with a NUL.
inline char* skip_plain(char* at) {
#ifdef __SSE2__
    for (;; at += 16) {
        if (const uint64_t found = marked_bytes(at)) return at + std::countr_zero(found);
    }
#else
    while (*at != '"' && *at != '\\' && static_cast<signed char>(*at) >= ' ') ++at;
    return at;
#endif
}

// skip_plain for one place after another, each behind the one before. Bytes are looked at ahead of
// the place, 64 at once, so that the end of a string need not be waited for to begin with the next.
// What is behind the last place may change meanwhile.
class PlainScan {
  public:
#ifdef __SSE2__
    explicit PlainScan(const char* begin) : block_(begin), marked_(marked_in(begin)) {}

    char* skip(char* at) {
        for (;;) {
            auto offset = static_cast<size_t>(at - block_);
            if (offset >= block_size) {
                block_ += offset < 2 * block_size ? block_size : offset;
                marked_ = marked_in(block_);
                offset = static_cast<size_t>(at - block_);
            }
            if (const uint64_t found = marked_ >> offset) return at + std::countr_zero(found);
            at += block_size - offset;
        }
    }

  private:
    static constexpr size_t block_size = 64;

    static uint64_t marked_in(const char* block) {
        return marked_bytes(block) | marked_bytes(block + 16) << 16 |
               marked_bytes(block + 32) << 32 | marked_bytes(block + 48) << 48;
    }

    const char* block_;
    uint64_t marked_;  // a bit for each byte of the block
#else
    explicit PlainScan(const char*) {}
    char* skip(char* at) {
        return skip_plain(at);
    }
#endif
};

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
