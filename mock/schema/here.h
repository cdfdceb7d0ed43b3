// Where a check stands: in which schema, at which place of the instance, and what becomes of the
// problems it finds.
#pragma once

#include <memory>
#include <string_view>

#include "mock/schema/check.h"
#include "mock/schema/rule.h"

namespace standin::schema {

// One step into the instance. Steps are linked on the stack, innermost first, so that a pointer is
// written only when there is a problem to report.
struct Step {
    static constexpr size_t by_name = SIZE_MAX;

    const Step* outer = nullptr;
    std::string_view name;
    size_t index = by_name;  // of an item
};

// Room for numbers that a check needs for as long as it looks at one object. Falls back on the heap
// when many large objects are nested.
class Scratch {
  public:
    static constexpr size_t room = 1024;

    // `count` numbers, all of them `none`, given back when this goes out of scope.
    class Slots {
      public:
        static constexpr uint32_t none = UINT32_MAX;

        Slots(Scratch& scratch, size_t count);
        ~Slots() { scratch_.used_ = before_; }
        Slots(const Slots&) = delete;
        Slots& operator=(const Slots&) = delete;
        uint32_t& operator[](size_t index) { return slots_[index]; }

      private:
        Scratch& scratch_;
        size_t before_;
        std::unique_ptr<uint32_t[]> heap_;
        uint32_t* slots_;
    };

  private:
    uint32_t numbers_[room];
    size_t used_ = 0;
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

    bool done() const { return !problems || problems->size() >= limit; }
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

    // The verdict alone: problems are not told.
    bool matches(const Schema& schema, const Value& instance) const;

    // Tells a problem of this instance, or of the member of that name in it; false, always.
    bool fail(const Member& keyword, std::string_view expected, std::string_view received) const;
    bool fail_member(std::string_view name, const Member& keyword, std::string_view expected,
                     std::string_view received) const;

    // As fail(), for limits: received is a count.
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

    Run& run_;
    const Schema& schema_;
    const Step* step_;  // null at the instance's root
};

// "null", "boolean", "number", "string", "array" or "object".
std::string_view json_type_of(const Value& instance);

// The types a schema names, joined by ","; "" where it names none. Follows $ref.
std::string types_of(const Schema& schema);

}  // namespace standin::schema
