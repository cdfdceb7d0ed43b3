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
    const Member* pattern_keyword = nullptr;  // patternProperties, where there are patterns
    const Schema* additional = nullptr;       // null: anything goes
    bool knows_all = false;                   // additionalProperties is written and not false
    const Member* closed = nullptr;           // additionalProperties, where it is false
    const Member* required = nullptr;         // the keyword
    uint64_t required_bits = 0;               // by the index in `names`, of the first 64
};

// enum, where it is long: its texts by name, its numbers in their order, and the rest.
struct Enumeration {
    Names texts;
    std::vector<Value> numbers;
    std::vector<Value> others;
};

// allOf and prefixItems.
struct Branches {
    std::vector<const Schema*> schemas;
};

struct Contains {
    const Schema* schema = nullptr;
    size_t minimum = 1;
    size_t maximum = SIZE_MAX;
    const Member* minimum_keyword = nullptr;  // null where they are not written
    const Member* maximum_keyword = nullptr;
    bool evaluates = false;  // since 2020-12, what it finds is evaluated
};

// if, then and else; the last two are null where they are not written.
struct Condition {
    const Schema* test = nullptr;
    const Schema* yes = nullptr;
    const Schema* no = nullptr;
};

// dependentRequired, dependentSchemas or dependencies: what the presence of a member asks for.
struct Dependents {
    struct Dependent {
        std::string_view name;
        std::vector<std::string_view> required;
        const Schema* schema = nullptr;
    };
    std::vector<Dependent> dependents;
};

// unevaluatedItems and unevaluatedProperties: what of the instance no other keyword of the schema
// has had a look at.
struct Unevaluated {
    struct Rest {
        const Member* keyword = nullptr;  // null where it is not written
        const Schema* schema = nullptr;   // null where it is false
    };

    const Schema* others = nullptr;  // the same schema without the two, collecting
    Rest items;
    Rest properties;
};

// The dynamic anchors of a resource. Each schema is there twice: as it is, and collecting what it
// evaluates.
struct Anchors {
    struct Anchor {
        std::string_view name;  // "" for $recursiveAnchor
        const Schema* plain = nullptr;
        const Schema* collecting = nullptr;
    };
    std::vector<Anchor> anchors;
};

// The way into a resource with dynamic anchors from outside.
struct Entrance {
    const Anchors* anchors = nullptr;
    const Schema* schema = nullptr;
};

// $dynamicRef or $recursiveRef to a dynamic anchor.
struct Dynamic {
    std::string_view name;
    const Schema* usual = nullptr;  // where no resource in the scope has the anchor
};

}  // namespace standin::schema
