// What an exchange is answered with, once it is known what it did.
#include "mock/core/json.h"
#include "mock/engine/engine.h"
#include "mock/engine/violation.h"
#include "mock/envelope/wrap.h"

namespace standin::engine {

using contract::Outcome;

namespace {

// Whether a request is about what is not there.
bool is_missing(const Exchange& exchange) {
    const std::string& error = exchange.outcome.error;
    return error == "not_found" || error == "parent_not_found";
}

}  // namespace

// How does this contract dress it?
void Engine::dress(Exchange& exchange) {
    Outcome& outcome = exchange.outcome;
    if (outcome.shows == Outcome::Shows::example) return show_example(exchange);
    if (settings_.state == State::seeded && is_missing(exchange)) return make_up(exchange);
    if (!outcome.refused()) {
        exchange.response = envelope::success(documentation_.subject(exchange), outcome);
        std::string().swap(outcome.result);  // the journal keeps it once
        if (exchange.match.operation->may_misfit) documentation_.amend(exchange);
        return;
    }
    exchange.error = outcome.error.empty() ? "rule" : outcome.error;
    exchange.response = envelope::refusal(documentation_.subject(exchange), outcome);
    exchange.problems = std::move(outcome.problems);
}

void Engine::show_example(Exchange& exchange) const {
    exchange.outcome.shows = Outcome::Shows::example;
    documentation_.answer(exchange);
}

// What is not there is shown as the contract's example, under the key that was asked for.
void Engine::make_up(Exchange& exchange) const {
    const contract::Operation& operation = *exchange.match.operation;
    exchange.outcome = {};
    const Value* key = exchange.input.path.find(operation.key_parameter);
    const bool whole =
        operation.action == contract::Action::list || operation.action == contract::Action::create;
    if (whole || !key) return show_example(exchange);
    exchange.outcome.shows = Outcome::Shows::example;
    documentation_.answer_as(exchange,
                             key->is(Kind::string) ? std::string(key->text()) : to_json(*key));
}

// Examples and samples were judged when they were made; answers made of the state only where that
// was asked for, since it costs as much as answering.
void Engine::vet(Exchange& exchange) const {
    const bool documented = exchange.outcome.shows == Outcome::Shows::example;
    if (!documented && (settings_.errors || settings_.checks_answers)) {
        exchange.violations = documentation_.problems(exchange);
    }
    if (settings_.face == Face::native && !exchange.violations.empty()) {
        tell_violations(exchange, settings_.errors);
    }
}

}  // namespace standin::engine
