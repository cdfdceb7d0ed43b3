#include <algorithm>

#include "mock/fault/answer.h"
#include "mock/fault/reading.h"
#include "mock/fault/wire.h"

namespace standin::fault {

namespace {

When when_named(std::string_view name) {
    if (name == "before_checks") return When::before_checks;
    return name == "before_state" ? When::before_state : When::after_state;
}

// A wire fault that works on an answer, in a rule that has none of its own.
bool waits_for_answer(const Rule& rule) {
    return needs_answer(rule.delivery.wire) && !rule.instead && !rule.quota;
}

// Why a rule can be asked only once the API has answered; "" where it can be asked before.
std::string why_late(const Rule& rule) {
    if (!rule.breaches.empty()) return "\"breaks\" needs the API's answer";
    if (!rule.match.statuses.empty()) return "\"status\" is that of the API's answer";
    if (!waits_for_answer(rule)) return "";
    return std::string(name_of(rule.delivery.wire)) + " needs an answer, and the rule gives none";
}

void read_when(Reading& reading, const Located& at, Rule& rule) {
    const Located when = at.find("when");
    const std::string late = why_late(rule);
    rule.when = rule.quota ? When::before_checks : When::before_state;
    if (when) rule.when = when_named(when.value->text());
    if (late.empty() || rule.when == When::after_state) return;
    rule.when = When::after_state;
    if (when) reading.refuse(when, "must be after_state: " + late);
}

void check_name(Reading& reading, const Located& at) {
    const std::string_view name = at.value->text();
    if (std::ranges::find(bare_wires(), name) == bare_wires().end()) return;
    reading.refuse(
        at, "is that of a wire fault, which Prefer would ask for: \"" + std::string(name) + '"');
}

void check_effects(Reading& reading, const Located& at, const Rule& rule) {
    const Located answer = at.find("answer");
    const Located quota = at.find("quota");
    if (answer && quota) reading.refuse(answer, "cannot stand beside \"quota\", which has its own");
    if (!rule.breaches.empty() && (answer || quota)) {
        reading.refuse(at.find("breaks"), std::string("is for the API's own answer, not for that "
                                                      "of ") +
                                              (answer ? "\"answer\"" : "\"quota\""));
    }
    if (const Located place = at.find("breaksAt"); place && rule.breaches.empty()) {
        reading.refuse(place, "says nothing without \"breaks\"");
    }
    const bool works = rule.delay || rule.instead || rule.quota || !rule.breaches.empty() ||
                       rule.delivery != Delivery{};
    if (works) return;
    reading.refuse(at.find("name"),
                   "does nothing: it has none of \"delay\", \"chunkedDribbleDelay\", "
                   "\"bandwidth\", \"wire\", \"answer\", \"quota\", \"breaks\"");
}

}  // namespace

Rule read_rule(Reading& reading, const Located& at, const std::string& plan) {
    Rule rule;
    rule.name = at.find("name").value->text();
    check_name(reading, at.find("name"));
    rule.plan = plan;
    rule.mark = at.value->mark();
    rule.match = read_match(reading, at.find("match"));
    rule.on = read_trigger(reading, at.find("on"));
    if (const Located delay = at.find("delay")) rule.delay = read_delay(reading, delay);
    rule.delivery = read_delivery(reading, at);
    if (const Located answer = at.find("answer")) rule.instead = read_answer(reading, answer);
    if (const Located quota = at.find("quota")) rule.quota = read_quota(reading, quota);
    if (const Located breaks = at.find("breaks")) rule.breaches = read_breaches(breaks);
    if (const Located place = at.find("breaksAt")) rule.breach_at = place.value->text();
    check_effects(reading, at, rule);
    read_when(reading, at, rule);
    return rule;
}

}  // namespace standin::fault
