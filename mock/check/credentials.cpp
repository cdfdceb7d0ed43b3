#include "mock/check/credentials.h"

#include <algorithm>
#include <optional>
#include <set>

#include "mock/check/challenge.h"
#include "mock/check/pair.h"
#include "mock/core/pointer.h"
#include "mock/http/base64.h"
#include "mock/http/field_value.h"
#include "mock/http/headers.h"
#include "mock/schema/check.h"

namespace standin::check {

using contract::Demand;
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

// "user:password" of a Basic credential (RFC 7617, section 2); nothing where it is none.
std::optional<std::string> user_of(std::string_view credential) {
    auto user = http::decode_base64(credential);
    return user && user->find(':') != user->npos ? user : std::nullopt;
}

// Whether it has what a Digest credential must (RFC 7616, section 3.4); nobody computes it anew.
bool is_digest(std::string_view credential) {
    constexpr std::string_view needed[] = {"username", "realm", "nonce", "uri", "response"};
    std::set<std::string> there;
    while (!credential.empty()) {
        std::string_view parameter = http::take_until(credential, ',');
        const std::string_view name = http::trim(http::take_until(parameter, '='));
        if (!http::word_of(http::trim(parameter)).empty()) there.insert(http::lower(name));
    }
    return std::ranges::all_of(
        needed, [&](std::string_view name) { return there.contains(std::string(name)); });
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
    if (with_scheme && http::same_name(scheme.prefix, "Basic") && !user_of(rest)) return credential;
    if (with_scheme && http::same_name(scheme.prefix, "Digest") && !is_digest(rest)) {
        return credential;
    }
    const bool fits = !scheme.well_formed || schema::is_valid(*scheme.well_formed, Value::of(rest));
    credential.malformed = fits ? "" : scheme.malformed;
    return credential;
}

// Whether an Authorization field is of another scheme that the operation takes: it is meant for
// that one, and no malformed credential of this one.
bool is_for_another(const Operation& operation, const SecurityScheme& scheme,
                    const http::Request& request) {
    const std::string* field = request.headers.find("Authorization");
    if (scheme.kind != SecurityScheme::Kind::http || !field) return false;
    const std::string_view sent = std::string_view(*field).substr(0, field->find(' '));
    if (http::same_name(sent, scheme.prefix)) return false;
    for (const Requirement& requirement : operation.security) {
        for (const Demand& demand : requirement) {
            const bool http = demand.scheme->kind == SecurityScheme::Kind::http;
            if (http && http::same_name(sent, demand.scheme->prefix)) return true;
        }
    }
    return false;
}

Verdict refused(std::string error, const std::string& header, std::string keyword) {
    Problem problem;
    problem.part = Part::credentials;
    if (!header.empty()) append_token(problem.pointer, header);
    problem.keyword = std::move(keyword);
    return {std::move(error), {std::move(problem)}};
}

// What a known credential allows; null where it is not known. One for Basic may be known as it is
// sent or as "user:password".
const Scopes* known_scopes(const SecurityScheme& scheme, const Credential& credential,
                           const Credentials& known) {
    const auto values = known.find(&scheme);
    if (values == known.end()) return nullptr;
    auto found = values->second.find(credential.text);
    if (found == values->second.end() && http::same_name(scheme.prefix, "Basic")) {
        found = values->second.find(user_of(credential.text).value_or(""));
    }
    return found == values->second.end() ? nullptr : &found->second;
}

bool suffices(const Scopes& scopes, const Demand& demand) {
    return !scopes || std::ranges::all_of(demand.scopes, [&](const std::string& scope) {
        return scopes->contains(scope);
    });
}

// How much an error tells: whose credential is known is told that it does not suffice, and what is
// malformed says more than what is merely not known.
int weight_of(std::string_view error) {
    if (error == "credentials_forbidden") return 3;
    return error == "credentials_unknown" ? 1 : 2;
}

// How far one alternative got.
struct Attempt {
    bool whole = true;  // all of it was sent
    std::string error;  // of the first credential that will not do
    const Demand* demand = nullptr;

    void fail(std::string why, const Demand& at) {
        const bool further = error == "credentials_forbidden" && why != error;
        if (error.empty() || further) error = std::move(why), demand = &at;
    }
};

// Values are looked at where `known` is not null.
Attempt attempt(const Operation& operation, const Requirement& requirement,
                const http::Request& request, const Credentials* known) {
    Attempt result;
    for (const Demand& demand : requirement) {
        const SecurityScheme& scheme = *demand.scheme;
        if (scheme.kind == SecurityScheme::Kind::other) continue;
        const Credential credential = credential_of(scheme, request);
        if (!credential.there || is_for_another(operation, scheme, request)) {
            result.whole = false;
        } else if (!credential.malformed.empty()) {
            result.fail(credential.malformed, demand);
        } else if (known) {
            const Scopes* scopes = known_scopes(scheme, credential, *known);
            if (!scopes) result.fail("credentials_unknown", demand);
            if (scopes && !suffices(*scopes, demand)) result.fail("credentials_forbidden", demand);
        }
    }
    return result;
}

std::string keyword_of(std::string_view error) {
    if (error == "credentials_forbidden") return "scopes";
    return error == "credentials_unknown" ? "unknown" : "malformed";
}

}  // namespace

Verdict credentials(const Operation& operation, const http::Request& request, Auth auth,
                    const Credentials& known) {
    if (auth == Auth::off || operation.security.empty()) return {};
    Attempt best;
    best.whole = false;
    for (const Requirement& requirement : operation.security) {
        Attempt tried =
            attempt(operation, requirement, request, auth == Auth::values ? &known : nullptr);
        if (!tried.whole) continue;
        if (tried.error.empty()) return {};
        const bool better = !best.whole || weight_of(tried.error) > weight_of(best.error);
        if (better) best = std::move(tried);
    }
    Verdict verdict =
        best.whole ? refused(best.error, best.demand->scheme->parameter, keyword_of(best.error))
                   : refused("credentials_missing", "", "missing");
    const bool forbidden = verdict.error == "credentials_forbidden";
    verdict.challenge = forbidden ? challenge(*best.demand) : challenge(operation, verdict.error);
    return verdict;
}

}  // namespace standin::check
