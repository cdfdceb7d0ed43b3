#include "mock/http/cors.h"

namespace standin::http {

namespace {

// Adds a name to the Vary field, which may be there already.
void vary_by(Headers& headers, std::string_view name) {
    const std::string* known = headers.find("Vary");
    headers.set("Vary", known ? *known + ", " + std::string(name) : std::string(name));
}

void allow_origin(const std::string& origin, Headers& headers) {
    headers.set("Access-Control-Allow-Origin", origin);
    headers.set("Access-Control-Allow-Credentials", "true");
}

// The fields that a page cannot read unless they are named (section 2.2.2): with credentials, "*"
// is no wildcard.
std::string names_of(const Headers& headers) {
    std::string names;
    for (const auto& [name, value] : headers) {
        if (same_name(name, "Vary") || lower(name).starts_with("access-control-")) continue;
        if (!names.empty()) names += ", ";
        names += name;
    }
    return names;
}

}  // namespace

bool is_preflight(const Request& request) {
    return request.method == "OPTIONS" && request.headers.find("Origin") &&
           request.headers.find("Access-Control-Request-Method");
}

Response preflight_answer(const Request& request) {
    Response response{.status = 204, .headers = {}, .body = ""};
    Headers& headers = response.headers;
    allow_origin(*request.headers.find("Origin"), headers);
    headers.set("Access-Control-Allow-Methods",
                *request.headers.find("Access-Control-Request-Method"));
    if (const auto* fields = request.headers.find("Access-Control-Request-Headers")) {
        headers.set("Access-Control-Allow-Headers", *fields);
    }
    if (request.headers.find("Access-Control-Request-Private-Network")) {
        headers.set("Access-Control-Allow-Private-Network", "true");
    }
    headers.set("Vary", "Origin, Access-Control-Request-Method, Access-Control-Request-Headers");
    return response;
}

void share(const Request& request, Response& response) {
    const std::string* origin = request.headers.find("Origin");
    if (!origin) return;
    const std::string names = names_of(response.headers);
    allow_origin(*origin, response.headers);
    if (!names.empty()) response.headers.set("Access-Control-Expose-Headers", names);
    vary_by(response.headers, "Origin");
}

void share_as_prism(const Request& request, Response& response) {
    const auto asked = [&](std::string_view name, std::string_view otherwise) {
        const std::string* field = request.headers.find(name);
        return field ? *field : std::string(otherwise);
    };
    Headers& headers = response.headers;
    headers.set("Access-Control-Allow-Origin", asked("Origin", "*"));
    headers.set("Access-Control-Allow-Headers", asked("Access-Control-Request-Headers", "*"));
    headers.set("Access-Control-Allow-Credentials", "true");
    headers.set("Access-Control-Expose-Headers", "*");
    if (!is_preflight(request)) return;
    headers.set("Access-Control-Allow-Methods", asked("Access-Control-Request-Method", "*"));
    headers.set("Vary", "origin");
}

}  // namespace standin::http
