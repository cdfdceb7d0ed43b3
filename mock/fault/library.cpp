#include <algorithm>
#include <filesystem>

#include "mock/fault/plan.h"

namespace standin::fault {

namespace {

std::vector<std::string> files_of(const std::string& folder) {
    namespace fs = std::filesystem;
    std::vector<std::string> files;
    if (!fs::is_directory(folder)) return files;
    for (const auto& entry : fs::directory_iterator(folder)) {
        const auto extension = entry.path().extension();
        const bool read = extension == ".yaml" || extension == ".yml" || extension == ".json";
        if (entry.is_regular_file() && read) files.push_back(entry.path().string());
    }
    std::sort(files.begin(), files.end());
    return files;
}

using Plans = std::vector<std::shared_ptr<const Plan>>;

std::shared_ptr<const Plan> plan_named(std::string_view name, const Plans& plans) {
    const auto found = std::ranges::find(
        plans, name, [](const auto& each) -> std::string_view { return each->name; });
    return found == plans.end() ? nullptr : *found;
}

void refuse_twin(const Plan& plan, const Plan& known) {
    plan.source.refuse(plan.source.root().find("name")->mark(), "/name",
                       "plan \"" + plan.name + "\" is in " + known.source.file + " already");
}

Plans read_folder(const std::string& folder, const Contracts& contracts,
                  std::vector<Mistake>& mistakes) {
    Plans plans;
    for (const std::string& file : files_of(folder)) {
        try {
            const auto plan = read_plan(contract::read_source(file), contracts);
            if (const auto known = plan_named(plan->name, plans)) refuse_twin(*plan, *known);
            plans.push_back(plan);
        } catch (const ContractError& error) {
            mistakes.insert(mistakes.end(), error.mistakes().begin(), error.mistakes().end());
        }
    }
    return plans;
}

// Shares the ownership of the plan in which the rule stands.
std::shared_ptr<const Rule> rule_of(const std::shared_ptr<const Plan>& plan, const Rule& rule) {
    return {plan, &rule};
}

}  // namespace

Library Library::read(const std::vector<std::string>& folders, const Contracts& contracts) {
    Library library;
    std::vector<Mistake> mistakes;
    for (const std::string& folder : folders) {
        Plans plans = read_folder(folder, contracts, mistakes);
        for (const auto& earlier : library.plans_) {
            if (!plan_named(earlier->name, plans)) plans.push_back(earlier);
        }
        library.plans_ = std::move(plans);
    }
    if (!mistakes.empty()) throw ContractError(std::move(mistakes));
    return library;
}

std::shared_ptr<const Plan> Library::find(std::string_view plan) const {
    return plan_named(plan, plans_);
}

std::shared_ptr<const Rule> Library::find_rule(std::string_view name) const {
    for (const auto& plan : plans_) {
        for (const Rule& rule : plan->rules) {
            if (rule.name == name) return rule_of(plan, rule);
        }
    }
    const auto plan = find(name);
    return plan && plan->rules.size() == 1 ? rule_of(plan, plan->rules[0]) : nullptr;
}

}  // namespace standin::fault
