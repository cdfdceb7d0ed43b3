// How a sample should be.
#pragma once

#include <cstdint>
#include <string>

#include "mock/schema/schema.h"

namespace standin::sample {

// The same wish gives the same sample.
struct Wish {
    schema::Direction direction = schema::Direction::response;
    bool dynamic = false;  // varied: a function of what follows; else always the same
    uint64_t seed = 0;
    std::string operation = {};     // its id
    uint64_t ordinal = 0;           // of the request in its session
    bool ignores_examples = false;  // also of schemas
};

}  // namespace standin::sample
