// Which kinds of values a schema names.
#pragma once

#include "mock/contract/reference.h"
#include "mock/core/kind.h"

namespace standin::contract {

// The types of a schema but null: those that it names itself, else those of its branches, else
// those of the values in its enum or const. What names none takes any.
struct Kinds {
    Kind first = Kind::string;  // that is named; a string where none is
    uint8_t set = 0;            // of all that are named, a bit for each

    void add(Kind kind);
    bool any() const { return set == 0; }
    bool has(Kind kind) const { return (set >> static_cast<unsigned>(kind) & 1U) != 0; }
    bool has_number() const { return has(Kind::integer) || has(Kind::number); }
};

Kinds kinds_of(const Located& schema);

}  // namespace standin::contract
