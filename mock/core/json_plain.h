// Text that can be written into a JSON string as it is (RFC 8259, section 7).
#pragma once

#include <cstdint>
#include <cstring>
#include <string_view>

#include "mock/core/json_scan.h"

namespace standin {

// Whether none of eight bytes means something within a string.
inline bool is_plain(uint64_t bytes) {
    constexpr uint64_t ones = 0x0101010101010101;
    const auto below = [](uint64_t each, uint64_t limit) { return (each - ones * limit) & ~each; };
    const uint64_t found =
        bytes | below(bytes, ' ') | below(bytes ^ ones * '"', 1) | below(bytes ^ ones * '\\', 1);
    return (found & ones * 0x80) == 0;
}

template <class Word>
Word word_at(const char* at) {
    Word word;
    std::memcpy(&word, at, sizeof word);
    return word;
}

// Whether a text of 1 to 16 bytes is plain. Its two ends may overlap.
inline bool is_plain_short(const char* begin, size_t size) {
    if (size >= 8) {
        return is_plain(word_at<uint64_t>(begin)) && is_plain(word_at<uint64_t>(begin + size - 8));
    }
    if (size >= 4) {
        const uint64_t end = word_at<uint32_t>(begin + size - 4);
        return is_plain(word_at<uint32_t>(begin) | end << 32);
    }
    const auto byte = [&](size_t at) { return uint64_t{static_cast<unsigned char>(begin[at])}; };
    constexpr uint64_t spaces = 0x2020202020000000;
    return is_plain(byte(0) | byte(size / 2) << 8 | byte(size - 1) << 16 | spaces);
}

// How many bytes at the begin of a text surely mean nothing within a string.
inline size_t plain_begin(std::string_view text) {
    const size_t size = text.size();
    const char* const begin = text.data();
    if (size == 0) return 0;
    if (size <= 16) return is_plain_short(begin, size) ? size : 0;
    constexpr size_t step = 16;
    const auto plain_at = [&](size_t at) {
#ifdef __SSE2__
        return marked_bytes(begin + at) == 0;
#else
        return is_plain_short(begin + at, step);
#endif
    };
    size_t plain = 0;
    while (plain + step <= size && plain_at(plain)) plain += step;
    if (plain + step <= size) return plain;
    return plain_at(size - step) ? size : plain;
}

}  // namespace standin
