// Where a check stands: in which schema and at which place of the instance.
#pragma once

#include <string>
#include <string_view>

#include "mock/schema/rule.h"
#include "mock/schema/run.h"

namespace standin::schema {

// What is wrong with a member, in the words of a keyword that need not be the one that asks for it.
struct Wrong {
    std::string_view keyword;
    std::string_view member;
    std::string expected;
    std::string received;
};

class Here {
  public:
    Here(Run& run, const Schema& schema, const Step* step)
        : run_(run), schema_(schema), step_(step) {}

    const Schema& schema() const { return schema_; }
    Scratch& scratch() const { return run_.scratch; }
    Direction direction() const { return run_.place.direction; }
    bool done() const { return run_.done(); }  // no further problem is wanted
    bool counted() const { return run_.counted; }

    // Another schema on the same instance, on a member and on an item of it.
    bool apply(const Schema& schema, const Value& instance) const {
        return is_plain(schema, instance) || Here(run_, schema, step_).check(instance);
    }
    bool member(const Schema& schema, const Member& member) const {
        return is_plain(schema, member.value) || check_member(schema, member);
    }
    bool item(const Schema& schema, const Value& instance, size_t index) const {
        return is_plain(schema, instance) || check_item(schema, instance, index);
    }

    // The verdict alone: problems are not told, nothing is collected.
    bool matches(const Schema& schema, const Value& instance) const;

    // What this schema collects about its instance; null where nobody asks for it.
    Evaluated* evaluated() const { return schema_.collects ? run_.evaluated : nullptr; }

    // As matches(); what the schema evaluated counts where it is met.
    bool tries(const Schema& schema, const Value& instance) const;

    // What a schema would tell of this instance, with pointers that begin at it, for comparison:
    // of a choice that is not met, only that.
    Problems problems_of(const Schema& schema, const Value& instance, size_t limit) const;

    // As apply(), collecting; and with the anchors of a resource in the dynamic scope.
    bool collect(const Schema& schema, const Value& instance, Evaluated& evaluated) const;
    bool enter(const Anchors& anchors, const Schema& schema, const Value& instance) const;

    const Scope* scope() const { return run_.scope; }

    // Tells a problem of this instance, or of a member or an item of it; false, always.
    bool fail(const Member& keyword, std::string_view expected, std::string_view received) const;
    bool fail_member(std::string_view name, const Member& keyword, std::string_view expected,
                     std::string_view received) const;
    bool fail_item(size_t index, const Member& keyword, const Value& item) const;

    bool fail_member(const Wrong& wrong, const Member& keyword) const;

    // As fail(), for limits: received is a count.
    bool fail_count(const Rule& rule, size_t received) const;

    // Runs the schema's rules on the instance.
    bool check(const Value& instance) const;

  private:
    // Whether there is nothing but the type to check, and it is right.
    static bool is_plain(const Schema& schema, const Value& instance) {
        return schema.rules.empty() && allows(schema.kinds, instance);
    }
    bool verdict(const Schema& schema, const Value& instance, Evaluated* own) const;
    bool check_member(const Schema& schema, const Member& member) const;
    bool check_item(const Schema& schema, const Value& instance, size_t index) const;
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
