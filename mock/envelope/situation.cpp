#include "mock/envelope/situation.h"

#include <algorithm>

namespace standin::envelope {

namespace {

constexpr Situation situations[] = {
    {"invalid", 400, "", ""},
    {"unreadable_body", 400, "invalid", ""},
    {"body_too_deep", 400, "invalid", ""},
    {"unsupported_media_type", 415, "", ""},
    {"malformed_request", 400, "", "The request is not HTTP as RFC 9112 has it"},
    {"body_too_large", 413, "", "The request's body is too large"},
    {"uri_too_long", 414, "", "The request's target is too long"},
    {"headers_too_large", 431, "", "The request's header fields are too large"},
    {"unknown_path", 404, "", "No operation has this path"},
    {"unknown_method", 405, "", "No operation has this method on this path"},
    {"no_such_example", 404, "", "The contract has no such example"},
    {"not_acceptable", 406, "", "The answer has no media type that is acceptable"},
    {"credentials_missing", 401, "", "Credentials are missing"},
    {"credentials_malformed", 401, "credentials_missing", "Credentials are malformed"},
    {"credentials_unknown", 401, "credentials_missing", "Credentials are not known"},
    {"credentials_forbidden", 403, "", "Insufficient scope"},
    {"not_found", 404, "", "Not Found"},
    {"parent_not_found", 404, "not_found", "Not Found"},
    {"embedded_not_found", 404, "not_found", "Not Found"},
    {"duplicate", 409, "", "A resource with these values is there already"},
    {"in_use", 409, "", "The resource is in use"},
    {"too_many_requests", 429, "", "Too Many Requests"},
    {"internal_error", 500, "", "Internal Server Error"},
    {"bad_gateway", 502, "internal_error", "Bad Gateway"},
    {"unavailable", 503, "internal_error", "Service Unavailable"},
    {"gateway_timeout", 504, "unavailable", "Gateway Timeout"},
};

constexpr Situation of_contract = {"", 400, "", "The request breaks a rule of the contract"};

}  // namespace

const Situation& situation(std::string_view name) {
    const auto* found = std::find_if(std::begin(situations), std::end(situations),
                                     [&](const Situation& each) { return each.name == name; });
    return found == std::end(situations) ? of_contract : *found;
}

std::string_view situation_of_status(int status) {
    switch (status) {
        case 400:
            return "invalid";
        case 401:
            return "credentials_unknown";
        case 403:
            return "credentials_forbidden";
        case 404:
            return "not_found";
        case 405:
            return "unknown_method";
        default:
            break;
    }
    for (const Situation& each : situations) {
        if (each.status == status && status > 405) return each.name;
    }
    return {};
}

}  // namespace standin::envelope
