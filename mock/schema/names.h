// Finds a name among those that a schema lists, in constant time.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace standin::schema {

// A hash table that is filled once and then only read. The texts must outlive it.
class Names {
  public:
    static constexpr uint32_t none = UINT32_MAX;

    Names() = default;
    explicit Names(const std::vector<std::string_view>& names);

    // The index of the name, in the order in which the names were added; `none` where it is not
    // there. `hint` is tried first: instances tend to keep the order of their schema.
    uint32_t find(std::string_view name, uint32_t hint = none) const {
        return hint < names_.size() && names_[hint] == name ? hint : look_up(name);
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
