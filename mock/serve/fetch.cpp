#include "mock/serve/fetch.h"

#include <algorithm>

#include "mock/http/message.h"
#include "mock/schema/uri.h"
#include "mock/serve/client.h"
#include "mock/serve/module.h"

namespace standin::serve {

namespace {

using contract::Fetched;
using Clock = std::chrono::steady_clock;

Fetched failed(std::string why) {
    return {"", "", std::move(why)};
}

std::string why_failed(const Called& called, const FetchLimits& limits) {
    switch (called.ending) {
        case Ending::unusable_url:
            return "is no URL that can be asked for";
        case Ending::too_large:
            return "is larger than " + std::to_string(limits.bytes) + " bytes";
        case Ending::too_late:
            return "took longer than " + std::to_string(limits.whole.count()) + " s";
        default:
            return called.why;
    }
}

Called get(const std::string& url, const FetchLimits& limits, Clock::time_point end) {
    const auto [origin, target] = origin_and_target(url);
    const Fields headers{{"Accept", "application/json, application/yaml"}};
    return call({"GET", origin, target, headers, "", limits.silence, end, limits.bytes});
}

std::string location_of(const Called& called) {
    for (const auto& [name, value] : called.headers) {
        if (http::same_name(name, "Location")) return value;
    }
    return "";
}

bool is_redirection(int status) {
    return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
}

std::string told(int status) {
    return std::to_string(status) + ' ' + std::string(http::reason_of(status));
}

// Follows redirections to the end.
Fetched follow(std::string url, const FetchLimits& limits) {
    const auto end = Clock::now() + limits.whole;
    for (int passed = 0; passed <= limits.redirections; ++passed) {
        Called called = get(url, limits, end);
        if (called.ending != Ending::answered) return failed(why_failed(called, limits));
        const int status = called.status;
        if (status >= 200 && status <= 299) return {url, std::move(called.text), ""};
        if (!is_redirection(status)) return failed(told(status));
        const std::string location = location_of(called);
        url = schema::resolve_uri(url, schema::split_reference(location).uri);
        if (location.empty() || !contract::is_remote(url)) {
            return failed(told(status) + " to \"" + location + '"');
        }
    }
    return failed("more than " + std::to_string(limits.redirections) + " redirections");
}

}  // namespace

Fetched fetch(const std::string& url, const FetchLimits& limits) {
    try {
        return follow(url, limits);
    } catch (const ModuleError& error) {
        return failed(error.what());
    }
}

}  // namespace standin::serve
