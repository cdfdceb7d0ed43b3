#include "mock/engine/violation.h"

#include "mock/core/json_writer.h"
#include "mock/core/pointer.h"
#include "mock/http/media_type.h"

namespace standin::engine {

namespace {

constexpr size_t most_bytes = 8092;

std::string message_of(const Problem& problem) {
    if (problem.keyword == "status") return "status " + problem.received + " is not documented";
    if (problem.keyword == "mediaType") {
        return "media type " + problem.received + " is not documented";
    }
    std::string text = "must obey " + problem.keyword;
    if (!problem.expected.empty()) text += " " + problem.expected;
    if (!problem.received.empty()) text += ", received " + problem.received;
    return text;
}

void write_violation(JsonWriter& writer, const Problem& problem) {
    const auto text = [&](std::string_view name, std::string_view value) {
        writer.name(name);
        writer.string(value);
    };
    writer.begin_object();
    writer.name("location");
    writer.begin_array();
    writer.string("response");
    if (problem.part != Part::request) writer.string(name_of(problem.part));
    for (const std::string& token : tokens_of(problem.pointer)) writer.string(token);
    writer.end_array();
    text("severity", "Error");
    text("code", problem.keyword);
    text("message", message_of(problem));
    writer.end_object();
}

std::string json_of(const Problems& violations) {
    std::string text;
    JsonWriter writer(text, {});
    writer.begin_array();
    for (const Problem& problem : violations) write_violation(writer, problem);
    writer.end_array();
    return text;
}

}  // namespace

std::string violations_header(const Problems& violations) {
    std::string text = json_of(violations);
    for (char& c : text) {
        if (static_cast<unsigned char>(c) > 0x7E) c = '?';  // a header is ASCII
    }
    if (text.size() <= most_bytes) return text;
    return "Too many violations! " + text.substr(0, most_bytes);
}

void tell_violations(Exchange& exchange, bool refuses) {
    if (refuses) {
        exchange.error = "violations";
        exchange.response = {500, {}, ""};
        exchange.response.headers.set("Content-Type", std::string(http::problem_json));
        exchange.response.body =
            R"({"type":"about:blank","title":"VIOLATIONS","status":500,"detail":)"
            R"("The answer is not what the contract promises.","validation":)" +
            json_of(exchange.violations) + '}';
    }
    exchange.response.headers.set("X-Standin-Violations", violations_header(exchange.violations));
}

}  // namespace standin::engine
