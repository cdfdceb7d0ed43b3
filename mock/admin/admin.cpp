#include "mock/admin/admin.h"

#include <charconv>

#include "mock/admin/entry.h"
#include "mock/core/json_writer.h"
#include "mock/http/problem_details.h"

namespace standin::admin {

namespace {

constexpr std::string_view prefix = "/__admin";
constexpr JsonStyle plain;

http::Response json(std::string body) {
    return {200, {{"Content-Type", "application/json"}}, std::move(body)};
}

http::Response wrong_method(std::string_view allowed) {
    http::Response response =
        http::problem_details(405, "This route takes " + std::string(allowed));
    response.headers.set("Allow", std::string(allowed));
    return response;
}

// The number that a query gives for a name; nothing where it gives none or something else.
std::optional<size_t> number_in(std::string_view query, std::string_view name) {
    while (!query.empty()) {
        std::string_view pair = query.substr(0, query.find('&'));
        query.remove_prefix(std::min(pair.size() + 1, query.size()));
        if (!pair.starts_with(name) || pair.substr(name.size(), 1) != "=") continue;
        pair.remove_prefix(name.size() + 1);
        size_t number = 0;
        const auto [rest, error] = std::from_chars(pair.data(), pair.data() + pair.size(), number);
        if (error == std::errc{} && rest == pair.data() + pair.size()) return number;
    }
    return std::nullopt;
}

}  // namespace

bool Admin::owns(std::string_view path) {
    return path == prefix || path.starts_with(std::string(prefix) + "/");
}

http::Response Admin::answer(const http::Request& request) {
    const std::string_view path = request.path().substr(prefix.size());
    const bool reads = request.method == "GET" || request.method == "HEAD";
    if (path == "/health") return reads ? health() : wrong_method("GET");
    if (path == "/reset") return request.method == "POST" ? reset() : wrong_method("POST");
    if (path == "/requests") {
        if (reads) return requests(request);
        if (request.method != "DELETE") return wrong_method("GET, DELETE");
        engine_.session().journal().clear();
        return json("{}");
    }
    if (path.starts_with("/requests/")) {
        return reads ? one_request(path.substr(10)) : wrong_method("GET");
    }
    return http::problem_details(
        404, "The control API has no such route: health, reset, requests, requests/{id}");
}

http::Response Admin::health() const {
    return json(R"({"status":"healthy","message":"standin is ready","version":")" STANDIN_VERSION
                R"("})");
}

http::Response Admin::reset() {
    engine_.session().reset();
    return json("{}");
}

// The newest first, as WireMock has them; "limit" cuts the list.
http::Response Admin::requests(const http::Request& request) {
    const auto exchanges = engine_.session().journal().exchanges();
    const size_t limit = number_in(request.query(), "limit").value_or(exchanges.size());
    std::string body;
    JsonWriter writer(body, plain);
    writer.begin_object();
    writer.name("requests");
    writer.begin_array();
    for (size_t i = 0; i < std::min(limit, exchanges.size()); ++i) {
        write_entry(writer, *exchanges[exchanges.size() - 1 - i],
                    engine_.settings().beginning.seed);
    }
    writer.end_array();
    writer.name("meta");
    writer.begin_object();
    writer.name("total");
    writer.json(std::to_string(exchanges.size()));
    writer.end_object();
    writer.name("requestJournalDisabled");
    writer.json("false");
    writer.end_object();
    return json(std::move(body));
}

http::Response Admin::one_request(std::string_view id) {
    const uint64_t seed = engine_.settings().beginning.seed;
    for (const auto& exchange : engine_.session().journal().exchanges()) {
        if (id_of(*exchange, seed) != id) continue;
        std::string body;
        JsonWriter writer(body, plain);
        write_entry(writer, *exchange, seed);
        return json(std::move(body));
    }
    return http::problem_details(404, "The journal has no exchange with this id");
}

}  // namespace standin::admin
