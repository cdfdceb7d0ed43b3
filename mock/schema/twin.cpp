#include "mock/schema/twin.h"

#include <algorithm>
#include <functional>
#include <numeric>
#include <string_view>
#include <vector>

#include "mock/core/decimal.h"
#include "mock/schema/latest.h"

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

// By what a number is worth: the same for 100, 1e2 and 100.0.
uint64_t hash_of_number(std::string_view written) {
    const Decimal decimal(written);
    if (decimal.is_zero()) return 0;
    uint64_t digits = 0;
    size_t left = decimal.significant();
    for (const char c : decimal.mantissa) {
        if (c == '.') continue;
        if (left-- == 0) break;
        digits = digits * 10 + static_cast<uint64_t>(c - '0');
    }
    const auto exponent = static_cast<uint64_t>(decimal.significant_exponent());
    return mix(mix(digits, exponent), decimal.negative ? 1 : 0);
}

// Calls `take` with each member that no other one of its name replaces, in any order.
template <class Take>
void for_members(const Value& object, const Take& take) {
    if (object.members().size() > few) {
        for (const Member* member : sorted_by_name(object.members())) take(*member);
        return;
    }
    for (const Member& member : object.members()) {
        if (object.find(member.name) == &member.value) take(member);
    }
}

// Equal values have equal hashes: numbers by value, objects without regard to order.
uint64_t hash_of(const Value& value) {
    uint64_t hash = 0;
    switch (value.kind()) {
        case Kind::boolean:
            return mix(1, value.boolean() ? 1 : 0);
        case Kind::integer:
        case Kind::number:
            return mix(2, hash_of_number(value.text()));
        case Kind::string:
            return mix(3, hash_of(value.text()));
        case Kind::array:
            for (const Value& item : value.items()) hash = mix(hash, hash_of(item));
            return mix(4, hash);
        case Kind::object:
            for_members(value, [&](const Member& member) {
                hash += mix(hash_of(member.name), hash_of(member.value));
            });
            return mix(5, hash);
        default:
            return 0;
    }
}

template <class Thing>
int order(const Thing& left, const Thing& right) {
    return (left > right) - (left < right);
}

int order_of(const Value& left, const Value& right);

int order_of_arrays(std::span<const Value> left, std::span<const Value> right) {
    int result = order(left.size(), right.size());
    for (size_t i = 0; result == 0 && i < left.size(); ++i) result = order_of(left[i], right[i]);
    return result;
}

int order_of_objects(const Value& left, const Value& right) {
    const auto of_left = sorted_by_name(left.members());
    const auto of_right = sorted_by_name(right.members());
    int result = order(of_left.size(), of_right.size());
    for (size_t i = 0; result == 0 && i < of_left.size(); ++i) {
        result = order(of_left[i]->name, of_right[i]->name);
        if (result == 0) result = order_of(of_left[i]->value, of_right[i]->value);
    }
    return result;
}

// Some order in which equal values, and no others, have the same place.
int order_of(const Value& left, const Value& right) {
    if (left.is_number() && right.is_number()) return compare(left, right);
    if (left.kind() != right.kind()) {
        // Both kinds of numbers have one place among the others.
        const auto place = [](const Value& value) {
            return value.is_number() ? Kind::number : value.kind();
        };
        return order(place(left), place(right));
    }
    switch (left.kind()) {
        case Kind::boolean:
            return order(left.boolean(), right.boolean());
        case Kind::string:
            return order(left.text(), right.text());
        case Kind::array:
            return order_of_arrays(left.items(), right.items());
        case Kind::object:
            return order_of_objects(left, right);
        default:
            return 0;
    }
}

bool same_few_members(const Value& left, const Value& right) {
    bool equal = true;
    for_members(left, [&](const Member& member) {
        const Value* other = equal ? right.find(member.name) : nullptr;
        equal = other && same(member.value, *other);
    });
    return equal && std::ranges::all_of(right.members(), [&](const Member& member) {
               return left.find(member.name) != nullptr;
           });
}

// Most objects differ in their names: a table of the smaller one's shows that soon.
bool same_many_members(std::span<const Member> fewer, std::span<const Member> more) {
    LastByName of_fewer;
    of_fewer.fill(fewer);
    const auto is_known = [&](const Member& member) { return of_fewer.find(member.name); };
    if (!std::ranges::all_of(more, is_known)) return false;
    LastByName of_more;
    of_more.fill(more);
    return of_more.names() == of_fewer.names() &&
           std::ranges::all_of(fewer, [&](const Member& member) {
               return of_fewer.find(member.name) != &member ||
                      same(member.value, of_more.find(member.name)->value);
           });
}

bool same_objects(const Value& left, const Value& right) {
    const auto of_left = left.members();
    const auto of_right = right.members();
    if (std::max(of_left.size(), of_right.size()) <= few) return same_few_members(left, right);
    return of_left.size() < of_right.size() ? same_many_members(of_left, of_right)
                                            : same_many_members(of_right, of_left);
}

std::optional<Twins> find_among_few(std::span<const Value> items) {
    for (size_t later = 1; later < items.size(); ++later) {
        for (size_t earlier = 0; earlier < later; ++earlier) {
            if (same(items[later], items[earlier])) return Twins{later, earlier};
        }
    }
    return std::nullopt;
}

// For items whose hashes collide, whoever made them so.
std::optional<Twins> find_by_order(std::span<const Value> items, size_t& compared) {
    std::vector<size_t> order(items.size());
    std::iota(order.begin(), order.end(), size_t{0});
    std::vector<uint64_t> hashes;
    for (const Value& item : items) hashes.push_back(hash_of(item));
    std::stable_sort(order.begin(), order.end(), [&](size_t left, size_t right) {
        ++compared;
        if (hashes[left] != hashes[right]) return hashes[left] < hashes[right];
        return order_of(items[left], items[right]) < 0;
    });
    std::optional<Twins> first;
    for (size_t i = 1; i < order.size(); ++i) {
        const Twins twins{order[i], order[i - 1]};
        if (first && first->later < twins.later) continue;
        if (hashes[twins.later] != hashes[twins.earlier]) continue;
        if (order_of(items[twins.later], items[twins.earlier]) == 0) first = twins;
    }
    return first;
}

}  // namespace

bool same(const Value& left, const Value& right) {
    if (left.is(Kind::object) && right.is(Kind::object)) return same_objects(left, right);
    if (left.is(Kind::array) && right.is(Kind::array)) {
        return std::ranges::equal(left.items(), right.items(), same);
    }
    return equal(left, right);
}

std::optional<Twins> find_twins(std::span<const Value> items) {
    size_t compared = 0;
    return find_twins(items, compared);
}

std::optional<Twins> find_twins(std::span<const Value> items, size_t& compared) {
    if (items.size() <= few) return find_among_few(items);
    struct Slot {
        uint64_t hash;
        size_t item;
    };
    constexpr size_t none = SIZE_MAX;
    size_t size = 32;
    while (size < items.size() * 2) size *= 2;
    std::vector<Slot> slots(size, Slot{0, none});
    size_t collisions = 0;
    for (size_t item = 0; item < items.size(); ++item) {
        const uint64_t hash = hash_of(items[item]);
        size_t at = (hash ^ hash >> 32) & (size - 1);
        for (; slots[at].item != none; at = (at + 1) & (size - 1)) {
            const bool twin = slots[at].hash == hash && same(items[item], items[slots[at].item]);
            if (twin) return Twins{item, slots[at].item};
            ++compared;
            if (++collisions > items.size() * 8) return find_by_order(items, compared);
        }
        slots[at] = {hash, item};
    }
    return std::nullopt;
}

}  // namespace standin::schema
