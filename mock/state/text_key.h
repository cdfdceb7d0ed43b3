// Texts as keys of a tree, told apart by a hash: a search seldom looks at the texts themselves.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace standin::state {

// What a text key is searched by. Ordered by hash, then by text: an order of no meaning, which must
// not reach the wire.
struct TextProbe {
    uint64_t hash = 0;
    std::string_view text;
};

inline bool operator<(const TextProbe& left, const TextProbe& right) {
    return left.hash != right.hash ? left.hash < right.hash : left.text < right.text;
}

// With the text's hash, the same on every machine. Texts made to collide cost comparisons, nothing
// else.
TextProbe probe_of(std::string_view text);

// A text that is kept.
struct TextKey {
    uint64_t hash = 0;
    std::string text;

    TextKey(const TextProbe& probe) : hash(probe.hash), text(probe.text) {}
    operator TextProbe() const { return {hash, text}; }
};

}  // namespace standin::state
