#include "mock/check/credentials.h"

#include <optional>

#include "mock/check/pair.h"
#include "mock/core/pointer.h"
#include "mock/schema/check.h"

namespace standin::check {

using contract::Operation;
using contract::Requirement;
using contract::SecurityScheme;

namespace {

struct Credential {
    bool there = false;     // something was sent where the scheme looks
    std::string malformed;  // the error that says why it is not one, "" = it is
    std::string text;
};

std::optional<std::string> sent(const SecurityScheme& scheme, const http::Request& request) {
    const bool baked = scheme.part == Part::cookie;
    const std::string* header =
        baked ? request.headers.find("Cookie") : request.headers.find(scheme.parameter);
    if (scheme.part == Part::header) return header ? std::optional(*header) : std::nullopt;
    const Pairs pairs = scheme.part == Part::query ? query_pairs(request.query())
                                                   : cookie_pairs(header ? *header : "");
    const auto values = values_of(pairs, scheme.parameter);
    if (values.empty()) return std::nullopt;
    return baked ? values.front() : http::decode_query(values.front());
}

Credential credential_of(const SecurityScheme& scheme, const http::Request& request) {
    Credential credential;
    const auto text = sent(scheme, request);
    if (!text) return credential;
    credential.there = true;
    const bool with_scheme = scheme.kind == SecurityScheme::Kind::http;
    credential.malformed = with_scheme ? "credentials_malformed" : scheme.malformed;
    std::string_view rest = *text;
    if (with_scheme) {
        // credentials = auth-scheme 1*SP token68 (RFC 9110, section 11.4)
        const size_t space = std::min(rest.find(' '), rest.size());
        if (!http::same_name(rest.substr(0, space), scheme.prefix)) return credential;
        rest.remove_prefix(space);
        while (rest.starts_with(' ')) rest.remove_prefix(1);
    }
    if (rest.empty()) return credential;
    credential.text = rest;
    const bool fits = !scheme.well_formed || schema::is_valid(*scheme.well_formed, Value::of(rest));
    credential.malformed = fits ? "" : scheme.malformed;
    return credential;
}

Verdict refused(std::string error, const std::string& header, std::string keyword) {
    Problem problem;
    problem.part = Part::credentials;
    if (!header.empty()) append_token(problem.pointer, header);
    problem.keyword = std::move(keyword);
    return {std::move(error), {std::move(problem)}};
}

bool is_known(const SecurityScheme& scheme, const Credential& credential,
              const Credentials& known) {
    const auto values = known.find(&scheme);
    return values != known.end() && values->second.contains(credential.text);
}

// How far one alternative got.
struct Attempt {
    bool whole = true;  // all of it was sent
    std::string error;  // of the first credential that will not do
    const SecurityScheme* scheme = nullptr;
};

Attempt attempt(const Requirement& requirement, const http::Request& request, Auth auth,
                const Credentials& known) {
    Attempt result;
    for (const auto& [scheme, scopes] : requirement) {
        if (scheme->kind == SecurityScheme::Kind::other) continue;
        const Credential credential = credential_of(*scheme, request);
        std::string error = credential.malformed;
        if (!credential.there) {
            result.whole = false;
        } else if (error.empty() && auth == Auth::values && !is_known(*scheme, credential, known)) {
            error = "credentials_unknown";
        }
        if (!error.empty() && result.error.empty()) result.error = error, result.scheme = scheme;
    }
    return result;
}

}  // namespace

Verdict credentials(const Operation& operation, const http::Request& request, Auth auth,
                    const Credentials& known) {
    if (auth == Auth::off || operation.security.empty()) return {};
    Attempt best;
    best.whole = false;
    for (const Requirement& requirement : operation.security) {
        Attempt tried = attempt(requirement, request, auth, known);
        if (!tried.whole) continue;
        if (tried.error.empty()) return {};
        // What is malformed says more than what is merely not known.
        const bool better = !best.whole || (best.error == "credentials_unknown" &&
                                            tried.error != "credentials_unknown");
        if (better) best = std::move(tried);
    }
    if (!best.whole) return refused("credentials_missing", "", "missing");
    const bool unknown = best.error == "credentials_unknown";
    return refused(best.error, best.scheme->parameter, unknown ? "unknown" : "malformed");
}

}  // namespace standin::check
