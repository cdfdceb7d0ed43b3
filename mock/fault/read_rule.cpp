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

void read_when(Reading& reading, const Located& at, Rule& rule) {
    const Located when = at.find("when");
    const bool late = !rule.breaches.empty() || waits_for_answer(rule);
    rule.when = late ? When::after_state : rule.quota ? When::before_checks : When::before_state;
    if (!when) return;
    rule.when = when_named(when.value->text());
    if (!late || rule.when == When::after_state) return;
    reading.refuse(when, rule.breaches.empty()
                             ? "must be after_state: " + std::string(name_of(rule.delivery.wire)) +
                                   " needs an answer, and the rule gives none"
                             : "must be after_state: \"breaks\" needs the API's answer");
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
