#include "mock/contract/infer_problem.h"

#include <algorithm>

#include "mock/contract/problem_form.h"
#include "mock/core/contract_error.h"
#include "mock/http/media_type.h"

namespace standin::contract {

namespace {

// Those of the mock's own errors, and of faults.
constexpr int statuses[] = {400, 401, 403, 404, 405, 406, 409, 413, 414,
                            415, 422, 429, 431, 500, 502, 503, 504};

bool is_range(const std::string& media_type) {
    return media_type.find('*') != std::string::npos;
}

// Whether a response tells of a refusal, in JSON.
bool refuses(const Operation& operation, const Documented& response) {
    const bool error = response.status.starts_with('4') || response.status.starts_with('5');
    const bool other = response.status == "default" &&
                       std::ranges::any_of(operation.responses, [](const Documented& each) {
                           return each.status.starts_with('2');
                       });
    const bool json =
        is_range(response.media_type) || http::is_json(http::essence_of(response.media_type));
    return (error || other) && response.schema && json;
}

int number_of(const std::string& status) {
    return status.find_first_not_of("0123456789") == std::string::npos ? std::stoi(status) : 0;
}

const Envelope* form_of(const ProblemForms& forms, const Value* schema, int status) {
    for (const int each : {status, 0}) {
        const auto found = forms.by_schema.find({schema, each});
        if (found != forms.by_schema.end()) return found->second;
    }
    return nullptr;
}

void infer_form(Contract& contract, const Documented& response, int status) {
    const Located& schema = response.schema;
    const ProblemForm form(schema, status);
    if (!form.body()) return;
    contract.made.push_back(form.document());
    ProblemForms& forms = contract.problem_forms;
    const auto compiled = [&](const std::optional<Value>& value) {
        return value ? std::optional(Template::compile(*schema.source, *value, schema.pointer))
                     : std::nullopt;
    };
    const std::string& type = response.media_type;
    forms.envelopes.push_back({"", *compiled(form.body()), compiled(form.problem()),
                               is_range(type) ? "application/json" : type, schema});
    forms.by_schema[{schema.value, status}] = &forms.envelopes.back();
    if (status != 0 || !form.depends_on_status()) return;
    for (const int each : statuses) infer_form(contract, response, each);
}

// What is wrong with the schema of a refusal is told where it is used.
void infer_problem(Contract& contract, const Documented& response) {
    if (contract.problem_forms.by_schema.contains({response.schema.value, 0})) return;
    contract.problem_forms.by_schema[{response.schema.value, 0}] = nullptr;
    try {
        infer_form(contract, response, 0);
    } catch (const ContractError&) {
    }
}

// Of schemas that are documented equally often, the first in the document.
void find_common_problems(Contract& contract) {
    ProblemForms& forms = contract.problem_forms;
    std::vector<std::pair<int, const Value*>> told;  // in document order
    for (const Operation& operation : contract.operations) {
        for (const Documented& response : operation.responses) {
            const Value* schema = response.schema.value;
            if (!refuses(operation, response) || !form_of(forms, schema, 0)) continue;
            told.emplace_back(0, schema);
            const int status = number_of(response.status);
            if (status != 0) told.emplace_back(status, schema);
        }
    }
    std::map<std::pair<int, const Value*>, size_t> counts;  // never iterated
    for (const auto& each : told) ++counts[each];
    for (const auto& [status, schema] : told) {
        const auto [known, first] = forms.common.try_emplace(status, schema);
        if (counts[{status, known->second}] < counts[{status, schema}]) known->second = schema;
    }
}

}  // namespace

const Envelope* ProblemForms::find(const Operation* operation, int status) const {
    const Documented* documented = operation ? operation->documented(status) : nullptr;
    if (documented && documented->schema) {
        if (const Envelope* form = form_of(*this, documented->schema.value, status)) return form;
    }
    for (const int each : {status, 0}) {
        const auto found = common.find(each);
        if (found != common.end()) return form_of(*this, found->second, status);
    }
    return nullptr;
}

void infer_problems(Contract& contract) {
    if (contract.find_envelope("problems")) return;
    for (const Operation& operation : contract.operations) {
        for (const Documented& response : operation.responses) {
            if (refuses(operation, response)) infer_problem(contract, response);
        }
    }
    find_common_problems(contract);
}

}  // namespace standin::contract
