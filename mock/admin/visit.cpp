#include "mock/admin/visit.h"

#include <cassert>

#include "mock/http/media_type.h"
#include "mock/http/problem_details.h"

namespace standin::admin {

namespace {

std::string text_in(const Value& object, std::string_view name) {
    const Value* member = object.find(name);
    assert(member);  // the contract requires it
    return std::string(member->text());
}

void write_mistake(JsonWriter& writer, const Mistake& mistake) {
    writer.begin_object();
    if (mistake.mark.line > 0) {
        write_number(writer, "line", mistake.mark.line);
        write_number(writer, "column", mistake.mark.column);
    }
    write_text(writer, "pointer", mistake.pointer);
    write_text(writer, "message", mistake.message);
    writer.end_object();
}

}  // namespace

std::string Visit::path(std::string_view name) const {
    return text_in(input.path, name);
}

std::string Visit::body(std::string_view name) const {
    return text_in(input.body, name);
}

http::Response json(std::string body, int status) {
    return {status, {{"Content-Type", "application/json"}}, std::move(body)};
}

http::Response done() {
    return json("{}");
}

http::Response unknown(std::string_view kind, std::string_view name) {
    return http::problem_details(
        404, "There is no " + std::string(kind) + " \"" + std::string(name) + '"');
}

http::Response mistaken(const ContractError& error) {
    http::Response response = http::problem_details(400, error.mistakes().front().text());
    response.body.pop_back();  // the object goes on
    response.body += ",\"mistakes\":";
    JsonWriter writer(response.body, plain);
    writer.begin_array();
    for (const Mistake& mistake : error.mistakes()) write_mistake(writer, mistake);
    writer.end_array();
    response.body += '}';
    return response;
}

void write_number(JsonWriter& writer, std::string_view name, uint64_t number) {
    writer.name(name);
    writer.json(std::to_string(number));
}

void write_text(JsonWriter& writer, std::string_view name, std::string_view text) {
    writer.name(name);
    writer.string(text);
}

void write_instant(JsonWriter& writer, std::string_view name, Instant instant) {
    write_text(writer, name, format_instant(instant, Precision::milliseconds));
}

void write_names(JsonWriter& writer, std::string_view name, const std::vector<std::string>& names) {
    writer.name(name);
    writer.begin_array();
    for (const std::string& each : names) writer.string(each);
    writer.end_array();
}

}  // namespace standin::admin
