// How problems are told.
#include <string>
#include <utility>

#include "mock/core/pointer.h"
#include "mock/schema/here.h"

namespace standin::schema {

namespace {

constexpr uint64_t steps_of_a_schema = 2;

void append_steps(std::string& pointer, const Step* step) {
    if (!step) return;
    append_steps(pointer, step->outer);
    const bool named = step->index == Step::by_name;
    append_token(pointer, named ? std::string(step->name) : std::to_string(step->index));
}

}  // namespace

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

// Whether it holds is not known then: a verdict would depend on how deep a client nests.
bool Here::fail_depth(const Value& instance) const {
    if (run_.problems) return fail_whole("depth", instance);
    lose("depth", json_type_of(instance));
    return false;
}

// Schemas that apply themselves in many ways could ask for more work than there is time.
bool Here::has_patience() const {
    if (run_.patience.steps.take(steps_of_a_schema)) return true;
    lose("depth", "too many steps");
    return false;
}

void Here::lose(std::string_view word, std::string_view received) const {
    run_.patience.lost = std::make_unique<Problem>(problem_at(step_));
    Problem& problem = *run_.patience.lost;
    problem.keyword = word;
    problem.mark = schema_.mark;
    problem.received = received;
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

}  // namespace standin::schema
