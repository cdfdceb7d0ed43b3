// What expressions in an answer may name, besides the request.
#pragma once

#include "mock/contract/outcome.h"
#include "mock/contract/request_scope.h"

namespace standin::envelope {

class AnswerScope : public contract::RequestScope {
  public:
    using RequestScope::RequestScope;

    void set_status(int status) { status_ = status; }
    void set_outcome(const contract::Outcome* outcome);
    // What is refused by its name, or what the status alone tells of.
    void set_error(std::string error) { error_ = std::move(error); }
    void set_problem(const Problem* problem) { problem_ = problem; }
    // Whether problems tell the client where they lie: what is missing or taken lies nowhere in the
    // request, unless the contract says so.
    void set_placed(bool placed) { placed_ = placed; }
    // JSON of the dressed problems and of their messages; they must outlive this.
    void set_problems(const std::string* dressed, const std::string* messages) {
        dressed_ = dressed;
        messages_ = messages;
    }
    void set_part_names(const std::map<Part, std::string>* names) { part_names_ = names; }

    contract::Operand lookup(const contract::Expression& expression) const override;

    // How the contract calls a part of the request.
    std::string part_name(Part part) const;
    // "/body/router/rules/0", as the contract calls the part.
    std::string pointer_of(const Problem& problem) const;

  private:
    contract::Operand of_problem(std::string_view field) const;
    contract::Operand of_list(std::string_view field) const;
    contract::Operand path_of(const Problem& problem) const;
    contract::Operand text(std::string_view text) const;
    contract::Operand number(int64_t number) const;

    int status_ = 0;
    std::string error_;
    const contract::Outcome* outcome_ = nullptr;
    const Problem* problem_ = nullptr;
    bool placed_ = true;
    const std::string* dressed_ = nullptr;
    const std::string* messages_ = nullptr;
    const std::map<Part, std::string>* part_names_ = nullptr;
    mutable Document made_;  // text that a lookup had to put together
};

}  // namespace standin::envelope
