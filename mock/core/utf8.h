// UTF-8, RFC 3629.
#pragma once

#include <cstddef>
#include <string_view>

namespace standin {

// The length of the sequence of several bytes that a text begins with (section 4); 0 where it
// begins with none.
size_t utf8_sequence_size(std::string_view text);

// Appends the UTF-8 of a code point up to U+10FFFF; returns where it ends. `out` has room for 4.
char* write_utf8(char* out, char32_t point);

}  // namespace standin
