// How problems are told, as far as that was inferred.
#include <set>

#include "mock/contract/explain.h"

namespace standin::contract {

namespace {

// Gives expressions themselves as their values.
class Words : public Scope {
  public:
    Operand lookup(const Expression& expression) const override {
        const auto word = [&](std::string text) {
            return Operand::of(Value::of(made_.keep(text)));
        };
        switch (expression.name) {
            case Name::problem:
                return word("$problem." + expression.detail);
            case Name::problems:
                return word(expression.detail.empty() ? "$problems" : "$problems.messages");
            case Name::status_code:
                return word("$statusCode");
            case Name::request_path:
                return word("$request.path");
            default:
                return {};
        }
    }
    Value generate(const Generator&) override { return {}; }
    Document& scratch() override { return made_; }

  private:
    mutable Document made_;
};

std::string written(const Template& body) {
    Words words;
    std::string text;
    body.write(text, words, {});
    return text;
}

}  // namespace

std::string problems_of(const Contract& contract) {
    std::string text;
    std::set<const Value*> told;
    for (const Envelope& form : contract.problem_forms.envelopes) {
        if (!told.insert(form.schema.value).second) continue;
        text += "  " + form.schema.pointer + "  " + form.media_type + "  " + written(form.body);
        if (form.problem) text += ", each of $problems " + written(*form.problem);
        text += '\n';
    }
    return text.empty() ? text : "\nproblems, by the schemas of errors:\n" + text;
}

}  // namespace standin::contract
