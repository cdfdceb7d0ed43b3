// Should it go wrong on purpose?
#include "mock/check/input.h"
#include "mock/engine/engine.h"
#include "mock/engine/instead.h"
#include "mock/fault/breach.h"
#include "mock/fault/preferred.h"
#include "mock/http/problem_details.h"

namespace standin::engine {

using fault::When;

namespace {

// The request as rules see it that come before the checks: decoded as far as it goes.
void peek(const Exchange& exchange, contract::Input& input) {
    const match::Match& match = exchange.match;
    if (!match.operation) return;
    check::input(*match.contract, *match.operation, exchange.request, match.path_values, input);
}

// The answer that a connection ends instead of; a malformed one begins as if all were well.
http::Response nothing_sent(fault::Wire wire) {
    return {wire == fault::Wire::malformed_response_chunk ? 200 : 0, {}, ""};
}

}  // namespace

// What the request asks for itself. False, and an answer, where it asks for something that is not.
bool Engine::knows_wishes(Visit& visit) {
    Exchange& exchange = visit.exchange;
    if (!settings_.prefer || !exchange.request.headers.find("Prefer")) return true;
    const http::Preferences preferences(exchange.request.headers);
    auto preferred = visit.session.with([&](const Snapshot& present) {
        return fault::preferred(preferences, present.faults, settings_.library);
    });
    visit.wanted = std::move(preferred.rules);
    if (preferred.mistake.empty()) return true;
    exchange.error = "preference";
    exchange.response = http::problem_details(400, preferred.mistake);
    return false;
}

// Whether the request goes no further.
bool Engine::goes_wrong(Visit& visit, When when) {
    Exchange& exchange = visit.exchange;
    if (!visit.admission.watched && visit.wanted.empty()) return false;
    contract::Input early;
    if (when == When::before_checks) peek(exchange, early);
    const contract::Input& input = when == When::before_checks ? early : exchange.input;
    const fault::Question question{.when = when,
                                   .request = exchange.request,
                                   .operation = exchange.match.operation,
                                   .input = input,
                                   .time = exchange.time,
                                   .wanted = visit.wanted};
    const size_t known = exchange.fault.firings.size();
    visit.session.with([&](Snapshot& present) { present.faults.decide(question, exchange.fault); });
    if (exchange.fault.firings.size() == known) return false;
    act_on(exchange, when, known);
    return when != When::after_state && exchange.fault.stops();
}

// Makes the answer that was decided for; `known` firings were acted on before.
void Engine::act_on(Exchange& exchange, When when, size_t known) {
    fault::Decision& decision = exchange.fault;
    {
        const std::lock_guard lock(fired_mutex_);
        for (size_t i = known; i < decision.firings.size(); ++i) {
            fired_.insert(decision.firings[i].rule.get());
        }
    }
    if (decision.instead) {
        exchange.response = answer_instead(exchange, *decision.instead);
        if (!decision.retry_after.empty()) {
            exchange.response.headers.set("Retry-After", decision.retry_after);
        }
        exchange.error = "fault";
    } else if (when != When::after_state && decision.stops()) {
        exchange.response = nothing_sent(decision.delivery.wire);
        exchange.error = "fault";
    }
    if (decision.breaking) break_answer(exchange);
}

void Engine::break_answer(Exchange& exchange) {
    fault::Decision& decision = exchange.fault;
    auto broken = fault::break_answer(*exchange.match.operation, exchange.response,
                                      *decision.breaking, decision.breach_draw);
    for (fault::Firing& firing : decision.firings) {
        if (firing.rule != decision.breaking) continue;
        firing.did = broken ? broken->did : "nothing: the answer gives nothing to break so";
    }
    if (broken) exchange.response.body = std::move(broken->body);
}

std::vector<const fault::Rule*> Engine::unfired() const {
    const std::lock_guard lock(fired_mutex_);
    std::vector<const fault::Rule*> unfired;
    for (const auto& plan : settings_.beginning.faults) {
        for (const fault::Rule& rule : plan->rules) {
            if (!fired_.contains(&rule)) unfired.push_back(&rule);
        }
    }
    return unfired;
}

}  // namespace standin::engine
