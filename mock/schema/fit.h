// What single values are asked for, apart from what is told of it.
#pragma once

#include <algorithm>
#include <string_view>

#include "mock/schema/names.h"
#include "mock/schema/rule.h"
#include "mock/schema/twin.h"

namespace standin::schema {

// Code points of UTF-8: bytes that do not continue another one.
inline size_t length_of(std::string_view text) {
    return static_cast<size_t>(std::ranges::count_if(
        text, [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

// A code point has at most four bytes, so most texts need not be counted.
inline bool fits_min_length(const Rule& rule, const Value& instance) {
    const std::string_view text = instance.text();
    return text.size() / 4 >= rule.count || length_of(text) >= rule.count;
}

inline bool fits_max_length(const Rule& rule, const Value& instance) {
    const std::string_view text = instance.text();
    return text.size() <= rule.count || length_of(text) <= rule.count;
}

// As same(), faster for texts.
inline bool is_same(const Value& one, const Value& other) {
    if (!one.is(Kind::string) || !other.is(Kind::string)) return same(one, other);
    return same_text(one.text(), other.text());
}

inline bool fits_const(const Rule& rule, const Value& instance) {
    return is_same(rule.keyword->value, instance);
}

// Where there are many values, in less than linear time.
bool is_one_of(const Enumeration& values, const Value& instance);

inline bool fits_enum(const Rule& rule, const Value& instance) {
    const Enumeration* many = rule.operand.enumeration;
    if (many) return is_one_of(*many, instance);
    return std::ranges::any_of(rule.keyword->value.items(),
                               [&](const Value& one) { return is_same(one, instance); });
}

}  // namespace standin::schema
