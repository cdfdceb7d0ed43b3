#include "mock/state/text_key.h"

#include <bit>
#include <cstring>

namespace standin::state {

namespace {

constexpr uint64_t odd = 0x9e3779b97f4a7c15;

uint64_t mix(uint64_t x) {
    x *= odd;
    return x ^ (x >> 29);
}

// Up to eight bytes, the first one lowest.
uint64_t word_of(std::string_view text) {
    uint64_t word = 0;
    if constexpr (std::endian::native == std::endian::little) {
        std::memcpy(&word, text.data(), text.size());
    } else {
        for (size_t i = text.size(); i-- > 0;) word = word << 8 | static_cast<uint8_t>(text[i]);
    }
    return word;
}

}  // namespace

TextProbe probe_of(std::string_view text) {
    uint64_t hash = mix(text.size() + 1);
    std::string_view rest = text;
    for (; rest.size() > 8; rest.remove_prefix(8)) hash = mix(hash ^ word_of(rest.substr(0, 8)));
    if (!rest.empty()) hash = mix(hash ^ word_of(rest));
    return {mix(hash ^ (hash >> 32)), text};
}

}  // namespace standin::state
