#include "mock/engine/prism.h"

#include <algorithm>
#include <array>

#include "mock/check/pair.h"
#include "mock/contract/server.h"
#include "mock/core/json.h"
#include "mock/engine/prism_violation.h"
#include "mock/envelope/wrap.h"
#include "mock/http/media_type.h"

namespace standin::engine {

namespace {

// A row of Prism's catalogue of problems.
struct Entry {
    std::string_view code;
    std::string_view title;
    int status;
};

constexpr Entry no_path = {"NO_PATH_MATCHED_ERROR", "Route not resolved, no path matched", 404};
constexpr Entry no_method = {"NO_METHOD_MATCHED_ERROR", "Route resolved, but no method matched",
                             405};
constexpr Entry no_server = {"NO_SERVER_MATCHED_ERROR", "Route not resolved, no server matched",
                             404};
constexpr Entry invalid = {"UNPROCESSABLE_ENTITY", "Invalid request", 422};
constexpr Entry unauthorized = {"UNAUTHORIZED", "Invalid security scheme used", 401};
constexpr Entry wrong_type = {"INVALID_CONTENT_TYPE", "Invalid content type", 415};
constexpr Entry not_acceptable = {
    "NOT_ACCEPTABLE", "The server cannot produce a representation for your accept header", 406};
constexpr Entry not_found = {"NOT_FOUND", "The server cannot find the requested content", 404};
constexpr Entry no_response = {"NO_RESPONSE_RESPONSE_DEFINED",
                               "No response defined for the selected operation", 500};
constexpr Entry violations = {"VIOLATIONS", "Request/Response not valid", 500};

std::string generated(std::string_view what, std::string_view found) {
    return "Your request " + std::string(what) + " and no HTTP " + std::string(found) +
           " response was found in the spec, so Prism is generating this error for you.";
}

// `more` is JSON text of further members, each with a comma before it.
void answer(Exchange& exchange, const Entry& entry, std::string_view detail,
            const std::string& more = "") {
    exchange.response = {entry.status, {}, ""};
    exchange.response.headers.set("Content-Type", std::string(http::problem_json));
    std::string& body = exchange.response.body;
    body = R"({"type":"https://stoplight.io/prism/errors#)" + std::string(entry.code) +
           R"(","title":)";
    write_json_string(body, entry.title);
    body += ",\"status\":" + std::to_string(entry.status) + ",\"detail\":";
    write_json_string(body, detail);
    body += more + '}';
}

// What each scheme adds to WWW-Authenticate; "" of an API key.
std::string tag_of(const contract::SecurityScheme& scheme) {
    if (scheme.type == "oauth2") return "OAuth2";
    if (scheme.type == "openIdConnect") return "OpenID";
    if (http::same_name(scheme.prefix, "Basic")) return "Basic realm=\"*\"";
    if (http::same_name(scheme.prefix, "Bearer")) return "Bearer";
    if (http::same_name(scheme.prefix, "Digest")) return "Digest realm=\"*\", nonce=\"abc123\"";
    return "";
}

std::string challenge_of(const contract::Operation& operation) {
    std::string text;
    for (const contract::Requirement& requirement : operation.security) {
        for (const auto& demand : requirement) {
            const std::string tag = tag_of(*demand.scheme);
            if (!tag.empty()) text += (text.empty() ? "" : ",") + tag;
        }
    }
    return text;
}

void answer_unauthorized(Exchange& exchange) {
    const std::string challenge = challenge_of(*exchange.match.operation);
    std::string more;
    if (!challenge.empty()) {
        more = R"(,"headers":{"WWW-Authenticate":)";
        write_json_string(more, challenge);
        more += '}';
    }
    answer(exchange, unauthorized,
           generated("does not fullfil the security requirements", "unauthorized"), more);
    if (!challenge.empty()) exchange.response.headers.set("WWW-Authenticate", challenge);
}

void answer_invalid(Exchange& exchange) {
    answer(exchange, invalid, generated("is not valid", "validation"),
           ",\"validation\":" + prism_violations(exchange.problems, "Request", false));
}

void answer_wrong_type(Exchange& exchange) {
    const bool none = !exchange.match.operation->body;
    const std::string& types = exchange.problems.front().expected;
    answer(exchange, wrong_type,
           none ? "No supported content types, but request included a non-empty body"
                : "Supported content types: " + types);
}

// In the form in which Prism's decoder tells it; others in the mock's own.
std::string detail_of_preference(const Exchange& exchange) {
    const http::Preferences preferences = sample::preferences_of(exchange.request);
    const auto told = [&](const char* name, const std::string& value, const char* kind) {
        return "optional property \"" + std::string(name) + "\"\n└─ cannot decode \"" + value +
               "\", should be a " + kind;
    };
    const std::string* code = preferences.find("code");
    const std::string* dynamic = preferences.find("dynamic");
    const bool number =
        !code || (code->size() == 3 && code->find_first_not_of("0123456789") == std::string::npos);
    if (!number) return told("code", *code, "number");
    const bool truth = !dynamic || *dynamic == "true" || *dynamic == "false";
    if (!truth) return told("dynamic", *dynamic, "boolean");
    return exchange.problems.front().message;
}

// By what the operation documents, where it does.
void refuse(Exchange& exchange, const Documentation& documentation, std::span<const int> wanted,
            void (*otherwise)(Exchange&)) {
    if (!documentation.refuse(exchange, wanted)) return otherwise(exchange);
    exchange.response.headers.set(
        "sl-violations", prism_header(prism_violations(exchange.problems, "Request", true)));
}

// Prism tells media types without spaces between them.
void join_types(Problems& problems) {
    for (Problem& problem : problems) {
        if (problem.keyword == "mediaType") std::erase(problem.expected, ' ');
    }
}

void refuse(Exchange& exchange, const Documentation& documentation) {
    const std::string& error = exchange.error;
    const std::array invalid_codes = {422, 400};
    const std::array type_codes = {415, 422, 400};
    const std::array entry_codes = {401};
    if (error.starts_with("credentials_")) {
        refuse(exchange, documentation, entry_codes, answer_unauthorized);
    } else if (error == "unsupported_media_type") {
        join_types(exchange.problems);
        refuse(exchange, documentation, type_codes, answer_wrong_type);
    } else if (error == "unreadable_body" && exchange.problems.front().keyword == "json") {
        exchange.response = {400, {{"Content-Type", "application/json; charset=utf-8"}}, ""};
        exchange.response.body = R"({"error":{"code":"invalid_json","message":"Invalid JSON"}})";
    } else if (error == "invalid" || error == "unreadable_body" || error == "body_too_deep") {
        refuse(exchange, documentation, invalid_codes, answer_invalid);
    } else if (error == "no_such_example") {
        answer(exchange, not_found, exchange.problems.front().message);
    } else if (error == "not_acceptable") {
        const std::string* accept = exchange.request.headers.find("Accept");
        answer(exchange, not_acceptable, "Unable to find content for " + (accept ? *accept : ""));
    } else if (error == "no_response") {
        answer(exchange, no_response, "");
    } else if (error == "preference") {
        answer(exchange, invalid, detail_of_preference(exchange));
    }
}

bool is_miss(const Exchange& exchange) {
    const match::Match& match = exchange.match;
    const bool borrowed = match.operation && match.operation->method != exchange.request.method;
    return !match.operation || borrowed;  // a HEAD that GET would answer
}

void answer_miss(Exchange& exchange) {
    const http::Request& request = exchange.request;
    const std::string path(request.path());
    const bool known = exchange.match.operation || !exchange.match.allowed.empty();
    exchange.error = known ? "unknown_method" : "unknown_path";
    if (known) {
        return answer(exchange, no_method,
                      "The route " + path + " has been matched, but it does not have \"" +
                          http::lower(request.method) + "\" method defined");
    }
    answer(exchange, no_path, "The route " + path + " hasn't been found in the specification file");
}

// The server that a request asks for and that the contract does not have; "" = none.
std::string unknown_server(const Exchange& exchange) {
    const auto asked = check::values_of(check::query_pairs(exchange.request.query()), "__server");
    if (asked.empty() || !exchange.match.contract) return "";
    const std::string url = contract::server_of(asked.front()).url;
    const bool known = std::ranges::any_of(exchange.match.contract->servers,
                                           [&](const auto& each) { return each.url == url; });
    return known ? "" : asked.front();
}

// A body where the operation takes none.
bool has_needless_body(const Exchange& exchange) {
    return exchange.error.empty() && !exchange.match.operation->body &&
           !exchange.request.body.empty() && exchange.request.headers.find("Content-Type");
}

void tell_answer(Exchange& exchange, bool errors) {
    const envelope::Subject subject{exchange.match.contract, exchange.match.operation,
                                    exchange.request, exchange.input};
    envelope::refusal(subject, "invalid", exchange.violations);  // for the words alone
    if (errors) {
        answer(exchange, violations,
               "Your request/response is not valid and the --errors flag is set, so Prism is "
               "generating this error for you.",
               ",\"validation\":" + prism_violations(exchange.violations, "Response", true));
        return;
    }
    exchange.response.headers.set(
        "sl-violations", prism_header(prism_violations(exchange.violations, "Response", true)));
}

}  // namespace

void dress_as_prism(Exchange& exchange, const Documentation& documentation, bool errors) {
    if (exchange.error == "fault" || exchange.error == "session") return;
    if (is_miss(exchange)) return answer_miss(exchange);
    if (const std::string server = unknown_server(exchange); !server.empty()) {
        exchange.error = "unknown_server";
        return answer(
            exchange, no_server,
            "The server url " + server + " hasn't been matched with any of the provided servers");
    }
    if (has_needless_body(exchange)) {
        exchange.error = "unsupported_media_type";
        exchange.problems.emplace_back().keyword = "mediaType";
    }
    if (exchange.error.empty() && exchange.match.operation->responses.empty()) {
        exchange.error = "no_response";
    }
    if (!exchange.error.empty()) return refuse(exchange, documentation);
    if (!exchange.violations.empty()) tell_answer(exchange, errors);
}

}  // namespace standin::engine
