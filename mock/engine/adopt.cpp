// Going on over settings that were loaded anew.
#include <algorithm>

#include "mock/engine/engine.h"

namespace standin::engine {

namespace {

// The rule of the same plan and name that sessions began with; null where there was none.
const fault::Rule* find_rule(const Settings& settings, const fault::Rule& rule) {
    for (const auto& plan : settings.beginning.faults) {
        if (plan->name != rule.plan) continue;
        const auto found = std::ranges::find(plan->rules, rule.name, &fault::Rule::name);
        if (found != plan->rules.end()) return &*found;
    }
    return nullptr;
}

}  // namespace

Handed Engine::adopt(const Engine& former) {
    Handover handover(former.settings_, settings_);
    sessions_.adopt(former.sessions_, handover);
    const std::scoped_lock lock(unfired_mutex_, former.unfired_mutex_);
    std::erase_if(unfired_, [&](const fault::Rule* rule) {
        const fault::Rule* before = find_rule(former.settings_, *rule);
        return before && !former.unfired_.contains(before);
    });
    return std::move(handover.handed());
}

}  // namespace standin::engine
