// What a plain YAML scalar means: YAML 1.2.2, core schema (section 10.3.2).
#pragma once

#include <string>
#include <string_view>

namespace standin::contract {

enum class Scalar { null, yes, no, number, not_a_number, string };

// The meaning of a plain (unquoted) scalar. For a number `json` becomes the same number as JSON
// writes it: "0x1F" is 31, "007" is 7, ".5" is 0.5. Infinity and NaN are not_a_number.
Scalar resolve_scalar(std::string_view text, std::string& json);

}  // namespace standin::contract
