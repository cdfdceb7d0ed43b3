// What a schema says of an instance without telling of it.
#include <optional>
#include <utility>

#include "mock/schema/glance.h"
#include "mock/schema/here.h"

namespace standin::schema {

bool Here::matches(const Schema& schema, const Value& instance) const {
    if (schema.rules.empty()) return allows(schema.kinds, instance);
    if (run_.brief) return Glance(run_).holds(schema, instance);
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

// What else than schema and instance has a say: the scope, which tells what dynamic references
// mean, and what is said of members that travel one way.
Settled::Context Here::context_of(const Here* outer) const {
    Settled& settled = run_.scratch.settled;
    Settled::Context context = 0;
    for (const Scope* scope = run_.scope; scope; scope = scope->outer) {
        context = settled.extended(context, scope->anchors, 2);
    }
    if (!outer || !outer->knows_one_way()) return context;
    for (const Here* here = outer; here; here = here->outer_) {
        context = settled.extended(context, &here->schema_, here->role_ == Role::branch);
    }
    return context;
}

// Looks up what was found before. Verdicts on scalars cost little, and these may be no part of the
// document.
bool Here::verdict(Run& quiet, const Schema& schema, const Value& instance,
                   const Here* outer) const {
    const bool scalar = !instance.is(Kind::array) && !instance.is(Kind::object);
    Settled& settled = run_.scratch.settled;
    if (scalar || !settled.is_open()) {
        if (!scalar && run_.tried) settled.spare();
        return meets(quiet, schema, instance, outer);
    }
    const Settled::Key key{&schema, &instance, context_of(outer)};
    const Outcome* known = settled.find(key);
    // Of a schema that is met it has to be found out again what it evaluates and declares.
    const bool only_verdict = !quiet.evaluated && !quiet.declarations;
    if (known && (only_verdict || !known->valid)) {
        quiet.lacks = known->lacks;
        return known->valid;
    }
    const bool valid = meets(quiet, schema, instance, outer);
    settled.keep(key, {valid, quiet.lacks});
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
    return true;
}

bool Here::knows_one_way() const {
    const auto direction = static_cast<size_t>(run_.place.direction);
    const Here* here = this;
    while (here && !here->schema_.one_way_members[direction]) here = here->outer_;
    return here;
}

bool Here::may_lack(std::string_view name) const {
    if (!travels_back(name, OneWay::maybe)) return false;
    lack();
    return true;
}

// Only at a run's own instance does it matter to whoever tries.
void Here::lack() const {
    if (step_ == run_.root) run_.lacks = true;
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
    run_.patience.lost = std::make_unique<Problem>(problem_of(keyword, step_));
    Problem& problem = *run_.patience.lost;
    problem.expected = pattern.expression();
    problem.received = "too many steps";
    return false;
}

bool Here::apply_guess(const Schema& schema, const Value& instance) const {
    Declarations* before = std::exchange(run_.declarations, nullptr);
    const bool valid = apply(schema, instance, Role::branch);
    run_.declarations = before;
    return valid;
}

void Here::declares(const Members& members, const Value& instance) const {
    if (run_.declarations) run_.declarations->add(instance, schema_, members);
}

void Here::leaves_open(const Value& instance) const {
    if (run_.declarations) run_.declarations->leave_open(instance);
}

}  // namespace standin::schema
