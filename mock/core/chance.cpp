#include "mock/core/chance.h"

#include <algorithm>
#include <array>

namespace standin {

namespace {

// The finalizer of splitmix64: every bit of the input sways every bit of the result.
uint64_t mix(uint64_t x) {
    x ^= x >> 30;
    x *= 0xbf58476d1ce4e5b9;
    x ^= x >> 27;
    x *= 0x94d049bb133111eb;
    return x ^ (x >> 31);
}

uint64_t absorb(uint64_t state, std::string_view text) {
    for (char c : text) state = (state ^ static_cast<unsigned char>(c)) * 0x100000001b3;
    return mix(state ^ text.size());
}

}  // namespace

Bits chance(uint64_t seed, std::initializer_list<std::string_view> key, uint64_t n) {
    uint64_t state = mix(seed + 0x9e3779b97f4a7c15);
    for (std::string_view part : key) state = absorb(state, part);
    const uint64_t high = mix(state ^ mix(n + 0x9e3779b97f4a7c15));
    return {high, mix(high + 0x9e3779b97f4a7c15)};
}

std::string hex_of(Bits bits, size_t digits) {
    static constexpr char hex[] = "0123456789abcdef";
    std::string text;
    for (size_t i = 0; i < std::min<size_t>(digits, 32); ++i) {
        const uint64_t half = i < 16 ? bits.high : bits.low;
        text += hex[half >> (60 - 4 * (i % 16)) & 15];
    }
    return text;
}

std::string uuid_of(Bits bits) {
    bits.high = (bits.high & ~uint64_t{0xf000}) | 0x4000;
    bits.low = (bits.low & ~(uint64_t{3} << 62)) | (uint64_t{2} << 62);
    std::string text = hex_of(bits, 32);
    for (size_t at : {8, 13, 18, 23}) text.insert(at, 1, '-');
    return text;
}

std::string sortable_id_of(int64_t unix_seconds, uint32_t ordinal, Bits bits) {
    static constexpr char base62[] =
        "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    constexpr int64_t epoch = 1'400'000'000;
    constexpr uint64_t three_digits = 62 * 62 * 62;
    // 160 bits, most significant word first, divided for each three of the 27 digits.
    std::array<uint32_t, 5> words = {
        static_cast<uint32_t>(std::max<int64_t>(unix_seconds - epoch, 0)), ordinal,
        static_cast<uint32_t>(bits.high >> 32), static_cast<uint32_t>(bits.high),
        static_cast<uint32_t>(bits.low)};
    std::string text(27, '0');
    for (size_t digit = text.size(); digit > 0;) {
        uint64_t rest = 0;
        for (uint32_t& word : words) {
            rest = rest << 32 | word;
            word = static_cast<uint32_t>(rest / three_digits);
            rest %= three_digits;
        }
        for (int i = 0; i < 3; ++i, rest /= 62) text[--digit] = base62[rest % 62];
    }
    return text;
}

}  // namespace standin
