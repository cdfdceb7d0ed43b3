#include "mock/admin/delivery.h"

#include <algorithm>

#include "mock/admin/visit.h"

namespace standin::admin {

using engine::Delivery;

namespace {

void write_letter(JsonWriter& writer, const engine::Letter& letter) {
    write_text(writer, "method", letter.method);
    write_text(writer, "url", letter.url);
    writer.name("headers");
    writer.begin_object();
    for (const auto& [name, value] : letter.headers) write_text(writer, name, value);
    writer.end_object();
    write_text(writer, "body", letter.body);
}

void write_tries(JsonWriter& writer, const Delivery::Report& report) {
    writer.name("tries");
    writer.begin_array();
    for (const Delivery::Try& each : report.tries) {
        writer.begin_object();
        if (each.status > 0) write_number(writer, "status", static_cast<uint64_t>(each.status));
        if (!each.error.empty()) write_text(writer, "error", each.error);
        writer.end_object();
    }
    writer.end_array();
}

}  // namespace

void write_delivery(JsonWriter& writer, const Delivery& delivery) {
    const engine::Postmark& mark = delivery.postmark();
    const Delivery::Report report = delivery.report();
    writer.begin_object();
    write_text(writer, "id", mark.id);
    write_text(writer, "name", delivery.letter().name);
    write_number(writer, "ordinal", mark.number);
    if (mark.exchange > 0) write_number(writer, "request", mark.exchange);
    write_instant(writer, "time", mark.time);
    write_letter(writer, delivery.letter());
    write_text(writer, "state", name_of(report.state));
    if (!delivery.letter().refusal.empty()) write_text(writer, "why", delivery.letter().refusal);
    write_tries(writer, report);
    writer.end_object();
}

std::string summary_of(const Delivery& delivery) {
    const engine::Letter& letter = delivery.letter();
    const Delivery::Report report = delivery.report();
    std::string summary = "webhook " + letter.name;
    if (!letter.url.empty() && letter.refusal.empty()) summary += " to " + letter.url;
    summary += ": " + std::string(name_of(report.state));
    std::string why = letter.refusal;
    for (const Delivery::Try& each : report.tries) {
        if (!why.empty()) why += ", ";
        why += each.status > 0 ? std::to_string(each.status) : each.error;
    }
    if (!why.empty()) summary += " (" + why + ')';
    // A client's text may hold line ends; a line of the log must stay one.
    std::replace_if(
        summary.begin(), summary.end(), [](unsigned char c) { return c < 0x20 || c == 0x7F; }, ' ');
    return summary;
}

}  // namespace standin::admin
