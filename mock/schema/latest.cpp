#include "mock/schema/latest.h"

#include <algorithm>
#include <functional>
#include <numeric>

namespace standin::schema {

std::vector<const Member*> sorted_by_name(std::span<const Member> members) {
    std::vector<const Member*> order(members.size());
    std::iota(order.begin(), order.end(), members.data());
    // Members lie in the order in which they were written.
    std::ranges::sort(order, [](const Member* left, const Member* right) {
        const int by_name = left->name.compare(right->name);
        return by_name != 0 ? by_name < 0 : left > right;
    });
    const auto same = [](const Member* left, const Member* right) {
        return left->name == right->name;
    };
    order.erase(std::unique(order.begin(), order.end(), same), order.end());
    return order;
}

void LastByName::fill(std::span<const Member> members, size_t enough) {
    size_t size = 8;
    while (size < std::min(members.size(), enough) * 2) size *= 2;
    slots_.assign(size, nullptr);
    steps_left_ = members.size() * 8;
    for (const Member& member : members) {
        if (names_ == enough) return;
        const Member** slot = slot_of(member.name);
        if (!slot) {
            sorted_ = sorted_by_name(members);
            names_ = sorted_.size();
            return;
        }
        names_ += *slot ? 0 : 1;
        *slot = &member;
    }
}

// Where a member of this name is, or would be; null where too much has been looked at.
const Member** LastByName::slot_of(std::string_view name) {
    const uint64_t hash = std::hash<std::string_view>()(name);
    size_t at = (hash ^ hash >> 32) & (slots_.size() - 1);
    for (; slots_[at] && slots_[at]->name != name; at = (at + 1) & (slots_.size() - 1)) {
        if (steps_left_-- == 0) return nullptr;
    }
    return &slots_[at];
}

const Member* LastByName::find(std::string_view name) const {
    if (!sorted_.empty()) {
        const auto name_of = [](const Member* one) { return one->name; };
        const auto at = std::ranges::lower_bound(sorted_, name, {}, name_of);
        return at != sorted_.end() && (*at)->name == name ? *at : nullptr;
    }
    const uint64_t hash = std::hash<std::string_view>()(name);
    size_t at = (hash ^ hash >> 32) & (slots_.size() - 1);
    while (slots_[at] && slots_[at]->name != name) at = (at + 1) & (slots_.size() - 1);
    return slots_[at];
}

bool Latest::has(const Member& member) {
    constexpr size_t few = 4;  // questions that are worth no table
    if (++asked_ <= few) {
        const auto same = [&](const Member& other) { return other.name == member.name; };
        return std::none_of(&member + 1, members_.data() + members_.size(), same);
    }
    if (asked_ == few + 1) last_.fill(members_);
    return last_.find(member.name) == &member;
}

size_t count_names(std::span<const Member> members, size_t enough) {
    if (members.size() < 2 || enough == 0) return std::min(members.size(), enough);
    LastByName last;
    last.fill(members, enough);
    return std::min(last.names(), enough);
}

}  // namespace standin::schema
