// May this caller use it, and is it what the contract asks for?
#include "mock/check/input.h"
#include "mock/engine/engine.h"

namespace standin::engine {

namespace {

// Says which credentials would do, unless the contract's own answer does (RFC 9110,
// section 11.6.1).
void challenge(Exchange& exchange, const std::string& text) {
    http::Response& response = exchange.response;
    const bool forbidden = response.status == 403 && exchange.error == "credentials_forbidden";
    if (!(response.status == 401 || forbidden) || text.empty()) return;
    if (!response.headers.find("WWW-Authenticate")) response.headers.add("WWW-Authenticate", text);
}

Problem problem_of(Part part, std::string keyword, std::string received) {
    Problem problem;
    problem.part = part;
    problem.keyword = std::move(keyword);
    problem.received = std::move(received);
    return problem;
}

}  // namespace

// The body is kept as it was before it was compressed, as far as it can be told.
http::Decoded Engine::decode_body(Exchange& exchange) const {
    const std::string* coding = exchange.request.headers.find("Content-Encoding");
    if (!coding) return {};
    http::Decoded decoded = http::decode(*coding, exchange.request.body, settings_.body_bytes);
    if (decoded.is == http::Decoded::Is::done) exchange.request.body = std::move(decoded.text);
    return decoded;
}

bool Engine::may_enter(const Visit& visit) {
    Exchange& exchange = visit.exchange;
    auto verdict = check::credentials(*exchange.match.operation, exchange.request, settings_.auth,
                                      *visit.admission.present->credentials);
    if (verdict.fine()) return true;
    refuse(exchange, verdict.error, std::move(verdict.problems));
    challenge(exchange, verdict.challenge);
    return false;
}

bool Engine::is_valid(const Visit& visit) {
    Exchange& exchange = visit.exchange;
    if (visit.body.is != http::Decoded::Is::done) return refuse_coding(exchange, visit.body), false;
    const match::Match& match = exchange.match;
    auto verdict = check::input(
        {*match.contract, *match.operation, exchange.request, match.path_values, settings_.dialect},
        exchange.input);
    exchange.body_shape = verdict.body_type ? verdict.body_type->shape : nullptr;
    if (verdict.fine()) return true;
    refuse(exchange, verdict.error, std::move(verdict.problems));
    return false;
}

void Engine::refuse_coding(Exchange& exchange, const http::Decoded& body) {
    if (body.is == http::Decoded::Is::too_large) {
        return refuse(exchange, "body_too_large",
                      {problem_of(Part::request, "body_too_large", "")});
    }
    const bool unknown = body.is == http::Decoded::Is::unknown;
    Problem problem = problem_of(Part::body, "coding", body.text);
    if (unknown) problem.expected = http::understood_codings;
    refuse(exchange, unknown ? "unsupported_media_type" : "unreadable_body", {std::move(problem)});
    if (unknown) {
        exchange.response.headers.set("Accept-Encoding", std::string(http::understood_codings));
    }
}

}  // namespace standin::engine
