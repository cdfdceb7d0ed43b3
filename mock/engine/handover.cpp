#include "mock/engine/handover.h"

#include <algorithm>

#include "mock/core/contract_error.h"
#include "mock/engine/engine.h"

namespace standin::engine {

namespace {

using Plans = std::vector<std::shared_ptr<const fault::Plan>>;
using contract::Contract;
using contract::SecurityScheme;

bool contains(const Plans& plans, const std::shared_ptr<const fault::Plan>& plan) {
    return std::ranges::find(plans, plan) != plans.end();
}

std::shared_ptr<const fault::Plan> plan_named(const std::string& name, const Plans& plans) {
    const auto found = std::ranges::find(
        plans, name, [](const auto& each) -> const std::string& { return each->name; });
    return found == plans.end() ? nullptr : *found;
}

const SecurityScheme* find_scheme(const contract::Contracts& contracts, const Contract& contract,
                                  const SecurityScheme& scheme) {
    const auto same =
        std::ranges::find(contracts, contract.name,
                          [](const auto& each) -> const std::string& { return each->name; });
    if (same == contracts.end()) return nullptr;
    const auto found = std::ranges::find((*same)->schemes, scheme.name, &SecurityScheme::name);
    return found == (*same)->schemes.end() ? nullptr : &*found;
}

}  // namespace

Handover::Handover(const Settings& from, const Settings& to)
    : from_(from),
      to_(to),
      ground_(std::make_shared<const contract::Contracts>(from.contracts)),
      carrier_(from.contracts, to.contracts, to.beginning.fixtures) {}

Snapshot Handover::present(const Snapshot& former) {
    ++handed_.sessions;
    return carry(former, handed_.resources);
}

Snapshot Handover::past(const Snapshot& former) {
    state::Carried nobody_asks;
    return carry(former, nobody_asks);
}

Snapshot Handover::carry(const Snapshot& former, state::Carried& told) {
    auto& known = known_[former.credentials.get()];
    if (!known) known = credentials(*former.credentials);
    return {carrier_.carry(former.world, told), faults(former), known};
}

std::shared_ptr<const check::Credentials> Handover::credentials(
    const check::Credentials& former) const {
    auto made = std::make_shared<check::Credentials>(*credentials_of(to_.beginning.fixtures));
    for (const auto& contract : to_.contracts) {
        for (const SecurityScheme& scheme : contract->schemes) {
            const SecurityScheme* before = find_scheme(from_.contracts, *contract, scheme);
            if (!before) continue;
            const auto values = former.find(before);
            made->erase(&scheme);
            if (values != former.end()) (*made)[&scheme] = values->second;
        }
    }
    return made;
}

// Rules that were not in their plan before come into every session, as they would into one that
// begins.
fault::Faults Handover::faults(const Snapshot& former) {
    fault::Faults made = former.faults.inherit([this](const auto& plan) { return heir(plan); });
    for (const PlanPointer& plan : to_.beginning.faults) {
        const PlanPointer before = plan_named(plan->name, from_.beginning.faults);
        for (const fault::Rule& rule : plan->rules) {
            const bool fresh =
                !before || std::ranges::find(before->rules, rule.name, &fault::Rule::name) ==
                               before->rules.end();
            if (fresh) made.join(plan, rule, former.world.clock.now());
        }
    }
    return made;
}

Handover::PlanPointer Handover::heir(const PlanPointer& plan) {
    const auto [known, fresh] = heirs_.try_emplace(plan);
    if (!fresh) return known->second;
    if (contains(from_.beginning.faults, plan)) {
        known->second = plan_named(plan->name, to_.beginning.faults);
    } else if (contains(from_.library.plans(), plan)) {
        known->second = to_.library.find(plan->name);
    } else {
        known->second = read_again(*plan);
    }
    return known->second;
}

// A plan that a client has sent may name operations that are none any more.
Handover::PlanPointer Handover::read_again(const fault::Plan& plan) {
    try {
        return fault::read_plan(plan.source, to_.contracts);
    } catch (const ContractError& error) {
        for (const Mistake& mistake : error.mistakes()) {
            handed_.faults.push_back(plan.name + ": " + mistake.text());
        }
        return nullptr;
    }
}

}  // namespace standin::engine
