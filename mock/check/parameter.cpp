#include "mock/check/parameter.h"

#include <algorithm>
#include <set>

#include "mock/check/judge.h"
#include "mock/check/query_string.h"
#include "mock/check/request_text.h"
#include "mock/core/pointer.h"

namespace standin::check {

using contract::Input;
using contract::Operation;
using contract::Parameter;

namespace {

// By which a request asks the mock itself for something, as by Prefer.
constexpr std::string_view wishes[] = {"__code", "__example", "__dynamic", "__seed"};

// Decodes the parameters of one request.
class Decoder {
  public:
    Decoder(const Asked& asked, Input& input, Problems& problems)
        : asked_(asked),
          text_(asked.operation, asked.request, asked.path_values, asked.dialect.query),
          input_(input),
          problems_(problems) {}

    Value part(Part part) {
        std::vector<Member> members;
        Judge judge(input_.document, problems_, asked_.operation.is_strict);
        for (const Parameter& parameter : asked_.operation.parameters) {
            if (parameter.part == part) judge.judge(parameter, text_.of(parameter), members);
        }
        if (part == Part::query) keep_query(members);
        if (part == Part::path) keep_path(members);
        return input_.document.object(members);
    }

    // Every name once, where it is met first.
    void refuse_undeclared() {
        const Operation& operation = asked_.operation;
        std::set<std::string_view> seen;
        const Pairs& query = text_.query().pairs();
        for (size_t i = 0; i < query.size(); ++i) {
            const std::string& name = query[i].first;
            const bool wish = std::ranges::find(wishes, name) != std::end(wishes);
            if (wish || !seen.insert(name).second || !text_.query().is_undeclared(i)) continue;
            Problem problem;
            problem.part = Part::query;
            append_token(problem.pointer, name);
            problem.keyword = "additionalProperties";
            problem.schema = operation.pointer;
            problem.mark = operation.mark;
            problem.received = name;
            problems_.push_back(std::move(problem));
        }
    }

  private:
    // Expressions and rules may ask for a query parameter that the contract does not declare, and
    // a resource's scope and key lie in the path whether it declares them or not.
    void keep_query(std::vector<Member>& members) {
        const Pairs& query = text_.query().pairs();
        for (size_t i = 0; i < query.size(); ++i) {
            keep(query[i].first, text_.query().text(i), members);
        }
    }

    void keep_path(std::vector<Member>& members) {
        for (const auto& [name, text] : asked_.path_values) keep(name, text, members);
    }

    void keep(std::string_view name, std::string_view text, std::vector<Member>& members) {
        const bool known = std::ranges::find(members, name, &Member::name) != members.end();
        if (known) return;
        Document& document = input_.document;
        members.push_back({document.keep(name), Value::of(document.keep(text)), {}});
    }

    const Asked& asked_;
    RequestText text_;
    Input& input_;
    Problems& problems_;
};

}  // namespace

void parameters(const Asked& asked, Input& input, Problems& problems) {
    Decoder decoder(asked, input, problems);
    input.path = decoder.part(Part::path);
    if (asked.operation.query_string.empty()) {
        input.query = decoder.part(Part::query);
        if (asked.operation.is_strict) decoder.refuse_undeclared();
    } else {
        input.query = query_string(asked, input.document, problems);
    }
    input.header = decoder.part(Part::header);
    input.cookie = decoder.part(Part::cookie);
}

}  // namespace standin::check
