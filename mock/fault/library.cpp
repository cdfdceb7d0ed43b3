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

// Shares the ownership of the plan in which the rule stands.
std::shared_ptr<const Rule> rule_of(const std::shared_ptr<const Plan>& plan, const Rule& rule) {
    return {plan, &rule};
}

}  // namespace

Library Library::read(const std::string& folder, const Contracts& contracts) {
    Library library;
    std::vector<Mistake> mistakes;
    for (const std::string& file : files_of(folder)) {
        try {
            const auto plan = read_plan(contract::read_source(file), contracts);
            if (const auto known = library.find(plan->name)) {
                const Mark mark = plan->source.root().find("name")->mark();
                plan->source.refuse(
                    mark, "/name",
                    "plan \"" + plan->name + "\" is in " + known->source.file + " already");
            }
            library.plans_.push_back(plan);
        } catch (const ContractError& error) {
            mistakes.insert(mistakes.end(), error.mistakes().begin(), error.mistakes().end());
        }
    }
    if (!mistakes.empty()) throw ContractError(std::move(mistakes));
    return library;
}

std::shared_ptr<const Plan> Library::find(std::string_view plan) const {
    const auto found = std::ranges::find(
        plans_, plan, [](const auto& each) -> std::string_view { return each->name; });
    return found == plans_.end() ? nullptr : *found;
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
