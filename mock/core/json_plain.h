// Text that can be written into a JSON string as it is (RFC 8259, section 7).
#pragma once

#include <cstdint>
#include <cstring>
#include <string_view>

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

// How many bytes at the begin of a text surely mean nothing within a string.
inline size_t plain_begin(std::string_view text) {
    const size_t size = text.size();
    const char* const begin = text.data();
    if (size < 4) return 0;
    if (size < 8) {
        const uint64_t ends = word_at<uint32_t>(begin + size - 4);
        return is_plain(word_at<uint32_t>(begin) | ends << 32) ? size : 0;
    }
    size_t plain = 0;
    while (plain + 8 <= size && is_plain(word_at<uint64_t>(begin + plain))) plain += 8;
    if (plain + 8 <= size) return plain;
    return is_plain(word_at<uint64_t>(begin + size - 8)) ? size : plain;
}

}  // namespace standin
