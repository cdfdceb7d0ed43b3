// Following $ref within a document.
#pragma once

#include <string>

#include "mock/contract/source.h"

namespace standin::contract {

// A value and the JSON Pointer at which it stands; the pointer is what errors name.
struct Located {
    const Value* value = nullptr;
    std::string pointer;

    explicit operator bool() const { return value != nullptr; }
    // The member of that name, not followed; empty where there is none.
    Located find(std::string_view name) const;
};

// Where a value's $ref leads in the end; the value itself where it has none. Throws ContractError
// when the reference is dangling, goes round in a circle, or leaves the document.
Located follow(const Source& source, Located from);

}  // namespace standin::contract
