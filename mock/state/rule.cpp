#include "mock/state/rule.h"

#include <set>

#include "mock/core/decimal.h"
#include "mock/schema/check.h"

namespace standin::state {

using contract::Input;
using contract::Operand;
using contract::RequestScope;
using contract::Rule;

namespace {

bool is_met(const schema::Schema& when, const Input& input, const RequestScope& scope,
            std::optional<Problem>& lost) {
    std::vector<Member> members = {
        {"path", input.path, {}}, {"query", input.query, {}}, {"header", input.header, {}}};
    if (input.has_body) members.push_back({"body", input.body, {}});
    if (scope.parent()) members.push_back({"parent", *scope.parent(), {}});
    if (scope.stored()) members.push_back({"stored", *scope.stored(), {}});
    return schema::is_valid(when, Value::of(std::span<const Member>(members)), {Part::request},
                            lost);
}

bool is_greater(const Rule& rule, RequestScope& scope) {
    const Operand left = rule.greater_left->evaluate(scope);
    const Operand right = rule.greater_right->evaluate(scope);
    return left.is == Operand::Is::value && right.is == Operand::Is::value &&
           left.value.is_number() && right.value.is_number() &&
           compare(left.value, right.value) > 0;
}

// The first string of an array that stood there before, as it is written; nothing where none did.
std::optional<std::string> twin(const Rule& rule, RequestScope& scope) {
    const Operand list = rule.duplicate->evaluate(scope);
    if (list.is != Operand::Is::value || !list.value.is(Kind::array)) return std::nullopt;
    std::set<std::string> seen;
    for (const Value& item : list.value.items()) {
        if (!item.is(Kind::string)) continue;
        if (!seen.insert(http::lower(item.text())).second) return std::string(item.text());
    }
    return std::nullopt;
}

}  // namespace

std::optional<Problem> breaks(const Rule& rule, const Input& input, RequestScope& scope) {
    Problem problem;
    problem.part = Part::request;
    problem.keyword = "rule";
    // What cannot be found out is refused: it might be forbidden.
    std::optional<Problem> lost;
    if (rule.when && !is_met(*rule.when, input, scope, lost)) return lost;
    if (rule.greater_left && !is_greater(rule, scope)) return std::nullopt;
    if (rule.duplicate) {
        const auto found = twin(rule, scope);
        if (!found) return std::nullopt;
        problem.received = *found;
    }
    return problem;
}

}  // namespace standin::state
