#include "mock/fault/quota.h"

#include <algorithm>

#include "mock/fault/span.h"

namespace standin::fault {

using contract::SecurityScheme;

namespace {

// "1st", "2nd", "3rd", "4th", "11th".
std::string ordinal(uint64_t number) {
    static constexpr const char* endings[] = {"th", "st", "nd", "rd"};
    const bool teen = number % 100 / 10 == 1;
    const uint64_t last = teen ? 0 : number % 10;
    return std::to_string(number) + endings[last < 4 ? last : 0];
}

std::string spell_by(const Quota& quota) {
    if (quota.by == Quota::By::header) return "header " + quota.header;
    return quota.by == Quota::By::session ? "session" : "credential";
}

// The value of the first pair of that name in "a=1&b=2" or "a=1; b=2", as it is written.
std::string value_in(std::string_view pairs, char separator, std::string_view name) {
    while (!pairs.empty()) {
        const size_t end = std::min(pairs.find(separator), pairs.size());
        std::string_view pair = pairs.substr(0, end);
        pairs.remove_prefix(std::min(end + 1, pairs.size()));
        while (pair.starts_with(' ')) pair.remove_prefix(1);
        const size_t equals = pair.find('=');
        if (equals != pair.npos && http::decode_query(pair.substr(0, equals)) == name) {
            return std::string(pair.substr(equals + 1));
        }
    }
    return "";
}

std::string header_of(const http::Request& request, std::string_view name) {
    const std::string* value = request.headers.find(name);
    return value ? *value : "";
}

std::string sent(const SecurityScheme& scheme, const http::Request& request) {
    if (scheme.part == Part::query) return value_in(request.query(), '&', scheme.parameter);
    if (scheme.part == Part::header) return header_of(request, scheme.parameter);
    return value_in(header_of(request, "Cookie"), ';', scheme.parameter);
}

}  // namespace

std::string key_of(const Quota& quota, const Question& question) {
    if (quota.by == Quota::By::session) return "";
    if (quota.by == Quota::By::header) return header_of(question.request, quota.header);
    if (!question.operation) return "";
    for (const auto& requirement : question.operation->security) {
        for (const auto& [scheme, scopes] : requirement) {
            std::string credential = sent(*scheme, question.request);
            if (!credential.empty()) return credential;
        }
    }
    return "";
}

milliseconds rest_of(const Quota& quota, const Used& used, Instant time) {
    return milliseconds(used.begin + quota.window.count() - time);
}

void tell(const Quota& quota, const Used& used, Instant time, http::Headers& headers) {
    if (quota.prefix.empty() || headers.find(quota.prefix + "-Limit")) return;
    const uint64_t remaining = quota.limit - std::min(quota.limit, used.requests);
    headers.add(quota.prefix + "-Limit", std::to_string(quota.limit));
    headers.add(quota.prefix + "-Remaining", std::to_string(remaining));
    headers.add(quota.prefix + "-Reset", std::to_string(seconds_of(rest_of(quota, used, time))));
}

std::string why_beyond(const Quota& quota, const Used& used) {
    return ordinal(used.requests) + " request of a quota of " + std::to_string(quota.limit) +
           " in " + spell(quota.window) + " by " + spell_by(quota);
}

}  // namespace standin::fault
