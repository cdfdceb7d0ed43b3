#include "mock/admin/entry.h"

#include <algorithm>

#include "mock/admin/delivery.h"
#include "mock/admin/firing.h"
#include "mock/admin/redactor.h"
#include "mock/core/chance.h"
#include "mock/fault/wire.h"

namespace standin::admin {

using engine::Exchange;

namespace {

// A header that stands once is a string, one that stands several times an array of them.
void write_headers(JsonWriter& writer, const Redactor& secret, const http::Headers& headers) {
    writer.name("headers");
    writer.begin_object();
    for (const auto& field : headers) {
        if (headers.find(field.first) != &field.second) continue;  // told with the first
        std::vector<std::string> texts;
        for (const auto& each : headers) {
            if (!http::same_name(each.first, field.first)) continue;
            texts.push_back(secret.field(each));
        }
        writer.name(field.first);
        if (texts.size() > 1) writer.begin_array();
        for (const std::string& text : texts) writer.string(text);
        if (texts.size() > 1) writer.end_array();
    }
    writer.end_object();
}

void write_request(JsonWriter& writer, const Exchange& exchange, const Redactor& secret) {
    writer.name("request");
    writer.begin_object();
    writer.name("method");
    writer.string(exchange.request.method);
    writer.name("url");
    writer.string(secret.target());
    write_headers(writer, secret, exchange.request.headers);
    writer.name("body");
    writer.string(secret.request_body());
    writer.name("loggedDate");
    writer.json(std::to_string(exchange.time));
    writer.name("loggedDateString");
    writer.string(format_instant(exchange.time, Precision::milliseconds));
    writer.end_object();
}

void write_response(JsonWriter& writer, const Exchange& exchange, const Redactor& secret) {
    writer.name("response");
    writer.begin_object();
    writer.name("status");
    writer.json(std::to_string(exchange.response.status));
    write_headers(writer, secret, exchange.response.headers);
    writer.name("body");
    writer.string(secret.response_body());
    if (exchange.fault.delivery.wire != fault::Wire::none) {
        writer.name("fault");
        writer.string(fault::name_of(exchange.fault.delivery.wire));
    }
    writer.end_object();
}

void write_faults(JsonWriter& writer, const fault::Decision& decision) {
    if (!decision.firings.empty()) {
        writer.name("faults");
        writer.begin_array();
        for (const fault::Firing& firing : decision.firings) write_firing(writer, firing);
        writer.end_array();
    }
    writer.name("timing");
    writer.begin_object();
    writer.name("addedDelay");
    writer.json(std::to_string(decision.delivery.delay.count()));
    writer.end_object();
}

void write_problems(JsonWriter& writer, std::string_view name, const Problems& problems,
                    const Exchange& exchange) {
    const auto text = [&](std::string_view field, std::string_view value) {
        if (value.empty()) return;
        writer.name(field);
        writer.string(value);
    };
    writer.name(name);
    writer.begin_array();
    for (const Problem& problem : problems) {
        writer.begin_object();
        text("part", name_of(problem.part));
        text("pointer", problem.pointer);
        text("keyword", problem.keyword);
        text("message", problem.message);
        text("expected", problem.expected);
        text("received", problem.received);
        text("schema", problem.schema);
        if (problem.mark.line > 0 && exchange.match.contract) {
            const auto& source = exchange.match.contract->documents->source_of(problem.schema);
            text("place", source.file_of(problem.mark) + ':' + std::to_string(problem.mark.line) +
                              ':' + std::to_string(problem.mark.column));
        }
        writer.end_object();
    }
    writer.end_array();
}

void write_deliveries(JsonWriter& writer, const Exchange& exchange) {
    writer.name("webhooks");
    writer.begin_array();
    for (const auto& delivery : exchange.deliveries) write_delivery(writer, *delivery);
    writer.end_array();
}

// What the contract's own sentence leaves out, for whoever reads the log.
std::string facts_beside(const std::string& message, const Problem& problem) {
    constexpr size_t most = 80;
    const auto says = [&](const std::string& text) { return message.find(text) != message.npos; };
    if (problem.keyword == "json" && !says(problem.received)) return " (" + problem.received + ')';
    const bool short_fact = !problem.expected.empty() && problem.expected.size() <= most;
    if (!short_fact || says("expected") || says(problem.expected)) return "";
    return " (expected " + problem.expected + ')';
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
    const Redactor secret(exchange);
    write_request(writer, exchange, secret);
    write_response(writer, exchange, secret);
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
    write_faults(writer, exchange.fault);
    write_problems(writer, "problems", exchange.problems, exchange);
    if (!exchange.violations.empty()) {
        write_problems(writer, "violations", exchange.violations, exchange);
    }
    if (!exchange.deliveries.empty()) write_deliveries(writer, exchange);
    writer.end_object();
}

std::string summary_of(const Exchange& exchange) {
    const auto& firings = exchange.fault.firings;
    // An answer that stands instead of the API's own is told by the rule that gave it.
    const bool told = exchange.error == "fault" && !firings.empty();
    std::string summary = told ? "" : exchange.error;
    for (const Problem& problem : exchange.problems) {
        summary += &problem == &exchange.problems.front() ? ": " : "; ";
        if (problem.part <= Part::body) {
            summary += std::string(name_of(problem.part)) + problem.pointer + ": ";
        }
        summary += problem.message + facts_beside(problem.message, problem);
    }
    for (const fault::Firing& firing : firings) {
        if (!summary.empty()) summary += "; ";
        summary += "fault: " + summary_of(firing);
    }
    for (const auto& delivery : exchange.deliveries) {
        if (delivery->letter().refusal.empty()) continue;  // told by whoever carries it
        if (!summary.empty()) summary += "; ";
        summary += summary_of(*delivery);
    }
    // A client's text may hold line ends; a line of the log must stay one.
    std::replace_if(
        summary.begin(), summary.end(), [](unsigned char c) { return c < 0x20 || c == 0x7F; }, ' ');
    return summary;
}

}  // namespace standin::admin
