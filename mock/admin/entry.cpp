#include "mock/admin/entry.h"

#include <algorithm>

#include "mock/core/chance.h"

namespace standin::admin {

using contract::SecurityScheme;
using engine::Exchange;

namespace {

constexpr std::string_view redacted = "[REDACTED]";

bool is_secret(const Exchange& exchange, std::string_view field) {
    static constexpr std::string_view fields[] = {
        "authorization", "proxy-authorization", "cookie",     "set-cookie",
        "x-api-key",     "api-key",             "x-auth-key", "x-auth-token"};
    const auto same = [&](std::string_view name) { return http::same_name(name, field); };
    if (std::any_of(std::begin(fields), std::end(fields), same)) return true;
    if (!exchange.match.contract) return false;
    const auto& schemes = exchange.match.contract->schemes;
    return std::any_of(schemes.begin(), schemes.end(), [&](const SecurityScheme& scheme) {
        return scheme.kind == SecurityScheme::Kind::api_key && scheme.part == Part::header &&
               same(scheme.parameter);
    });
}

// "Bearer [REDACTED]": the scheme helps, the rest does not.
std::string without_credential(std::string_view name, const std::string& value) {
    const bool with_scheme =
        http::same_name(name, "Authorization") || http::same_name(name, "Proxy-Authorization");
    const size_t space = with_scheme ? value.find(' ') : value.npos;
    if (space == value.npos) return std::string(redacted);
    return value.substr(0, space + 1) + std::string(redacted);
}

// The target, with the values of query parameters that are credentials left out.
std::string target_of(const Exchange& exchange) {
    std::string target = exchange.request.target;
    if (!exchange.match.contract) return target;
    for (const SecurityScheme& scheme : exchange.match.contract->schemes) {
        if (scheme.part != Part::query) continue;
        for (const char* before : {"?", "&"}) {
            const std::string name = before + scheme.parameter + "=";
            const size_t at = target.find(name);
            if (at == target.npos) continue;
            const size_t value = at + name.size();
            const size_t end = std::min(target.find('&', value), target.size());
            target.replace(value, end - value, redacted);
        }
    }
    return target;
}

void write_headers(JsonWriter& writer, const Exchange& exchange, const http::Headers& headers) {
    writer.name("headers");
    writer.begin_object();
    for (const auto& [name, value] : headers) {
        writer.name(name);
        writer.string(is_secret(exchange, name) ? without_credential(name, value) : value);
    }
    writer.end_object();
}

// A body that a contract has read is told without its secrets; of any other one only the size is,
// since nobody knows what it holds.
std::string body_of(const Exchange& exchange) {
    const std::string& body = exchange.request.body;
    if (body.empty()) return body;
    const auto* operation = exchange.match.operation;
    if (!exchange.input.text || !operation || !operation->body) {
        return "[" + std::to_string(body.size()) + " bytes that no contract has read]";
    }
    std::string text;
    const JsonStyle plain;
    JsonWriter writer(text, plain);
    contract::write_without_secrets(writer, exchange.input.text->root(),
                                    operation->body->types.front().shape);
    return text;
}

void write_request(JsonWriter& writer, const Exchange& exchange) {
    writer.name("request");
    writer.begin_object();
    writer.name("method");
    writer.string(exchange.request.method);
    writer.name("url");
    writer.string(target_of(exchange));
    write_headers(writer, exchange, exchange.request.headers);
    writer.name("body");
    writer.string(body_of(exchange));
    writer.name("loggedDate");
    writer.json(std::to_string(exchange.time));
    writer.name("loggedDateString");
    writer.string(format_instant(exchange.time, Precision::milliseconds));
    writer.end_object();
}

void write_response(JsonWriter& writer, const Exchange& exchange) {
    writer.name("response");
    writer.begin_object();
    writer.name("status");
    writer.json(std::to_string(exchange.response.status));
    write_headers(writer, exchange, exchange.response.headers);
    writer.name("body");
    writer.string(exchange.response.body);
    writer.end_object();
}

void write_problems(JsonWriter& writer, const Exchange& exchange) {
    const auto text = [&](std::string_view name, std::string_view value) {
        if (value.empty()) return;
        writer.name(name);
        writer.string(value);
    };
    writer.name("problems");
    writer.begin_array();
    for (const Problem& problem : exchange.problems) {
        writer.begin_object();
        text("part", name_of(problem.part));
        text("pointer", problem.pointer);
        text("keyword", problem.keyword);
        text("message", problem.message);
        text("expected", problem.expected);
        text("received", problem.received);
        text("schema", problem.schema);
        if (problem.mark.line > 0 && exchange.match.contract) {
            text("place", exchange.match.contract->source.file + ':' +
                              std::to_string(problem.mark.line) + ':' +
                              std::to_string(problem.mark.column));
        }
        writer.end_object();
    }
    writer.end_array();
}

}  // namespace

std::string id_of(const Exchange& exchange, uint64_t seed) {
    return uuid_of(chance(seed, {exchange.session, "exchange"}, exchange.ordinal));
}

void write_entry(JsonWriter& writer, const Exchange& exchange, uint64_t seed) {
    writer.begin_object();
    writer.name("id");
    writer.string(id_of(exchange, seed));
    writer.name("session");
    writer.string(exchange.session);
    writer.name("ordinal");
    writer.json(std::to_string(exchange.ordinal));
    write_request(writer, exchange);
    write_response(writer, exchange);
    writer.name("wasMatched");
    writer.json(exchange.match.operation ? "true" : "false");
    if (exchange.match.contract) {
        writer.name("contract");
        writer.string(exchange.match.contract->name);
    }
    if (exchange.match.operation) {
        writer.name("operationId");
        writer.string(exchange.operation_id());
    }
    if (!exchange.error.empty()) {
        writer.name("error");
        writer.string(exchange.error);
    }
    write_problems(writer, exchange);
    writer.end_object();
}

std::string summary_of(const Exchange& exchange) {
    if (exchange.error.empty()) return {};
    std::string summary = exchange.error;
    for (const Problem& problem : exchange.problems) {
        summary += &problem == &exchange.problems.front() ? ": " : "; ";
        if (problem.part <= Part::body) {
            summary += std::string(name_of(problem.part)) + problem.pointer + ": ";
        }
        summary += problem.message;
    }
    // A client's text may hold line ends; a line of the log must stay one.
    std::replace_if(
        summary.begin(), summary.end(),
        [](unsigned char c) { return c < 0x20 || c == 0x7F; }, ' ');
    return summary;
}

}  // namespace standin::admin
