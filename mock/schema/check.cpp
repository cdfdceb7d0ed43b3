#include "mock/schema/check.h"

#include <optional>
#include <utility>

#include "mock/core/decimal.h"
#include "mock/core/pointer.h"
#include "mock/schema/glance.h"
#include "mock/schema/here.h"

namespace standin::schema {

bool allows_as_integer(Kinds kinds, const Value& number) {
    if (!(kinds & bit(Kind::integer))) return false;
    if (!(kinds & written_as_integer)) return is_whole(number);
    return number.text().find_first_of(".eE") == std::string::npos;
}

bool Here::check_member(const Schema& schema, const Member& member) const {
    if (run_.brief) return Glance(run_).holds(schema, member.value);
    const Step step{step_, member.name, Step::by_name};
    return Here(run_, schema, &step).check(member.value);
}

bool Here::check_item(const Schema& schema, const Value& instance, size_t index) const {
    if (run_.brief) return Glance(run_).holds(schema, instance);
    const Step step{step_, {}, index};
    return Here(run_, schema, &step).check(instance);
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
    if (!allows(schema_.kinds, instance)) return leaves_open(instance), fail_type(instance);
    if (schema_.rules.empty()) return true;
    if (run_.patience.lost || !has_patience()) return false;
    if (run_.depth == Run::depth_limit) return fail_depth(instance);
    ++run_.depth;
    bool valid = true;
    const unsigned stages = stages_of(instance.kind());
    for (const Rule& rule : schema_.rules) {
        if (!(stages & bit(rule.stage)) || rule.check(rule, instance, *this)) continue;
        valid = false;
        if (rule.stage == Stage::choice) leaves_open(instance);
        if (rule.stage == Stage::choice || done()) break;
    }
    --run_.depth;
    return valid;
}

void check(const Schema& schema, const Value& instance, const Place& place, Problems& problems,
           size_t limit) {
    if (problems.size() >= limit) return;
    if (!place.closes_objects && glance(schema, instance, place.direction) == true) return;
    Scratch scratch;
    Patience patience;
    Run run(scratch, patience, place);
    run.problems = &problems;
    run.limit = limit;
    const auto before = static_cast<std::ptrdiff_t>(problems.size());
    Declarations declarations;
    if (place.closes_objects) run.declarations = &declarations;
    Here(run, schema, nullptr).check(instance);
    if (place.closes_objects) declarations.tell_strangers(instance, run);
    if (!patience.lost) return;
    problems.erase(problems.begin() + before, problems.end());
    problems.push_back(std::move(*patience.lost));
}

bool is_valid(const Schema& schema, const Value& instance, Direction direction) {
    if (const auto seen = glance(schema, instance, direction)) return *seen;
    std::optional<Problem> lost;
    return is_valid(schema, instance, {Part::body, "", direction}, lost);
}

bool is_valid(const Schema& schema, const Value& instance, const Place& place,
              std::optional<Problem>& lost) {
    const std::optional<bool> seen = glance(schema, instance, place.direction);
    if (seen) return *seen;
    Scratch scratch;
    Patience patience;
    Run run(scratch, patience, place);
    const bool valid = Here(run, schema, nullptr).check(instance);
    if (patience.lost) lost = std::move(*patience.lost);
    return valid && !lost;
}

}  // namespace standin::schema
