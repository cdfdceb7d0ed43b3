// JSON Pointer, RFC 6901.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "mock/core/value.h"

namespace standin {

// Appends "/" and the token, with "~" and "/" escaped (section 3).
void append_token(std::string& pointer, std::string_view token);

// The tokens of a pointer, unescaped: "/a~1b/0" is {"a/b", "0"}; "" is {}.
std::vector<std::string> tokens_of(std::string_view pointer);

// The value at a pointer (section 4), or null where there is none or the pointer is malformed.
const Value* resolve(const Value& root, std::string_view pointer);

}  // namespace standin
