// A place in a document, and following $ref from there.
#pragma once

#include <string>

#include "mock/contract/source.h"

namespace standin::contract {

// A value with the JSON Pointer at which it stands and the file in which it does: what errors name.
// The source must outlive it; it is null only where the value is.
struct Located {
    const Value* value = nullptr;
    std::string pointer;
    const Source* source = nullptr;

    explicit operator bool() const { return value != nullptr; }
    // The member of that name, not followed; empty where there is none.
    Located find(std::string_view name) const;
    // An array's item, not followed.
    Located item(size_t index) const;
    // A mistake at this place.
    Mistake mistake(std::string message) const;
    // Complains of the value. Throws ContractError.
    [[noreturn]] void refuse(std::string message) const;
};

Located root_of(const Source& source);

// Where a value's $ref leads in the end, maybe in another file; the value itself where it has none.
// Throws ContractError when the reference is dangling, goes round in a circle, or leads to a file
// that cannot be read.
Located follow(Located from);

}  // namespace standin::contract
