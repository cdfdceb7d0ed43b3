// Where in a file something stands.
#pragma once

#include <cstdint>

namespace standin {

// A place in a source file, counted from 1; {0, 0} when the value was not read from a file.
struct Mark {
    uint32_t line = 0;
    uint32_t column = 0;

    bool operator==(const Mark&) const = default;
};

}  // namespace standin
