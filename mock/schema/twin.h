// Equal values, for enum, const and uniqueItems.
#pragma once

#include <cstddef>
#include <optional>
#include <span>

#include "mock/core/value.h"

namespace standin::schema {

// standin::equal, but never quadratic in the size of an object.
bool same(const Value& left, const Value& right);

struct Twins {
    size_t later;
    size_t earlier;
};

// The first item that equals one before it, with the first such one; nothing where all differ.
// Linear in the size of the items; where their hashes collide, sorted. Short arrays of small
// objects cost no allocation.
std::optional<Twins> find_twins(std::span<const Value> items);

// The same, and counts how often two of them, or their hashes, are compared: at most nine times for
// each item before they are sorted.
std::optional<Twins> find_twins(std::span<const Value> items, size_t& compared);

}  // namespace standin::schema
