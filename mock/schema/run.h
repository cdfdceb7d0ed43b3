// A check under way: what it has entered, and what becomes of the problems it finds.
#pragma once

#include <string_view>

#include "mock/schema/check.h"
#include "mock/schema/scratch.h"

namespace standin::schema {

struct Anchors;

// One step into the instance. Steps are linked on the stack, innermost first, so that a pointer is
// written only when there is a problem to report.
struct Step {
    static constexpr size_t by_name = SIZE_MAX;

    const Step* outer = nullptr;
    std::string_view name;
    size_t index = by_name;  // of an item
};

// The resources with dynamic anchors that the check has entered and not left, innermost first: the
// dynamic scope (JSON Schema 2020-12 core, section 7.1).
struct Scope {
    const Scope* outer = nullptr;
    const Anchors* anchors = nullptr;
};

// One call of check() or is_valid().
struct Run {
    // Nested schemas that one check enters at most: more could exhaust the thread's stack.
    static constexpr size_t depth_limit = 4096;

    Scratch& scratch;
    Problems* problems;  // null when only the verdict is wanted
    size_t limit;        // of problems
    Place place;
    size_t depth = 0;
    const Scope* scope = nullptr;
    Evaluated* evaluated = nullptr;  // of the instance that a collecting schema looks at
    bool tried = false;              // within a schema whose verdict alone counts
    bool counted = false;            // the problems are counted, not told

    bool done() const { return !problems || problems->size() >= limit; }
};

}  // namespace standin::schema
