#include "mock/engine/engine.h"

#include <algorithm>

#include "mock/engine/example_seeds.h"
#include "mock/engine/prism.h"
#include "mock/envelope/wrap.h"
#include "mock/http/problem_details.h"
#include "mock/state/behave.h"

namespace standin::engine {

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

// In the mock's own words: no contract speaks of this.
void turn_away(Exchange& exchange, int status, const std::string& why) {
    exchange.error = "session";
    exchange.problems = one_problem("session");
    exchange.problems.front().message = why;
    exchange.response = http::problem_details(status, why);
}

// A contract that has a starting state of its own is not filled from its examples.
Settings born(Settings settings) {
    if (settings.state != State::seeded) return settings;
    std::vector<contract::Fixture> fixtures = seeds_of_examples(settings.contracts);
    auto& own = settings.beginning.fixtures;
    std::erase_if(fixtures, [&](const contract::Fixture& fixture) {
        return std::ranges::any_of(own, [&](const contract::Fixture& each) {
            return each.contract == fixture.contract && !each.seeds.empty();
        });
    });
    own.insert(own.begin(), std::make_move_iterator(fixtures.begin()),
               std::make_move_iterator(fixtures.end()));
    return settings;
}

}  // namespace

Engine::Engine(Settings settings)
    : settings_(born(std::move(settings))),
      router_(settings_.contracts),
      documentation_(settings_.contracts, {settings_.beginning.seed, settings_.dynamic,
                                           settings_.ignores_examples, settings_.prefer}),
      notifier_(settings_, documentation_),
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
    Visit visit{*exchange, *session, session->admit(*exchange), {}, decode_body(*exchange)};
    run(visit);
    if (settings_.face == Face::prism) {
        dress_as_prism(*exchange, documentation_, settings_.errors);
    }
    for (const auto& [name, value] : exchange->fault.headers) {
        exchange->response.headers.set(name, value);
    }
    session->keep(exchange, visit.admission);
    for (const auto& delivery : exchange->deliveries) notifier_.send(delivery);
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
    if (!is_valid(visit)) return;

    // Should it go wrong before anything happens?
    if (goes_wrong(visit, When::before_state)) return;

    // What does it do to the state, if it is about the state at all?
    if (is_answered_as_documented(visit)) {
        show_example(exchange);
    } else {
        behave(visit);
        dress(exchange);
    }

    // Is that what the contract promises?
    vet(exchange);

    // Who else is to know of it?
    if (exchange.match.operation->callbacks) call_back(visit);

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

// Rules are kept also where there is no state.
bool Engine::is_answered_as_documented(const Visit& visit) const {
    const Exchange& exchange = visit.exchange;
    const bool stateless = settings_.state == State::off && exchange.match.operation->resource;
    return stateless || documentation_.is_asked_for(exchange.request);
}

void Engine::behave(Visit& visit) {
    Exchange& exchange = visit.exchange;
    const contract::Operation& operation = *exchange.match.operation;
    state::Turn turn{*exchange.match.contract,
                     operation,
                     exchange.request,
                     exchange.input,
                     exchange.body_shape,
                     exchange.time,
                     visit.admission.present->world,
                     &documentation_};
    state::take_in_body(turn);
    state::Deed deed =
        visit.session.with(visit.admission, [&](Snapshot&) { return state::behave(turn); });
    exchange.outcome = std::move(deed.outcome);
    if (deed.shows) exchange.outcome.result = state::text_of(turn, *deed.shows);
}

// The one place where a request is refused before it reached the state.
void Engine::refuse(Exchange& exchange, std::string error, Problems problems) {
    exchange.error = std::move(error);
    exchange.problems = std::move(problems);
    exchange.response =
        envelope::refusal(documentation_.subject(exchange), exchange.error, exchange.problems);
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
