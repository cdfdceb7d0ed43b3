// Finds a name among those that a schema lists, in constant time.
#pragma once

#include <cstdint>
#include <cstring>
#include <string_view>
#include <vector>

namespace standin::schema {

template <class Word>
Word load(const char* bytes) {
    Word word;
    std::memcpy(&word, bytes, sizeof word);
    return word;
}

// Whether two texts are equal; for short ones, such as names are, faster than memcmp.
inline bool same_text(std::string_view left, std::string_view right) {
    const size_t size = left.size();
    if (size != right.size()) return false;
    const auto at = [&]<class Word>(size_t first, Word) {
        return load<Word>(left.data() + first) == load<Word>(right.data() + first);
    };
    if (size > 16) return std::memcmp(left.data(), right.data(), size) == 0;
    if (size >= 8) return at(0, uint64_t{}) && at(size - 8, uint64_t{});
    if (size >= 4) return at(0, uint32_t{}) && at(size - 4, uint32_t{});
    return size == 0 || (left[0] == right[0] && left[size / 2] == right[size / 2] &&
                         left[size - 1] == right[size - 1]);
}

// A hash table that is filled once and then only read. The texts must outlive it.
class Names {
  public:
    static constexpr uint32_t none = UINT32_MAX;

    Names() = default;
    explicit Names(const std::vector<std::string_view>& names);

    // The index of the name, in the order in which the names were added; `none` where it is not
    // there. `hint` is tried first: instances tend to keep the order of their schema.
    uint32_t find(std::string_view name, uint32_t hint = none) const {
        return hint < names_.size() && same_text(names_[hint], name) ? hint : look_up(name);
    }

    // The same where names are met from the last to the first: those that lie before `next` are
    // likely.
    uint32_t find_before(uint32_t next, std::string_view name) const {
        constexpr uint32_t tries = 4;
        const uint32_t last = next < tries ? 0 : next - tries;
        for (uint32_t index = next; index-- > last;) {
            if (same_text(names_[index], name)) return index;
        }
        return look_up(name);
    }

    // The index of the name, which is added where it is not there.
    uint32_t add(std::string_view name);

    size_t size() const { return names_.size(); }
    std::string_view operator[](size_t index) const { return names_[index]; }

  private:
    struct Slot {
        uint32_t hash = 0;
        uint32_t index = none;
    };

    uint32_t look_up(std::string_view name) const;
    void put(uint32_t index);
    void grow();

    std::vector<std::string_view> names_;
    std::vector<Slot> slots_;  // a power of two, at most half of them taken
};

}  // namespace standin::schema
