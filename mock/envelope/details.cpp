#include "mock/envelope/details.h"

#include <set>

#include "mock/core/json_writer.h"
#include "mock/http/media_type.h"
#include "mock/http/message.h"

namespace standin::envelope {

namespace {

void write_problem(JsonWriter& writer, const Problem& problem, const AnswerScope& scope) {
    const auto text = [&](std::string_view name, std::string_view value) {
        writer.name(name);
        writer.string(value);
    };
    writer.begin_object();
    text("pointer", scope.pointer_of(problem));
    text("keyword", problem.keyword);
    text("message", problem.message);
    if (!problem.schema.empty()) text("schema", problem.schema);
    writer.end_object();
}

}  // namespace

void write_details(std::string& body, const Telling& telling, const Problems& problems,
                   const AnswerScope& scope) {
    static constexpr JsonStyle plain;
    JsonWriter writer(body, plain);
    const auto text = [&](std::string_view name, std::string_view value) {
        writer.name(name);
        writer.string(value);
    };
    writer.begin_object();
    text("type", "about:blank");
    text("title", http::reason_of(telling.status));
    writer.name("status");
    writer.json(std::to_string(telling.status));
    text("detail", problems.front().message);
    if (telling.schemas_speak) {
        writer.name("errors");
        writer.begin_array();
        for (const Problem& problem : problems) write_problem(writer, problem, scope);
        writer.end_array();
    }
    writer.end_object();
}

std::string messages_of(const Problems& problems, const AnswerScope& scope,
                        const JsonStyle& style) {
    std::string text;
    JsonWriter writer(text, style);
    std::set<std::string> told;
    writer.begin_object();
    for (const Problem& problem : problems) {
        const std::string pointer = scope.pointer_of(problem);
        if (!told.insert(pointer).second) continue;
        writer.name(pointer);
        writer.string(problem.message);
    }
    writer.end_object();
    return text;
}

}  // namespace standin::envelope
