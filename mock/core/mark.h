// Where in a file something stands.
#pragma once

#include <cstdint>

namespace standin {

// A place in a source file, counted from 1; {0, 0} when the value was not read from a file. Lines
// beyond the last one that can be told count as that one.
struct Mark {
    static constexpr uint32_t last_line = (1U << 24) - 1;

    constexpr Mark() = default;
    constexpr Mark(uint32_t at_line, uint32_t at_column, uint8_t of_file = 0)
        : line((at_line < last_line ? at_line : last_line) & last_line),
          file(of_file),
          column(at_column) {}

    uint32_t line : 24 = 0;
    uint32_t file : 8 = 0;  // 0 = the document's own; see Document::file_of
    uint32_t column = 0;

    bool operator==(const Mark&) const = default;
};

}  // namespace standin
