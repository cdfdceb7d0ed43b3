// Where a check stands: in which schema, at which place of the instance, and what becomes of the
// problems it finds.
#pragma once

#include <string_view>

#include "mock/schema/check.h"
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

    Scratch& scratch;
    Patience& patience;
    Problems* problems;  // null when only the verdict is wanted
    size_t limit;        // of problems
    Place place;
    size_t depth = 0;
    const Scope* scope = nullptr;
    Evaluated* evaluated = nullptr;  // of the instance that a collecting schema looks at

    bool done() const { return !problems || problems->size() >= limit || patience.lost; }
    // The same run, for its verdict alone.
    Run quiet(Evaluated* collected = nullptr) const {
        return {scratch, patience, nullptr, 0, place, depth, scope, collected};
    }
};

class Here {
  public:
    Here(Run& run, const Schema& schema, const Step* step)
        : run_(run), schema_(schema), step_(step) {}

    const Schema& schema() const { return schema_; }
    Scratch& scratch() const { return run_.scratch; }
    Direction direction() const { return run_.place.direction; }
    bool done() const { return run_.done(); }  // no further problem is wanted

    // Another schema on the same instance, on a member and on an item of it.
    bool apply(const Schema& schema, const Value& instance) const;
    bool member(const Schema& schema, const Member& member) const;
    bool item(const Schema& schema, const Value& instance, size_t index) const;

    // The verdict alone: problems are not told, nothing is collected.
    bool matches(const Schema& schema, const Value& instance) const;
    bool matches_member(const Schema& schema, const Member& member) const;
    bool matches_item(const Schema& schema, const Value& instance, size_t index) const;

    // Whether the pattern of this keyword occurs in a text of the instance: a string, or the name
    // of a member. Where the search gives up, so does the check.
    bool finds(const Pattern& pattern, std::string_view text, const Member& keyword) const;

    // What this schema collects about its instance; null where nobody asks for it.
    Evaluated* evaluated() const { return schema_.collects ? run_.evaluated : nullptr; }

    // As matches(); what the schema evaluated counts where it is met.
    bool tries(const Schema& schema, const Value& instance) const;

    // As apply(), collecting; and with the anchors of a resource in the dynamic scope.
    bool collect(const Schema& schema, const Value& instance, Evaluated& evaluated) const;
    bool enter(const Anchors& anchors, const Schema& schema, const Value& instance) const;

    const Scope* scope() const { return run_.scope; }
    // Tells a problem of this instance, or of a member of it; false, always.
    bool fail(const Member& keyword, std::string_view expected, std::string_view received) const;
    bool fail_member(std::string_view name, const Member& keyword, std::string_view expected,
                     std::string_view received) const;
    // An item beyond those that are allowed: expected is how many are.
    bool fail_item(size_t index, const Member& keyword, const Value& item, size_t allowed) const;

    // For limits: received is a count.
    bool fail_count(const Rule& rule, size_t received) const;

    // Runs the schema's rules on the instance.
    bool check(const Value& instance) const;

  private:
    bool stage(Stage stage, const Value& instance) const;
    bool fail_type(const Value& instance) const;
    bool fail_whole(std::string_view word, const Value& instance) const;  // the schema itself
    void tell(const Member& keyword, const Step* step, std::string_view expected,
              std::string_view received) const;
    Problem problem_at(const Step* step) const;
    Problem problem_of(const Member& keyword, const Step* step) const;

    Run& run_;
    const Schema& schema_;
    const Step* step_;  // null at the instance's root
};

// "null", "boolean", "number", "string", "array" or "object".
std::string_view json_type_of(const Value& instance);

// The types a schema names, joined by ","; "" where it names none. Follows $ref.
std::string types_of(const Schema& schema);

}  // namespace standin::schema
