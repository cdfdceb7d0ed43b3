#include "mock/schema/check.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <utility>

#include "mock/core/pointer.h"
#include "mock/schema/here.h"

namespace standin::schema {

namespace {

// A set of stages, one bit each.
constexpr unsigned bit(Stage stage) {
    return 1U << static_cast<unsigned>(stage);
}

// The stages that have a turn for instances of this kind.
unsigned stages_of(Kind kind) {
    static constexpr unsigned any = bit(Stage::choice) | bit(Stage::combination);
    static constexpr unsigned number = any | bit(Stage::number);
    static constexpr unsigned object = any | bit(Stage::members) | bit(Stage::object);
    static constexpr unsigned stages[] = {
        any, any, number, number, any | bit(Stage::string), any | bit(Stage::array), object};
    return stages[static_cast<size_t>(kind)];
}

void append_steps(std::string& pointer, const Step* step) {
    if (!step) return;
    append_steps(pointer, step->outer);
    const bool named = step->index == Step::by_name;
    append_token(pointer, named ? std::string(step->name) : std::to_string(step->index));
}

}  // namespace

bool is_whole(const Value& number) {
    return number.is(Kind::integer) || std::floor(number.number()) == number.number();
}

bool allows_as_integer(Kinds kinds, const Value& number) {
    if (!(kinds & bit(Kind::integer))) return false;
    if (!(kinds & written_as_integer)) return is_whole(number);
    return number.text().find_first_of(".eE") == std::string::npos;
}

bool Here::check_member(const Schema& schema, const Member& member) const {
    const Step step{step_, member.name, Step::by_name};
    return Here(run_, schema, &step).check(member.value);
}

bool Here::check_item(const Schema& schema, const Value& instance, size_t index) const {
    const Step step{step_, {}, index};
    return Here(run_, schema, &step).check(instance);
}

bool Here::matches(const Schema& schema, const Value& instance) const {
    if (schema.rules.empty()) return allows(schema.kinds, instance);
    Run quiet{run_.scratch, nullptr, 0, run_.place, run_.depth, run_.scope};
    return verdict(quiet, schema, instance, nullptr);
}

// What a schema declares counts only where it is met.
bool Here::meets(Run& quiet, const Schema& schema, const Value& instance, const Here* outer) const {
    const size_t before = quiet.declarations ? quiet.declarations->size() : 0;
    const bool valid = Here(quiet, schema, nullptr, outer, Role::branch).check(instance);
    if (!valid && quiet.declarations) quiet.declarations->shrink(before);
    return valid;
}

// Looks up what was found before, unless it may depend on more than schema and instance: on the
// scope, which says what dynamic references mean, or on what is said of members that travel one
// way. Verdicts on scalars cost little, and these may be no part of the document.
bool Here::verdict(Run& quiet, const Schema& schema, const Value& instance,
                   const Here* outer) const {
    quiet.declarations = run_.declarations;
    quiet.tried = true;
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
    Run quiet{run_.scratch, nullptr, 0, run_.place, run_.depth, run_.scope};
    Evaluated* all = evaluated();
    std::optional<Evaluated> own;
    if (all) quiet.evaluated = &own.emplace(run_.scratch, all->count());
    if (!verdict(quiet, schema, instance, outer)) return false;
    if (all) all->add_all_of(*own);
    if (lacks) *lacks = quiet.lacks;
    if (!step_) run_.lacks |= quiet.lacks;
    return true;
}

bool Here::knows_one_way() const {
    const auto direction = static_cast<size_t>(run_.place.direction);
    const Here* here = this;
    while (here && !here->schema_.one_way_members[direction]) here = here->outer_;
    return here;
}

// A quiet run has no steps at its own instance: only there does the lack matter to whoever tries.
bool Here::may_lack(std::string_view name) const {
    if (!travels_back(name, OneWay::maybe)) return false;
    if (!step_) run_.lacks = true;
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
    Run counting{run_.scratch, &problems, limit, run_.place, run_.depth, run_.scope};
    counting.place.pointer = "";
    counting.tried = counting.counted = true;
    Here(counting, schema, nullptr, this, Role::branch).check(instance);
    return problems;
}

bool Here::collect(const Schema& schema, const Value& instance, Evaluated& evaluated) const {
    Evaluated* before = std::exchange(run_.evaluated, &evaluated);
    const bool valid = apply(schema, instance);
    run_.evaluated = before;
    return valid;
}

bool Here::enter(const Anchors& anchors, const Schema& schema, const Value& instance) const {
    const Scope scope{run_.scope, &anchors};
    run_.scope = &scope;
    const bool valid = apply(schema, instance);
    run_.scope = scope.outer;
    return valid;
}

bool Here::check(const Value& instance) const {
    if (!allows(schema_.kinds, instance)) return fail_type(instance);
    if (schema_.rules.empty()) return true;
    if (run_.depth == Run::depth_limit) return fail_whole("depth", instance);
    ++run_.depth;
    bool valid = true;
    const unsigned stages = stages_of(instance.kind());
    for (const Rule& rule : schema_.rules) {
        if (!(stages & bit(rule.stage)) || rule.check(rule, instance, *this)) continue;
        valid = false;
        if (rule.stage == Stage::choice || done()) break;
    }
    --run_.depth;
    return valid;
}

bool Here::fail(const Member& keyword, std::string_view expected, std::string_view received) const {
    if (!done()) tell(keyword, step_, expected, received);
    return false;
}

bool Here::fail_member(std::string_view name, const Member& keyword, std::string_view expected,
                       std::string_view received) const {
    if (done()) return false;
    const Step step{step_, name, Step::by_name};
    tell(keyword, &step, expected, received);
    return false;
}

bool Here::fail_member(const Wrong& wrong, const Member& keyword) const {
    if (done()) return false;
    fail_member(wrong.member, keyword, wrong.expected, wrong.received);
    run_.problems->back().keyword = wrong.keyword;
    return false;
}

bool Here::fail_item(size_t index, const Member& keyword, const Value& item) const {
    if (done()) return false;
    const Step step{step_, {}, index};
    tell(keyword, &step, "", json_type_of(item));
    return false;
}

bool Here::fail_count(const Rule& rule, size_t received) const {
    if (done()) return false;
    return fail(*rule.keyword, rule.keyword->value.text(), std::to_string(received));
}

bool Here::fail_type(const Value& instance) const {
    if (done()) return false;
    if (!schema_.type) return fail_whole("false", instance);
    return fail(*schema_.type, types_of(schema_), json_type_of(instance));
}

bool Here::fail_whole(std::string_view word, const Value& instance) const {
    if (!done()) tell_whole(word, step_, json_type_of(instance));
    return false;
}

bool Here::fail_undeclared(std::string_view name) const {
    const Step step{step_, name, Step::by_name};
    if (!done()) tell_whole("additionalProperties", &step, name);
    return false;
}

void Here::tell_whole(std::string_view word, const Step* step, std::string_view received) const {
    Problem problem = problem_at(step);
    problem.keyword = word;
    problem.mark = schema_.mark;
    problem.received = received;
    run_.problems->push_back(std::move(problem));
}

void Here::tell(const Member& keyword, const Step* step, std::string_view expected,
                std::string_view received) const {
    Problem problem = problem_at(step);
    problem.keyword = keyword.name;
    append_token(problem.schema, keyword.name);
    problem.mark = keyword.mark;
    problem.expected = expected;
    problem.received = received;
    run_.problems->push_back(std::move(problem));
}

Problem Here::problem_at(const Step* step) const {
    Problem problem;
    problem.part = run_.place.part;
    problem.pointer = run_.place.pointer;
    append_steps(problem.pointer, step);
    problem.schema = std::string(schema_.told_as) += schema_.pointer;
    return problem;
}

void check(const Schema& schema, const Value& instance, const Place& place, Problems& problems,
           size_t limit) {
    Scratch scratch;
    Run run{scratch, &problems, limit, place};
    Declarations declarations;
    if (place.closes_objects) run.declarations = &declarations;
    if (!run.done()) Here(run, schema, nullptr).check(instance);
    if (place.closes_objects) declarations.tell_strangers(instance, run);
}

bool is_valid(const Schema& schema, const Value& instance, Direction direction) {
    Scratch scratch;
    Place place;
    place.direction = direction;
    Run run{scratch, nullptr, 0, place};
    return Here(run, schema, nullptr).check(instance);
}

}  // namespace standin::schema
