#include "mock/check/challenge.h"

#include <algorithm>
#include <vector>

#include "mock/http/headers.h"

namespace standin::check {

using contract::Demand;
using contract::Operation;
using contract::SecurityScheme;

namespace {

std::string quoted(std::string_view text) {
    std::string made = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\') made += '\\';
        made += c;
    }
    return made + '"';
}

bool is_bearer(const SecurityScheme& scheme) {
    return scheme.kind == SecurityScheme::Kind::http && http::same_name(scheme.prefix, "Bearer");
}

std::string of_scheme(const SecurityScheme& scheme, std::string_view error) {
    const bool known = error != "credentials_missing";
    if (is_bearer(scheme) && known) return "Bearer error=\"invalid_token\"";
    const std::string realm = " realm=" + quoted(scheme.name);
    if (is_bearer(scheme)) return "Bearer" + realm;
    if (http::same_name(scheme.prefix, "Basic")) return "Basic" + realm + ", charset=\"UTF-8\"";
    if (http::same_name(scheme.prefix, "Digest")) {
        // A nonce has to be there (RFC 7616, section 3.3); nobody checks what is made of it.
        return "Digest" + realm + ", qop=\"auth\", algorithm=SHA-256, nonce=\"standin\"";
    }
    return scheme.prefix + realm;
}

}  // namespace

std::string challenge(const Operation& operation, std::string_view error) {
    std::vector<const SecurityScheme*> told;
    std::string text;
    for (const contract::Requirement& requirement : operation.security) {
        for (const Demand& demand : requirement) {
            const bool again = std::find(told.begin(), told.end(), demand.scheme) != told.end();
            if (again || demand.scheme->kind != SecurityScheme::Kind::http) continue;
            told.push_back(demand.scheme);
            text += (text.empty() ? "" : ", ") + of_scheme(*demand.scheme, error);
        }
    }
    return text;
}

std::string challenge(const Demand& demand) {
    if (!is_bearer(*demand.scheme)) return {};
    std::string scopes;
    for (const std::string& scope : demand.scopes) scopes += (scopes.empty() ? "" : " ") + scope;
    return "Bearer error=\"insufficient_scope\", scope=" + quoted(scopes);
}

}  // namespace standin::check
