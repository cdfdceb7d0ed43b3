#include "mock/envelope/answer_scope.h"

#include <algorithm>

#include "mock/core/pointer.h"
#include "mock/http/message.h"

namespace standin::envelope {

using contract::Expression;
using contract::Name;
using contract::Operand;

void AnswerScope::set_outcome(const contract::Outcome* outcome) {
    outcome_ = outcome;
    if (outcome->stored) set_stored(&outcome->stored->root());
    if (outcome->parent) set_parent(&outcome->parent->root());
}

Operand AnswerScope::text(std::string_view text) const {
    return Operand::of(Value::of(made_.keep(text)));
}

Operand AnswerScope::number(int64_t number) const {
    return Operand::of(Value::of(number, made_.keep(std::to_string(number))));
}

Operand AnswerScope::lookup(const Expression& expression) const {
    switch (expression.name) {
        case Name::status_code:
            return number(status_);
        case Name::result:
            return outcome_ && !outcome_->result.empty() ? Operand::of_json(outcome_->result)
                                                         : Operand{};
        case Name::list:
            return outcome_ ? of_list(expression.detail) : Operand{};
        case Name::problem:
            return problem_ ? of_problem(expression.detail) : Operand{};
        case Name::problems:
            if (!expression.detail.empty()) {
                return messages_ ? Operand::of_json(*messages_) : Operand{};
            }
            return dressed_ ? Operand::of_json(*dressed_) : Operand{};
        default:
            return RequestScope::lookup(expression);
    }
}

Operand AnswerScope::of_list(std::string_view field) const {
    const contract::ListFacts& list = outcome_->list;
    if (field == "total") return number(list.total);
    if (field == "count") return number(list.count);
    if (field == "page") return number(list.page);
    if (field == "size") return number(list.size);
    if (field == "offset") return number(list.offset);
    if (field == "pages")
        return number((list.total + list.size - 1) / std::max<int64_t>(list.size, 1));
    if (field == "more") return Operand::of(Value::of(list.more));
    const std::string& found = field == "cursor" ? list.cursor : list.next;
    return found.empty() ? Operand{} : text(found);
}

Operand AnswerScope::of_problem(std::string_view field) const {
    const auto unless_empty = [&](const std::string& value) {
        return value.empty() ? Operand{} : text(value);
    };
    if (field == "message") return text(problem_->message);
    if (field == "code") {
        // A code that is a number in the contract is one in the answer.
        if (problem_->code.empty()) return {};
        const std::string& code = problem_->code;
        const bool digits = code.find_first_not_of("0123456789") == std::string::npos;
        const bool number = digits && (code.size() == 1 || code[0] != '0');  // JSON knows no 007
        return number ? Operand::of(Value::number_of(made_.keep(problem_->code)))
                      : text(problem_->code);
    }
    if (field == "title") return text(std::string_view(http::reason_of(status_)));
    if (field == "error") return text(error_);
    if (field == "path") return path_of(*problem_);
    if (field == "pointer") return text(pointer_of(*problem_));
    if (field == "part") return text(part_name(problem_->part));
    if (field == "name") {
        const auto tokens = tokens_of(problem_->pointer);
        return text(tokens.empty() ? part_name(problem_->part) : tokens.back());
    }
    if (field == "keyword") return text(problem_->keyword);
    if (field == "expected") return text(problem_->expected);
    return unless_empty(problem_->received);
}

// ["body", "alias"].
Operand AnswerScope::path_of(const Problem& problem) const {
    if (!placed_ || problem.part >= Part::credentials) return {};
    std::vector<Value> path = {Value::of(made_.keep(part_name(problem.part)))};
    for (const std::string& token : tokens_of(problem.pointer)) {
        path.push_back(Value::of(made_.keep(token)));
    }
    return Operand::of(made_.array(path));
}

std::string AnswerScope::part_name(Part part) const {
    if (part_names_) {
        const auto found = part_names_->find(part);
        if (found != part_names_->end()) return found->second;
    }
    return std::string(name_of(part));
}

std::string AnswerScope::pointer_of(const Problem& problem) const {
    return '/' + part_name(problem.part) + problem.pointer;
}

}  // namespace standin::envelope
