// Where a check stands: in which schema, at which place of the instance, and what becomes of the
// problems it finds.
#pragma once

#include <string_view>

#include "mock/schema/one_way.h"
#include "mock/schema/run.h"
#include "mock/schema/told.h"

namespace standin::schema {

class Here {
  public:
    // What it is in the eyes of the one that applies it to the same instance.
    enum class Role : uint8_t { part, branch };

    Here(Run& run, const Schema& schema, const Step* step, const Here* outer = nullptr,
         Role role = Role::part)
        : run_(run), schema_(schema), step_(step), outer_(outer), role_(role) {}

    const Schema& schema() const { return schema_; }
    Scratch& scratch() const { return run_.scratch; }
    Direction direction() const { return run_.place.direction; }
    bool done() const { return run_.done(); }  // no further problem is wanted
    bool counted() const { return run_.counted; }

    // Another schema on the same instance, on a member and on an item of it.
    bool apply(const Schema& schema, const Value& instance, Role role = Role::part) const {
        return is_plain(schema, instance) || Here(run_, schema, step_, this, role).check(instance);
    }
    bool member(const Schema& schema, const Member& member) const {
        return is_plain(schema, member.value) || check_member(schema, member);
    }
    bool item(const Schema& schema, const Value& instance, size_t index) const {
        return is_plain(schema, instance) || check_item(schema, instance, index);
    }

    // The verdict alone, which what applies to this instance does not excuse.
    bool matches(const Schema& schema, const Value& instance) const;
    bool matches_member(const Schema& schema, const Member& member) const;
    bool matches_item(const Schema& schema, const Value& instance, size_t index) const;
    // Whether the pattern of this keyword occurs in a text of the instance: a string, or the name
    // of a member. Where the search gives up, so does the check.
    bool finds(const Pattern& pattern, std::string_view text, const Member& keyword) const;

    // What this schema collects about its instance; null where nobody asks.
    Evaluated* evaluated() const {
        return schema_.collects ? run_.evaluated : nullptr;
    }  // A branch that may not be the one that was meant: nothing is closed because of it.
    bool apply_guess(const Schema& schema, const Value& instance) const;
    // Whether more than the verdict counts of branches: then one that is met is not enough.
    bool looks_at_all() const { return evaluated() || run_.declarations; }
    // The verdict of a branch; what it evaluated counts where it is met (`lacks`: see Outcome).
    bool tries(const Schema& schema, const Value& instance, bool* lacks = nullptr) const;

    // As matches(), collecting where it is met.
    bool asks(const Schema& schema, const Value& instance) const;
    // What a branch would tell, for comparison: pointers begin at the instance, and of a choice
    // that is not met it tells only that.
    Problems problems_of(const Schema& schema, const Value& instance, size_t limit) const;
    // As apply(), collecting; and with the anchors of a resource in the dynamic scope.
    bool collect(const Schema& schema, const Value& instance, Evaluated& evaluated) const;
    bool enter(const Anchors& anchors, const Schema& schema, const Value& instance) const;

    const Scope* scope() const { return run_.scope; }
    // Whether schemas of this instance speak of members that travel only the other way, whether a
    // required one may be missing for that reason, and whether one that is there means nothing.
    bool knows_one_way() const;
    bool may_lack(std::string_view name) const;
    void lack() const;  // it is missing
    bool ignores(std::string_view name) const;

    // Tells a problem of this instance, a member, or an item beyond those allowed; false, always.
    bool fail(const Member& keyword, std::string_view expected, std::string_view received) const;
    bool fail_member(std::string_view name, const Member& keyword, std::string_view expected,
                     std::string_view received) const;
    bool fail_member(const Wrong& wrong, const Member& keyword) const;
    bool fail_item(size_t index, const Member& keyword, const Value& item, size_t allowed) const;
    // For limits: received is a count.
    bool fail_count(const Rule& rule, size_t received) const;
    // A member that no schema of the instance declares, told at this schema as a whole.
    bool fail_undeclared(std::string_view name) const;
    // What this schema says of members that it does not declare, for checks that refuse them.
    void declares(const Members& members, const Value& instance) const;
    void leaves_open(const Value& instance) const;
    // Runs the schema's rules on the instance.
    bool check(const Value& instance) const;

  private:
    // Whether there is nothing but the type to check, and it is right.
    static bool is_plain(const Schema& schema, const Value& instance) {
        return schema.asks_no_more_of(instance);
    }
    bool check_member(const Schema& schema, const Member& member) const;
    bool check_item(const Schema& schema, const Value& instance, size_t index) const;
    bool weigh(const Schema& schema, const Value& instance, const Here* outer, bool* lacks) const;
    Settled::Context context_of(const Here* outer) const;
    bool verdict(Run& quiet, const Schema& schema, const Value& instance, const Here* outer) const;
    bool meets(Run& quiet, const Schema& schema, const Value& instance, const Here* outer) const;
    bool travels_back(std::string_view name, OneWay enough) const;
    bool fail_type(const Value& instance) const;
    bool fail_depth(const Value& instance) const;
    bool has_patience() const;
    void lose(std::string_view word, std::string_view received) const;
    bool fail_whole(std::string_view word, const Value& instance) const;  // the schema itself
    void tell_whole(std::string_view word, const Step* step, std::string_view received) const;
    void tell(const Member& keyword, const Step* step, std::string_view expected,
              std::string_view received) const;
    Problem problem_at(const Step* step) const;
    Problem problem_of(const Member& keyword, const Step* step) const;

    Run& run_;
    const Schema& schema_;
    const Step* step_;   // null at the instance's root
    const Here* outer_;  // that applies this to the same instance; null where nothing does
    Role role_;
};

}  // namespace standin::schema
