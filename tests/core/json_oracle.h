// Another reader of JSON, which must say the same of any text.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>

#include <nlohmann/json.hpp>

#include "mock/core/json.h"

namespace standin {

// What nlohmann's parser reads; discarded where it reads nothing. It takes a NUL for the end of the
// text, so a text that holds one is given to it as one that is wrong.
inline nlohmann::json oracle_of(std::string_view text) {
    const bool holds_nul = text.find('\0') != text.npos;
    return nlohmann::json::parse(holds_nul ? "!" : text, nullptr, false);
}

inline bool agree(const Value& value, const nlohmann::json& other);

inline bool agree_as_objects(const Value& value, const nlohmann::json& other) {
    for (const Member& member : value.members()) {
        const auto found = other.find(std::string(member.name));
        if (found == other.end() || !agree(*value.find(member.name), *found)) return false;
    }
    for (const auto& theirs : other.items()) {
        if (!value.find(theirs.key())) return false;
    }
    return true;
}

inline bool agree_as_arrays(const Value& value, const nlohmann::json& other) {
    return std::equal(value.items().begin(), value.items().end(), other.begin(), other.end(),
                      agree);
}

// Whether both are the same value; of members that share a name, the last one counts.
inline bool agree(const Value& value, const nlohmann::json& other) {
    switch (value.kind()) {
        case Kind::boolean:
            return other.is_boolean() && other.get<bool>() == value.boolean();
        case Kind::integer:
            return other.is_number_integer() && other.get<int64_t>() == value.integer();
        case Kind::number:
            return other.is_number() && other.get<double>() == value.number();
        case Kind::string:
            return other.is_string() && other.get_ref<const std::string&>() == value.text();
        case Kind::array:
            return other.is_array() && agree_as_arrays(value, other);
        case Kind::object:
            return other.is_object() && agree_as_objects(value, other);
        default:
            return other.is_null();
    }
}

}  // namespace standin
