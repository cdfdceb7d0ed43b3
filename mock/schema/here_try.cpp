// What a schema says of an instance without telling of it.
#include <optional>

#include "mock/schema/here.h"

namespace standin::schema {

bool Here::matches(const Schema& schema, const Value& instance) const {
    if (schema.rules.empty()) return allows(schema.kinds, instance);
    Run quiet = run_.quiet(step_);
    return verdict(quiet, schema, instance, nullptr);
}

bool Here::matches_member(const Schema& schema, const Member& member) const {
    const Step step{step_, member.name, Step::by_name};
    return Here(run_, schema_, &step).matches(schema, member.value);
}

bool Here::matches_item(const Schema& schema, const Value& instance, size_t index) const {
    const Step step{step_, {}, index};
    return Here(run_, schema_, &step).matches(schema, instance);
}

// What a schema declares counts only where it is met.
bool Here::meets(Run& quiet, const Schema& schema, const Value& instance, const Here* outer) const {
    const size_t before = quiet.declarations ? quiet.declarations->size() : 0;
    const bool valid = Here(quiet, schema, quiet.root, outer, Role::branch).check(instance);
    if (!valid && quiet.declarations) quiet.declarations->shrink(before);
    return valid;
}

// Looks up what was found before, unless it may depend on more than schema and instance: on the
// scope, which says what dynamic references mean, or on what is said of members that travel one
// way. Verdicts on scalars cost little, and these may be no part of the document.
bool Here::verdict(Run& quiet, const Schema& schema, const Value& instance,
                   const Here* outer) const {
    const bool kept = !run_.scope && (instance.is(Kind::array) || instance.is(Kind::object)) &&
                      !(outer && outer->knows_one_way());
    if (!kept) return meets(quiet, schema, instance, outer);
    // Of a schema that is met it has to be found out again what it evaluates and declares.
    const bool only_verdict = !quiet.evaluated && !quiet.declarations;
    Settled& settled = run_.scratch.settled;
    const auto known = settled.find(schema, instance);
    if (known && (only_verdict || !*known)) return *known;
    const bool valid = meets(quiet, schema, instance, outer);
    if (run_.tried) settled.keep(schema, instance, valid);
    return valid;
}

bool Here::tries(const Schema& schema, const Value& instance, bool* lacks) const {
    return weigh(schema, instance, this, lacks);
}

bool Here::asks(const Schema& schema, const Value& instance) const {
    return weigh(schema, instance, nullptr, nullptr);
}

bool Here::weigh(const Schema& schema, const Value& instance, const Here* outer,
                 bool* lacks) const {
    Evaluated* all = evaluated();
    std::optional<Evaluated> own;
    if (all) own.emplace(run_.scratch, all->count());
    Run quiet = run_.quiet(step_, all ? &*own : nullptr);
    if (!verdict(quiet, schema, instance, outer)) return false;
    if (all) all->add_all_of(*own);
    if (lacks) *lacks = quiet.lacks;
    if (step_ == run_.root) run_.lacks |= quiet.lacks;
    return true;
}

bool Here::knows_one_way() const {
    const auto direction = static_cast<size_t>(run_.place.direction);
    const Here* here = this;
    while (here && !here->schema_.one_way_members[direction]) here = here->outer_;
    return here;
}

// Only at a run's own instance does the lack matter to whoever tries.
bool Here::may_lack(std::string_view name) const {
    if (!travels_back(name, OneWay::maybe)) return false;
    if (step_ == run_.root) run_.lacks = true;
    return true;
}

// What a client sends for a readOnly member means nothing, so it cannot be wrong.
bool Here::ignores(std::string_view name) const {
    return run_.place.direction == Direction::request && travels_back(name, OneWay::surely);
}

// What a branch's siblings say is not said of an instance that is looked at by the branch.
bool Here::travels_back(std::string_view name, OneWay enough) const {
    const auto direction = static_cast<size_t>(run_.place.direction);
    for (const Here* here = this; here; here = here->outer_) {
        const OneWayMembers* members = here->schema_.one_way_members[direction];
        if (members && members->find(name) >= enough) return true;
        if (here->role_ == Role::branch) enough = OneWay::surely;
    }
    return false;
}

Problems Here::problems_of(const Schema& schema, const Value& instance, size_t limit) const {
    Problems problems;
    Run counting = run_.quiet(nullptr);
    counting.problems = &problems;
    counting.limit = limit;
    counting.declarations = nullptr;
    counting.place.pointer = "";
    counting.counted = true;
    Here(counting, schema, nullptr, this, Role::branch).check(instance);
    return problems;
}

bool Here::finds(const Pattern& pattern, std::string_view text, const Member& keyword) const {
    if (run_.patience.lost) return false;
    const Search result = pattern.search(text, run_.patience.steps);
    if (result != Search::gave_up) return result == Search::found;
    Problem& problem = run_.patience.lost.emplace(problem_of(keyword, step_));
    problem.expected = pattern.expression();
    problem.received = "too many steps";
    return false;
}

void Here::declares(const Members& members, const Value& instance) const {
    if (run_.declarations) run_.declarations->add(instance, schema_, members);
}

void Here::leaves_open(const Value& instance) const {
    if (run_.declarations) run_.declarations->leave_open(instance);
}

}  // namespace standin::schema
