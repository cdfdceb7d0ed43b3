// Operands of the keywords that need more than one value.
#pragma once

#include <string_view>
#include <vector>

#include "mock/schema/names.h"
#include "mock/schema/rule.h"

namespace standin::schema {

// properties, required, patternProperties and additionalProperties: checked together, in one walk
// over the instance's members.
struct Members {
    struct Declared {
        const Schema* schema = nullptr;  // null for a name that is only required
        bool required = false;
    };

    Names names;                     // those of `properties` first, then those only required
    std::vector<Declared> declared;  // by the index in `names`
    size_t properties = 0;           // how many of them stand in `properties`
    std::vector<std::pair<const Pattern*, const Schema*>> patterns;
    const Schema* additional = nullptr;  // null: anything goes
    const Member* closed = nullptr;      // additionalProperties, where it is false
    const Member* required = nullptr;    // the keyword
};

// allOf, anyOf and oneOf.
struct Branches {
    std::vector<const Schema*> schemas;
    std::string_view discriminator;  // the property that names a branch; "" where there is none
    Names values;                    // of that property
    std::vector<size_t> by_value;    // which branch, by the index in `values`
};

struct Contains {
    const Schema* schema = nullptr;
    size_t minimum = 1;
    size_t maximum = SIZE_MAX;
    const Member* minimum_keyword = nullptr;  // null where they are not written
    const Member* maximum_keyword = nullptr;
};

// if, then and else; the last two are null where they are not written.
struct Condition {
    const Schema* test = nullptr;
    const Schema* yes = nullptr;
    const Schema* no = nullptr;
};

// dependentRequired or dependentSchemas: what the presence of a member asks for.
struct Dependents {
    struct Dependent {
        std::string_view name;
        std::vector<std::string_view> required;
        const Schema* schema = nullptr;
    };
    std::vector<Dependent> dependents;
};

}  // namespace standin::schema
