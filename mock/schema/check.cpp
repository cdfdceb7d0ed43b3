#include "mock/schema/check.h"

#include <utility>

#include "mock/core/decimal.h"
#include "mock/core/pointer.h"
#include "mock/schema/here.h"

namespace standin::schema {

namespace {

Stage stage_of(Kind kind) {
    static constexpr Stage stages[] = {Stage::choice, Stage::choice, Stage::number, Stage::number,
                                       Stage::string, Stage::array,  Stage::members};
    return stages[static_cast<size_t>(kind)];
}

void append_steps(std::string& pointer, const Step* step) {
    if (!step) return;
    append_steps(pointer, step->outer);
    const bool named = step->index == Step::by_name;
    append_token(pointer, named ? std::string(step->name) : std::to_string(step->index));
}

}  // namespace

bool allows_as_integer(Kinds kinds, const Value& number) {
    if (!(kinds & bit(Kind::integer))) return false;
    if (!(kinds & written_as_integer)) return is_whole(number);
    return number.text().find_first_of(".eE") == std::string::npos;
}

std::string_view json_type_of(const Value& instance) {
    return instance.is(Kind::integer) ? name_of(Kind::number) : name_of(instance.kind());
}

std::string types_of(const Schema& schema) {
    if (!schema.type) return schema.ref ? types_of(*schema.ref) : std::string();
    const Value& type = schema.type->value;
    if (type.is(Kind::string)) return std::string(type.text());
    std::string joined;
    for (const Value& name : type.items()) {
        if (!joined.empty()) joined += ',';
        joined += name.text();
    }
    return joined;
}

bool Here::apply(const Schema& schema, const Value& instance) const {
    return Here(run_, schema, step_).check(instance);
}

bool Here::member(const Schema& schema, const Member& member) const {
    const Step step{step_, member.name, Step::by_name};
    return Here(run_, schema, &step).check(member.value);
}

bool Here::item(const Schema& schema, const Value& instance, size_t index) const {
    const Step step{step_, {}, index};
    return Here(run_, schema, &step).check(instance);
}

bool Here::matches(const Schema& schema, const Value& instance) const {
    Run quiet = run_.quiet();
    return Here(quiet, schema, step_).check(instance);
}

bool Here::matches_member(const Schema& schema, const Member& member) const {
    Run quiet = run_.quiet();
    return Here(quiet, schema_, step_).member(schema, member);
}

bool Here::matches_item(const Schema& schema, const Value& instance, size_t index) const {
    Run quiet = run_.quiet();
    return Here(quiet, schema_, step_).item(schema, instance, index);
}

bool Here::tries(const Schema& schema, const Value& instance) const {
    Evaluated* all = evaluated();
    if (!all) return matches(schema, instance);
    Evaluated own(run_.scratch, all->count());
    Run quiet = run_.quiet(&own);
    if (!Here(quiet, schema, step_).check(instance)) return false;
    all->add_all_of(own);
    return true;
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
    if (run_.patience.lost) return false;
    if (run_.depth == Run::depth_limit) return fail_whole("depth", instance);
    ++run_.depth;
    bool valid = true;
    for (const Rule& rule : schema_.of(Stage::choice)) {
        valid = rule.check(rule, instance, *this);
        if (!valid) break;
    }
    if (valid) {
        const Stage own = stage_of(instance.kind());
        const auto obeys = [&](Stage at) { return schema_.of(at).empty() || stage(at, instance); };
        if (own != Stage::choice) valid = obeys(own);
        if (own == Stage::members && (valid || !done())) valid &= obeys(Stage::object);
        if (valid || !done()) valid &= obeys(Stage::combination);
    }
    --run_.depth;
    return valid;
}

bool Here::stage(Stage stage, const Value& instance) const {
    bool valid = true;
    for (const Rule& rule : schema_.of(stage)) {
        if (rule.check(rule, instance, *this)) continue;
        valid = false;
        if (done()) break;
    }
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

bool Here::fail_item(size_t index, const Member& keyword, const Value& item, size_t allowed) const {
    if (done()) return false;
    const Step step{step_, {}, index};
    tell(keyword, &step, std::to_string(allowed), json_type_of(item));
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
    if (done()) return false;
    Problem problem = problem_at(step_);
    problem.keyword = word;
    problem.mark = schema_.mark;
    problem.received = json_type_of(instance);
    run_.problems->push_back(std::move(problem));
    return false;
}

void Here::tell(const Member& keyword, const Step* step, std::string_view expected,
                std::string_view received) const {
    Problem problem = problem_of(keyword, step);
    problem.expected = expected;
    problem.received = received;
    run_.problems->push_back(std::move(problem));
}

Problem Here::problem_of(const Member& keyword, const Step* step) const {
    Problem problem = problem_at(step);
    problem.keyword = keyword.name;
    append_token(problem.schema, keyword.name);
    problem.mark = keyword.mark;
    return problem;
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
    Patience patience;
    Run run{scratch, patience, &problems, limit, place};
    if (run.done()) return;
    const auto before = static_cast<std::ptrdiff_t>(problems.size());
    Here(run, schema, nullptr).check(instance);
    if (!patience.lost) return;
    problems.erase(problems.begin() + before, problems.end());
    problems.push_back(std::move(*patience.lost));
}

bool is_valid(const Schema& schema, const Value& instance, Direction direction) {
    std::optional<Problem> lost;
    return is_valid(schema, instance, {Part::body, "", direction}, lost);
}

bool is_valid(const Schema& schema, const Value& instance, const Place& place,
              std::optional<Problem>& lost) {
    Scratch scratch;
    Patience patience;
    Run run{scratch, patience, nullptr, 0, place};
    const bool valid = Here(run, schema, nullptr).check(instance);
    if (patience.lost) lost = std::move(patience.lost);
    return valid && !lost;
}

}  // namespace standin::schema
