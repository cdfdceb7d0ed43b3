#include "mock/schema/names.h"

namespace standin::schema {

namespace {

// Looks at both ends of a name only, however long it is. The table is filled from the contract, so
// a client cannot make names collide in it.
uint32_t hash_of(std::string_view name) {
    const char* first = name.data();
    const char* last = first + name.size();
    uint64_t head = 0;
    uint64_t tail = 0;
    if (name.size() >= 8) {
        head = load<uint64_t>(first), tail = load<uint64_t>(last - 8);
    } else if (name.size() >= 4) {
        head = load<uint32_t>(first), tail = load<uint32_t>(last - 4);
    } else if (!name.empty()) {
        head = uint64_t{load<uint8_t>(first)} << 8 | load<uint8_t>(first + name.size() / 2);
        tail = load<uint8_t>(last - 1);
    }
    uint64_t hash = (head ^ name.size()) * 0x9E3779B97F4A7C15U;
    hash = (hash ^ (hash >> 32) ^ tail) * 0xD6E8FEB86659FD93U;
    return static_cast<uint32_t>(hash >> 32);
}

}  // namespace

Names::Names(const std::vector<std::string_view>& names) {
    for (std::string_view name : names) add(name);
}

uint32_t Names::look_up(std::string_view name) const {
    if (slots_.empty()) return none;
    const uint32_t hash = hash_of(name);
    const size_t mask = slots_.size() - 1;
    for (size_t at = hash & mask; slots_[at].index != none; at = (at + 1) & mask) {
        if (slots_[at].hash == hash && same_text(names_[slots_[at].index], name))
            return slots_[at].index;
    }
    return none;
}

uint32_t Names::add(std::string_view name) {
    if (const uint32_t index = look_up(name); index != none) return index;
    const auto index = static_cast<uint32_t>(names_.size());
    names_.push_back(name);
    if (names_.size() * 2 > slots_.size()) {
        grow();
    } else {
        put(index);
    }
    return index;
}

void Names::put(uint32_t index) {
    const uint32_t hash = hash_of(names_[index]);
    const size_t mask = slots_.size() - 1;
    size_t at = hash & mask;
    while (slots_[at].index != none) at = (at + 1) & mask;
    slots_[at] = {hash, index};
}

void Names::grow() {
    slots_.assign(slots_.empty() ? 8 : slots_.size() * 2, {});
    for (uint32_t index = 0; index < names_.size(); ++index) put(index);
}

}  // namespace standin::schema
