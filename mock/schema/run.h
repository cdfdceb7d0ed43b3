// One check of an instance: where it goes on, what it has entered, and what becomes of problems.
#pragma once

#include <string_view>

#include "mock/schema/check.h"
#include "mock/schema/declaration.h"
#include "mock/schema/patience.h"
#include "mock/schema/rule.h"
#include "mock/schema/scratch.h"

namespace standin::schema {

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

// One call of check() or is_valid(), or a branch that is tried.
struct Run {
    // Nested schemas that one check enters at most: more could exhaust the thread's stack.
    static constexpr size_t depth_limit = 4096;

    Run(Scratch& room, Patience& shared, const Place& at)
        : scratch(room), patience(shared), place(at) {}

    Scratch& scratch;
    Patience& patience;
    Problems* problems = nullptr;  // null when only the verdict is wanted
    size_t limit = 0;              // of problems
    Place place;
    size_t depth = 0;
    const Scope* scope = nullptr;
    const Step* root = nullptr;            // of the instance with which it began
    Evaluated* evaluated = nullptr;        // of the instance that a collecting schema looks at
    Declarations* declarations = nullptr;  // noted where objects are closed
    bool brief = false;                    // members and items are left to a Glance
    bool tried = false;                    // within a schema whose verdict alone counts
    bool counted = false;                  // the problems are counted, not told
    bool lacks = false;  // whether its instance lacks a required member that travels the other way

    bool done() const { return !problems || problems->size() >= limit || patience.lost; }
    // The same run from this step on, for its verdict alone.
    Run quiet(const Step* from, Evaluated* collected = nullptr) const {
        Run run(scratch, patience, place);
        run.depth = depth;
        run.scope = scope;
        run.root = from;
        run.evaluated = collected;
        run.declarations = declarations;
        run.brief = brief;
        run.tried = true;
        return run;
    }
};

}  // namespace standin::schema
