#include "mock/fault/preferred.h"

#include <algorithm>
#include <charconv>
#include <set>

#include "mock/fault/wire.h"

namespace standin::fault {

namespace {

std::shared_ptr<Rule> made(std::string name) {
    auto rule = std::make_shared<Rule>();
    rule->name = std::move(name);
    rule->plan = "Prefer";
    return rule;
}

std::string mistake_of(std::string_view name, const std::string& wanted, std::string_view value) {
    return "Prefer: " + std::string(name) + " must be " + wanted + ", not \"" + std::string(value) +
           '"';
}

std::shared_ptr<const Rule> rule_of_code(std::string_view value) {
    int status = 0;
    const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), status);
    const bool whole = value.size() == 3 && error == std::errc{} && end == value.data() + 3;
    if (!whole || status < 200 || status > 599) return nullptr;
    const auto rule = made("code");
    rule->instead.emplace().status = status;
    return rule;
}

std::shared_ptr<const Rule> rule_of_delay(std::string_view value) {
    const auto time = parse_duration(value);
    if (!time || *time > std::chrono::hours(1)) return nullptr;
    const auto rule = made("delay");
    rule->when = When::before_checks;
    rule->delay = Delay{.lower = static_cast<double>(time->count())};
    return rule;
}

std::shared_ptr<const Rule> rule_of_wire(std::string_view value) {
    const auto& names = bare_wires();
    if (std::ranges::find(names, value) == names.end()) return nullptr;
    const auto rule = made(std::string(value));
    rule->delivery.wire = *wire_named(value);
    if (needs_answer(rule->delivery.wire)) rule->when = When::after_state;
    return rule;
}

// Those of the wire, then of the session, then of the library, each name once.
std::string names_of(const Faults& faults, const Library& library) {
    std::vector<std::string_view> names = bare_wires();
    std::set<std::string_view> known(names.begin(), names.end());
    const auto add = [&](std::string_view name) {
        if (known.insert(name).second) names.push_back(name);
    };
    for (const auto& standing : faults.standings()) add(standing.rule->name);
    for (const auto& plan : library.plans()) {
        if (plan->rules.size() == 1) add(plan->name);
        for (const Rule& rule : plan->rules) add(rule.name);
    }
    std::string joined;
    for (const std::string_view name : names) {
        if (!joined.empty()) joined += ", ";
        joined += name;
    }
    return joined;
}

}  // namespace

Preferred preferred(const http::Preferences& preferences, const Faults& faults,
                    const Library& library) {
    Preferred wanted;
    const auto take = [&](std::string_view name, const auto& read, const auto& form) {
        const std::string* value = preferences.find(name);
        if (!value || !wanted.mistake.empty()) return;
        if (auto rule = read(*value)) {
            wanted.rules.push_back(std::move(rule));
        } else {
            wanted.mistake = mistake_of(name, form(), *value);
        }
    };
    const auto rule_of_fault = [&](std::string_view value) {
        auto rule = rule_of_wire(value);
        if (!rule) rule = faults.find_rule(value);
        return rule ? rule : library.find_rule(value);
    };
    take("code", rule_of_code, [] { return std::string("three digits from 200 to 599"); });
    take("delay", rule_of_delay,
         [] { return std::string("a time of at most 1 h such as 200ms or 2s"); });
    take("fault", rule_of_fault, [&] { return "one of " + names_of(faults, library); });
    if (!wanted.mistake.empty()) wanted.rules.clear();
    return wanted;
}

}  // namespace standin::fault
