// Should it go wrong on purpose?
#include "mock/check/input.h"
#include "mock/engine/engine.h"
#include "mock/engine/instead.h"
#include "mock/engine/violation.h"
#include "mock/fault/breach.h"
#include "mock/fault/preferred.h"
#include "mock/http/problem_details.h"

namespace standin::engine {

using fault::When;

namespace {

// The request as rules see it that come before the checks: decoded as far as it goes.
void peek(const Exchange& exchange, const check::Dialect& dialect, contract::Input& input) {
    const match::Match& match = exchange.match;
    if (!match.operation) return;
    check::input({*match.contract, *match.operation, exchange.request, match.path_values, dialect},
                 input);
}

// The answer that a connection ends instead of; a malformed one begins as if all were well.
http::Response nothing_sent(fault::Wire wire) {
    return {wire == fault::Wire::malformed_response_chunk ? 200 : 0, {}, ""};
}

}  // namespace

// What the request asks for itself. False, and an answer, where it asks for something that is not.
bool Engine::knows_wishes(Visit& visit) {
    Exchange& exchange = visit.exchange;
    if (!settings_.prefer) return true;
    const http::Preferences preferences = sample::preferences_of(exchange.request);
    if (preferences.empty()) return true;
    auto preferred = visit.session.with([&](const Snapshot& present) {
        return fault::preferred(preferences, present.faults, settings_.library);
    });
    visit.wanted = std::move(preferred.rules);
    // There, a status is a choice among what is documented, and no fault.
    if (settings_.face == Face::prism) {
        std::erase_if(visit.wanted, [](const auto& rule) {
            return rule->plan == "Prefer" && rule->name == "code";
        });
    }
    if (preferred.mistake.empty()) {
        preferred.mistake = sample::read_preference(preferences).mistake;
    }
    if (preferred.mistake.empty()) return true;
    exchange.error = "preference";
    exchange.problems.emplace_back().part = Part::request;
    exchange.problems.back().keyword = "preference";
    exchange.problems.back().message = preferred.mistake;
    exchange.response = http::problem_details(400, preferred.mistake);
    return false;
}

// Whether the request goes no further.
bool Engine::goes_wrong(Visit& visit, When when) {
    Exchange& exchange = visit.exchange;
    const bool asked = visit.admission.asked[static_cast<size_t>(when)];
    if (!asked && visit.wanted.empty()) return false;
    contract::Input early;
    if (when == When::before_checks && visit.admission.peeks)
        peek(exchange, settings_.dialect, early);
    const fault::Question question{
        .when = when,
        .request = exchange.request,
        .operation = exchange.match.operation,
        .input = when == When::before_checks ? early : exchange.input,
        .status = when == When::after_state ? exchange.response.status : 0,
        .time = exchange.time,
        .wanted = visit.wanted};
    const size_t known = exchange.fault.firings.size();
    visit.session.with(visit.admission,
                       [&](Snapshot& present) { present.faults.decide(question, exchange.fault); });
    if (exchange.fault.firings.size() == known) return false;
    act_on(exchange, when);
    settle(visit, known);
    return when != When::after_state && exchange.fault.stops();
}

// Makes the answer that was decided for.
void Engine::act_on(Exchange& exchange, When when) {
    const fault::Decision& decision = exchange.fault;
    if (decision.instead) {
        exchange.response = answer_instead(exchange, *decision.instead, documentation_);
        if (!decision.retry_after.empty()) {
            exchange.response.headers.set("Retry-After", decision.retry_after);
        }
        if (settings_.face == Face::native && !exchange.violations.empty()) {
            tell_violations(exchange, settings_.errors);
        }
        exchange.error = "fault";
    } else if (when != When::after_state && decision.stops()) {
        exchange.response = nothing_sent(decision.delivery.wire);
        exchange.error = "fault";
    }
}

// Breaks the answer where that was decided, and keeps count of the rules that fired: of those whose
// effect was there, and which nobody asked for. `known` firings were settled before.
void Engine::settle(Visit& visit, size_t known) {
    fault::Decision& decision = visit.exchange.fault;
    for (size_t i = known; i < decision.firings.size(); ++i) {
        fault::Firing& firing = decision.firings[i];
        const bool tried = firing.rule == decision.breaking;
        if (tried) firing.in_vain = !break_answer(visit, firing);
        if (firing.wanted || (firing.in_vain && !tried)) continue;
        if (firing.in_vain) {
            visit.session.with(visit.admission, [&](Snapshot& present) {
                present.faults.take_back(firing.rule->name);
            });
        } else {
            const std::lock_guard lock(unfired_mutex_);
            unfired_.erase(firing.rule.get());
        }
    }
}

bool Engine::break_answer(Visit& visit, fault::Firing& firing) {
    const fault::Decision& decision = visit.exchange.fault;
    http::Response& response = visit.exchange.response;
    auto broken = fault::break_answer(*visit.exchange.match.operation, response, *firing.rule,
                                      decision.breach_draw);
    firing.did = broken ? broken->did : "nothing: the answer gives nothing to break so";
    if (broken) response.body = std::move(broken->body);
    return broken.has_value();
}

std::vector<const fault::Rule*> Engine::unfired() const {
    const std::lock_guard lock(unfired_mutex_);
    std::vector<const fault::Rule*> unfired;
    for (const auto& plan : settings_.beginning.faults) {
        for (const fault::Rule& rule : plan->rules) {
            if (unfired_.contains(&rule)) unfired.push_back(&rule);
        }
    }
    return unfired;
}

}  // namespace standin::engine
