#include "mock/schema/twin.h"

#include <algorithm>
#include <functional>
#include <string_view>
#include <vector>

namespace standin::schema {

namespace {

constexpr size_t few = 12;  // compared pair by pair

uint64_t mix(uint64_t hash, uint64_t with) {
    hash = (hash ^ with) * 0x9E3779B97F4A7C15U;
    return hash ^ (hash >> 29);
}

uint64_t hash_of(std::string_view text) {
    return std::hash<std::string_view>()(text);
}

// Equal values have equal hashes: numbers by value, objects without regard to order.
uint64_t hash_of(const Value& value) {
    uint64_t hash = 0;
    switch (value.kind()) {
        case Kind::boolean:
            return mix(1, value.boolean() ? 1 : 0);
        case Kind::integer:
        case Kind::number:
            return mix(2, std::hash<double>()(value.number()));
        case Kind::string:
            return mix(3, hash_of(value.text()));
        case Kind::array:
            for (const Value& item : value.items()) hash = mix(hash, hash_of(item));
            return mix(4, hash);
        case Kind::object:
            for (const Member& member : value.members()) {
                hash += mix(hash_of(member.name), hash_of(member.value));
            }
            return mix(5, hash);
        default:
            return 0;
    }
}

std::vector<const Member*> sorted(std::span<const Member> members) {
    std::vector<const Member*> order;
    order.reserve(members.size());
    for (const Member& member : members) order.push_back(&member);
    std::stable_sort(order.begin(), order.end(),
                     [](auto* left, auto* right) { return left->name < right->name; });
    return order;
}

bool same(const Value& left, const Value& right);

bool same_objects(const Value& left, const Value& right) {
    if (left.members().size() != right.members().size()) return false;
    if (left.members().size() <= few) {
        return std::ranges::all_of(left.members(), [&](const Member& member) {
            const Value* other = right.find(member.name);
            return other && same(member.value, *other);
        });
    }
    return std::ranges::equal(sorted(left.members()), sorted(right.members()),
                              [](const Member* one, const Member* other) {
                                  return one->name == other->name && same(one->value, other->value);
                              });
}

// standin::equal, but never quadratic in the size of an object.
bool same(const Value& left, const Value& right) {
    if (left.is(Kind::object) && right.is(Kind::object)) return same_objects(left, right);
    if (left.is(Kind::array) && right.is(Kind::array)) {
        return std::ranges::equal(left.items(), right.items(), same);
    }
    return equal(left, right);
}

std::optional<Twins> find_among_few(std::span<const Value> items) {
    for (size_t later = 1; later < items.size(); ++later) {
        for (size_t earlier = 0; earlier < later; ++earlier) {
            if (same(items[later], items[earlier])) return Twins{later, earlier};
        }
    }
    return std::nullopt;
}

}  // namespace

std::optional<Twins> find_twins(std::span<const Value> items) {
    if (items.size() <= few) return find_among_few(items);
    struct Slot {
        uint64_t hash;
        size_t item;
    };
    constexpr size_t none = SIZE_MAX;
    size_t size = 32;
    while (size < items.size() * 2) size *= 2;
    std::vector<Slot> slots(size, Slot{0, none});
    for (size_t item = 0; item < items.size(); ++item) {
        const uint64_t hash = hash_of(items[item]);
        size_t at = (hash ^ hash >> 32) & (size - 1);
        for (; slots[at].item != none; at = (at + 1) & (size - 1)) {
            const bool twin = slots[at].hash == hash && same(items[item], items[slots[at].item]);
            if (twin) return Twins{item, slots[at].item};
        }
        slots[at] = {hash, item};
    }
    return std::nullopt;
}

}  // namespace standin::schema
