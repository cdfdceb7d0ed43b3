#include "mock/fault/faults.h"

#include <algorithm>

#include "mock/fault/contribution.h"
#include "mock/fault/match.h"
#include "mock/fault/quota.h"
#include "mock/fault/trigger.h"

namespace standin::fault {

namespace {

auto standing_of(auto& standings, std::string_view name) {
    return std::ranges::find_if(standings,
                                [&](const auto& each) { return each.rule->name == name; });
}

Faults::Standing standing_since(Instant now, const std::shared_ptr<const Plan>& plan,
                                const Rule& rule) {
    return {.rule = {plan, &rule}, .since = now, .plan = plan};
}

const Rule* rule_named(std::string_view name, const Plan& plan) {
    const auto found = std::ranges::find(plan.rules, name, &Rule::name);
    return found == plan.rules.end() ? nullptr : &*found;
}

// Whether what one rule's quota has counted means the same for another's.
bool counts_alike(const Rule& one, const Rule& other) {
    return one.quota && other.quota && one.quota->window == other.quota->window;
}

bool is_wanted(const std::shared_ptr<const Rule>& rule, const Question& question) {
    return std::ranges::find(question.wanted, rule) != question.wanted.end();
}

std::string full_name_of(const Rule& rule) {
    return rule.plan + '/' + rule.name;
}

}  // namespace

Faults::Added Faults::add(const std::shared_ptr<const Plan>& plan, Instant now) {
    for (const Rule& rule : plan->rules) {
        if (find_rule(rule.name)) return {Added::Result::twin, rule.name};
    }
    if (standings_.size() + plan->rules.size() > most_rules) return {Added::Result::full, ""};
    for (const Rule& rule : plan->rules) {
        standings_.push_back(standing_since(now, plan, rule));
    }
    note_stations();
    return {};
}

void Faults::join(const std::shared_ptr<const Plan>& plan, const Rule& rule, Instant now) {
    if (find_rule(rule.name) || standings_.size() >= most_rules) return;
    standings_.push_back(standing_since(now, plan, rule));
    note_stations();
}

Faults Faults::inherit(const Heir& heir) const {
    Faults made = *this;
    made.standings_.clear();
    for (Standing standing : standings_) {
        const std::shared_ptr<const Plan> plan = heir(standing.plan);
        const Rule* rule = plan ? rule_named(standing.rule->name, *plan) : nullptr;
        if (!rule) continue;
        if (!counts_alike(*standing.rule, *rule)) standing.ledger = {};
        standing.rule = {plan, rule};
        standing.plan = plan;
        made.standings_.push_back(std::move(standing));
    }
    made.note_stations();
    return made;
}

bool Faults::remove(std::string_view rule) {
    const auto found = standing_of(standings_, rule);
    if (found == standings_.end()) return false;
    wanted_.erase(full_name_of(*found->rule));
    standings_.erase(found);
    note_stations();
    return true;
}

void Faults::clear() {
    standings_.clear();
    wanted_.clear();
    note_stations();
}

void Faults::restart(Instant now) {
    for (Standing& standing : standings_) {
        standing = standing_since(now, standing.plan, *standing.rule);
    }
    wanted_.clear();
}

Faults Faults::fork(std::string session) const {
    Faults copy = *this;
    copy.session_ = std::move(session);
    return copy;
}

std::shared_ptr<const Rule> Faults::find_rule(std::string_view name) const {
    const auto found = standing_of(standings_, name);
    return found == standings_.end() ? nullptr : found->rule;
}

void Faults::note_stations() {
    asks_ = {};
    peeks_ = false;
    for (const Standing& standing : standings_) {
        const Rule& rule = *standing.rule;
        asks_[static_cast<size_t>(rule.when)] = true;
        if (rule.when == When::before_checks && rule.match.request) peeks_ = true;
    }
}

void Faults::decide(const Question& question, Decision& decision) {
    for (const auto& rule : question.wanted) {
        if (rule->when == question.when) decide_wanted(rule, question, decision);
    }
    Search search;
    for (Standing& standing : standings_) {
        const Rule& rule = *standing.rule;
        if (rule.when != question.when) continue;
        if (matches(rule.match, question, session_, search)) {
            decide_standing(standing, question, decision);
        } else if (!search.lost.empty()) {
            decision.firings.push_back({.rule = standing.rule,
                                        .why = search.lost,
                                        .did = "nothing: it is not known whether it matches",
                                        .in_vain = true});
        }
    }
}

// A quota is taken as used up, in a window that begins with this request.
void Faults::decide_wanted(const std::shared_ptr<const Rule>& rule, const Question& question,
                           Decision& decision) {
    const uint64_t count = ++wanted_[full_name_of(*rule)];
    Draw draw({seed_, session_, "wanted fault", count}, *rule);
    Contribution contribution{rule, "asked for by the request", question.time, {}, true};
    if (rule->quota) {
        contribution.window = rule->quota->window;
        tell(*rule->quota, {question.time, rule->quota->limit}, question.time, decision.headers);
    }
    contribute(std::move(contribution), draw, decision);
}

void Faults::decide_standing(Standing& standing, const Question& question, Decision& decision) {
    const std::shared_ptr<const Rule>& rule = standing.rule;
    const uint64_t count = ++standing.matched;
    // What the request asked for is decided already.
    if (is_wanted(rule, question)) return;
    Draw draw({seed_, session_, "fault", count}, *rule);
    auto why = fires(rule->on, {count, standing.fired, standing.since, question.time}, draw);
    if (!why) return;
    Contribution contribution{rule, std::move(*why), question.time, {}};
    if (rule->quota) {
        const Quota& quota = *rule->quota;
        if (!standing.ledger) standing.ledger = Shared<Ledger>::make(quota.window);
        const Used used = standing.ledger.sole().count(key_of(quota, question), question.time);
        tell(quota, used, question.time, decision.headers);
        if (used.requests <= quota.limit) return;
        contribution.why = why_beyond(quota, used);
        contribution.window = rest_of(quota, used, question.time);
    }
    if (contribute(std::move(contribution), draw, decision)) ++standing.fired;
}

void Faults::take_back(std::string_view rule) {
    const auto found = standing_of(standings_, rule);
    if (found != standings_.end() && found->fired > 0) --found->fired;
}

}  // namespace standin::fault
