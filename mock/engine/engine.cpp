#include "mock/engine/engine.h"

#include "mock/check/input.h"
#include "mock/envelope/wrap.h"
#include "mock/http/problem_details.h"
#include "mock/sample/sample.h"
#include "mock/state/behave.h"

namespace standin::engine {

using contract::Outcome;
using fault::When;

namespace {

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

// In the mock's own words: no contract speaks of this.
void turn_away(Exchange& exchange, int status, const std::string& why) {
    exchange.error = "session";
    exchange.problems = one_problem("session");
    exchange.problems.front().message = why;
    exchange.response = http::problem_details(status, why);
}

envelope::Subject subject_of(const Exchange& exchange) {
    return {exchange.match.contract, exchange.match.operation, exchange.request, exchange.input};
}

}  // namespace

Engine::Engine(Settings settings)
    : settings_(std::move(settings)),
      router_(settings_.contracts),
      examples_(examples_of(settings_)),
      sessions_(settings_.beginning, settings_.sessions) {
    for (const auto& plan : settings_.beginning.faults) {
        for (const fault::Rule& rule : plan->rules) unfired_.insert(&rule);
    }
}

std::shared_ptr<const Exchange> Engine::answer(http::Request request) {
    auto exchange = std::make_shared<Exchange>();
    exchange->request = std::move(request);
    const auto session = host(*exchange);
    if (!session) return exchange;
    Visit visit{*exchange, *session, session->admit(*exchange), {}};
    run(visit);
    for (const auto& [name, value] : exchange->fault.headers) {
        exchange->response.headers.set(name, value);
    }
    session->keep(exchange, visit.admission);
    return exchange;
}

// Whose world is it? Null, and an answer in the mock's own words, where nobody can tell.
std::shared_ptr<Session> Engine::host(Exchange& exchange) {
    const Addressee addressee = addressee_of(exchange.request);
    if (!addressee.mistake.empty()) {
        turn_away(exchange, 400, addressee.mistake);
        return nullptr;
    }
    if (addressee.session == sessions_.standard()->name()) return sessions_.standard();
    auto session = sessions_.find_or_begin(addressee.session);
    if (!session) turn_away(exchange, 503, sessions_.limits().full());
    return session;
}

// The life of a request; the drawing stands in exchange.h.
void Engine::run(Visit& visit) {
    Exchange& exchange = visit.exchange;

    // Which operation is it?
    exchange.match = match_of(exchange.request);

    // Should it go wrong before anybody looks at it?
    if (!knows_wishes(visit)) return;
    if (goes_wrong(visit, When::before_checks)) return;
    if (!exchange.match.operation) return miss(exchange);

    // May this caller use it?
    if (!may_enter(visit)) return;

    // Is it what the contract asks for?
    if (!is_valid(exchange)) return;

    // Should it go wrong before anything happens?
    if (goes_wrong(visit, When::before_state)) return;

    // What does it do to the state?
    behave(visit);

    // How does this contract dress it?
    dress(exchange);

    // Should it go wrong now that it has happened?
    goes_wrong(visit, When::after_state);
}

match::Match Engine::match_of(const http::Request& request) const {
    const std::string* host = request.headers.find("Host");
    return router_.find(request.method, request.path(), host ? *host : std::string_view());
}

void Engine::miss(Exchange& exchange) {
    const std::string& allowed = exchange.match.allowed;
    const http::Request& request = exchange.request;
    // What may be asked of a path is known though no contract says so (RFC 9110, section 9.3.7).
    if (request.method == "OPTIONS" && (!allowed.empty() || request.path() == "*")) {
        exchange.response = {.status = 204, .headers = {}, .body = ""};
        if (!allowed.empty()) exchange.response.headers.set("Allow", allowed + ", OPTIONS");
        return;
    }
    if (allowed.empty()) {
        return refuse(exchange, "unknown_path", one_problem("path", exchange.request.path()));
    }
    refuse(exchange, "unknown_method", one_problem("method", exchange.request.method));
    exchange.response.headers.set("Allow", allowed);
}

bool Engine::may_enter(const Visit& visit) {
    Exchange& exchange = visit.exchange;
    auto verdict = check::credentials(*exchange.match.operation, exchange.request, settings_.auth,
                                      *visit.admission.present->credentials);
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

void Engine::behave(Visit& visit) {
    Exchange& exchange = visit.exchange;
    const contract::Operation& operation = *exchange.match.operation;
    exchange.outcome = visit.session.with(visit.admission, [&](Snapshot& present) {
        return state::behave({*exchange.match.contract, operation, exchange.request, exchange.input,
                              exchange.body_shape, exchange.time, present.world});
    });
    if (exchange.outcome.shows == Outcome::Shows::example) {
        exchange.outcome.result = examples_.at(&operation);
    }
}

void Engine::dress(Exchange& exchange) {
    Outcome& outcome = exchange.outcome;
    if (!outcome.refused()) {
        exchange.response = envelope::success(subject_of(exchange), outcome);
        std::string().swap(outcome.result);  // the journal keeps it once
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
    const auto session = host(*exchange);
    if (!session) return exchange;
    const Admission admission = session->admit(*exchange);
    exchange->match = match_of(exchange->request);
    const std::string error(error_of(status));
    refuse(*exchange, error, one_problem(error, why));
    session->keep(exchange, admission);
    return exchange;
}

}  // namespace standin::engine
