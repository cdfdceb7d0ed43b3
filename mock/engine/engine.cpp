#include "mock/engine/engine.h"

#include "mock/check/input.h"
#include "mock/envelope/wrap.h"
#include "mock/sample/sample.h"
#include "mock/state/behave.h"

namespace standin::engine {

using contract::Outcome;

namespace {

check::Credentials credentials_of(const Beginning& beginning) {
    check::Credentials known;
    for (const contract::Fixture& fixture : beginning.fixtures) {
        for (const auto& [scheme, values] : fixture.credentials) {
            for (const contract::SecurityScheme& each : fixture.contract->schemes) {
                if (each.name == scheme) known[&each].insert(values.begin(), values.end());
            }
        }
    }
    return known;
}

std::string_view error_of(int status) {
    switch (status) {
        case 413:
            return "body_too_large";
        case 414:
            return "uri_too_long";
        case 431:
            return "headers_too_large";
        default:
            return "malformed_request";
    }
}

Problems one_problem(std::string keyword, std::string_view received = {}) {
    Problem problem;
    problem.part = Part::request;
    problem.keyword = std::move(keyword);
    problem.received = received;
    return {std::move(problem)};
}

// What operations without a resource answer, made once.
Examples examples_of(const Settings& settings) {
    Examples examples;
    for (const auto& contract : settings.contracts) {
        for (const contract::Operation& operation : contract->operations) {
            if (!operation.resource) examples[&operation] = sample::answer(*contract, operation);
        }
    }
    return examples;
}

envelope::Subject subject_of(const Exchange& exchange) {
    return {exchange.match.contract, exchange.match.operation, exchange.request, exchange.input};
}

}  // namespace

Engine::Engine(Settings settings)
    : settings_(std::move(settings)),
      router_(settings_.contracts),
      credentials_(credentials_of(settings_.beginning)),
      examples_(examples_of(settings_)),
      session_("default", settings_.beginning) {}

std::shared_ptr<const Exchange> Engine::answer(http::Request request) {
    auto exchange = std::make_shared<Exchange>();
    exchange->request = std::move(request);
    run(*exchange);
    session_.journal().keep(exchange);
    return exchange;
}

// The life of a request; the drawing stands in exchange.h.
void Engine::run(Exchange& exchange) {
    // Whose world is it?
    exchange.session = session_.name();
    session_.admit(exchange);

    // Which operation is it?
    exchange.match = router_.find(exchange.request.method, exchange.request.path());
    if (!exchange.match.operation) return miss(exchange);

    // May this caller use it?
    if (!may_enter(exchange)) return;

    // Is it what the contract asks for?
    if (!is_valid(exchange)) return;

    // What does it do to the state?
    behave(exchange);

    // How does this contract dress it?
    dress(exchange);
}

void Engine::miss(Exchange& exchange) {
    const std::string& allowed = exchange.match.allowed;
    if (allowed.empty()) {
        return refuse(exchange, "unknown_path", one_problem("path", exchange.request.path()));
    }
    refuse(exchange, "unknown_method", one_problem("method", exchange.request.method));
    exchange.response.headers.set("Allow", allowed);
}

bool Engine::may_enter(Exchange& exchange) {
    auto verdict = check::credentials(*exchange.match.operation, exchange.request, settings_.auth,
                                      credentials_);
    if (verdict.fine()) return true;
    refuse(exchange, verdict.error, std::move(verdict.problems));
    return false;
}

bool Engine::is_valid(Exchange& exchange) {
    auto verdict = check::input(*exchange.match.contract, *exchange.match.operation,
                                exchange.request, exchange.match.path_values, exchange.input);
    exchange.body_shape = verdict.body_type ? verdict.body_type->shape : nullptr;
    if (verdict.fine()) return true;
    refuse(exchange, verdict.error, std::move(verdict.problems));
    return false;
}

void Engine::behave(Exchange& exchange) {
    const contract::Operation& operation = *exchange.match.operation;
    exchange.outcome = session_.with_world([&](state::World& world) {
        return state::behave({*exchange.match.contract, operation, exchange.request, exchange.input,
                              exchange.body_shape, world});
    });
    if (exchange.outcome.shows == Outcome::Shows::example) {
        exchange.outcome.result = examples_.at(&operation);
    }
}

void Engine::dress(Exchange& exchange) {
    Outcome& outcome = exchange.outcome;
    if (!outcome.refused()) {
        exchange.response = envelope::success(subject_of(exchange), outcome);
        return;
    }
    exchange.error = outcome.error.empty() ? "rule" : outcome.error;
    exchange.response = envelope::refusal(subject_of(exchange), outcome);
    exchange.problems = std::move(outcome.problems);
}

// The one place where a request is refused before it reached the state.
void Engine::refuse(Exchange& exchange, std::string error, Problems problems) {
    exchange.error = std::move(error);
    exchange.problems = std::move(problems);
    exchange.response = envelope::refusal(subject_of(exchange), exchange.error, exchange.problems);
}

std::shared_ptr<const Exchange> Engine::refuse(http::Request request, int status,
                                               std::string_view why) {
    auto exchange = std::make_shared<Exchange>();
    exchange->request = std::move(request);
    exchange->session = session_.name();
    session_.admit(*exchange);
    exchange->match = router_.find(exchange->request.method, exchange->request.path());
    const std::string error(error_of(status));
    refuse(*exchange, error, one_problem(error, why));
    session_.journal().keep(exchange);
    return exchange;
}

}  // namespace standin::engine
