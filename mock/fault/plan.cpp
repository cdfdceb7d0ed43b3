#include "mock/fault/plan.h"

#include <algorithm>

#include "mock/contract/own_schema.h"
#include "mock/fault/answer.h"
#include "mock/fault/match.h"
#include "mock/fault/reading.h"

namespace standin::fault {

namespace {

void check_form(const contract::Source& source) {
    static const contract::OwnSchema schema("fault-plan.schema.json", "the plan's schema", {""});
    std::vector<Mistake> mistakes;
    schema.check("", {source, source.root(), "", source.root().mark(), "plan"}, mistakes);
    if (!mistakes.empty()) throw ContractError(std::move(mistakes));
}

void read_rules(Reading& reading, const Located& rules, Plan& plan) {
    for (const Located& at : several(rules)) {
        Rule rule = read_rule(reading, at, plan.name);
        if (std::ranges::find(plan.rules, rule.name, &Rule::name) != plan.rules.end()) {
            reading.refuse(at.find("name"), "stands twice: \"" + rule.name + '"');
        }
        plan.rules.push_back(std::move(rule));
    }
}

// The answers that rules of this plan may have to break.
void compile_answers(Reading& reading, Plan& plan) {
    const auto answers = std::make_shared<Answers>();
    for (Rule& rule : plan.rules) {
        if (rule.breaches.empty()) continue;
        rule.answers = answers;
        for (const auto& contract : reading.contracts()) {
            for (const contract::Operation& operation : contract->operations) {
                if (!may_match(rule.match, operation)) continue;
                reading.attempt([&] { answers->add(contract, operation); });
            }
        }
    }
}

}  // namespace

std::shared_ptr<const Plan> read_plan(contract::Source source, const Contracts& contracts) {
    check_form(source);
    const auto plan = std::make_shared<Plan>();
    plan->source = std::move(source);
    plan->schemas = std::make_unique<schema::Schemas>(plan->source.file, plan->source.document,
                                                      schema::Dialect::json_schema_2020_12);
    Reading reading(plan->source, contracts, *plan->schemas);
    const Located root = contract::root_of(plan->source);
    plan->name = root.find("name").value->text();
    if (const Located description = root.find("description")) {
        plan->description = description.value->text();
    }
    if (const Located tick = root.find("tick")) {
        plan->tick = reading.duration(tick, longest_window);
    }
    read_rules(reading, root.find("rules"), *plan);
    compile_answers(reading, *plan);
    if (!reading.mistakes().empty()) throw ContractError(std::move(reading.mistakes()));
    return plan;
}

}  // namespace standin::fault
