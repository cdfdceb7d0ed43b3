#include <algorithm>
#include <filesystem>
#include <mutex>

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

// Read by whoever asks first.
struct Library::Later {
    std::string folder;
    Contracts contracts;
    std::once_flag once;
    Plans all;
};

// Behind those of the folder go the plans of earlier ones, but for its namesakes.
void Library::add(const std::string& folder, const Contracts& contracts,
                  std::vector<Mistake>& mistakes) {
    Plans plans = read_folder(folder, contracts, mistakes);
    for (const auto& earlier : plans_) {
        if (!plan_named(earlier->name, plans)) plans.push_back(earlier);
    }
    plans_ = std::move(plans);
}

Library Library::read(const std::vector<std::string>& folders, const Contracts& contracts) {
    Library library;
    std::vector<Mistake> mistakes;
    for (const std::string& folder : folders) library.add(folder, contracts, mistakes);
    if (!mistakes.empty()) throw ContractError(std::move(mistakes));
    return library;
}

Library Library::read_later(const std::string& first, const std::vector<std::string>& others,
                            const Contracts& contracts) {
    Library library = read(others, contracts);
    library.later_ = std::make_shared<Later>();
    library.later_->folder = first;
    library.later_->contracts = contracts;
    return library;
}

const Plans& Library::plans() const {
    if (!later_) return plans_;
    std::call_once(later_->once, [this] {
        Plans all = plans_;
        for (const auto& shipped : read({later_->folder}, later_->contracts).plans_) {
            if (!plan_named(shipped->name, all)) all.push_back(shipped);
        }
        later_->all = std::move(all);
    });
    return later_->all;
}

std::shared_ptr<const Plan> Library::find(std::string_view plan) const {
    auto found = plan_named(plan, plans_);
    return found || !later_ ? found : plan_named(plan, plans());
}

std::shared_ptr<const Rule> Library::find_rule(std::string_view name) const {
    for (const auto& plan : plans()) {
        for (const Rule& rule : plan->rules) {
            if (rule.name == name) return rule_of(plan, rule);
        }
    }
    const auto plan = find(name);
    return plan && plan->rules.size() == 1 ? rule_of(plan, plan->rules[0]) : nullptr;
}

}  // namespace standin::fault
