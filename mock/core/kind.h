// What JSON values can be.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace standin {

enum class Kind : uint8_t { null, boolean, integer, number, string, array, object };
inline constexpr size_t kind_count = 7;

// The JSON name of a kind: "null", "boolean", "integer", "number", "string", "array", "object".
std::string_view name_of(Kind kind);

}  // namespace standin
