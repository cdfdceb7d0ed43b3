#include "mock/check/judge.h"

#include "mock/check/typed.h"
#include "mock/contract/documents.h"
#include "mock/core/pointer.h"
#include "mock/http/media_type.h"
#include "mock/schema/check.h"

namespace standin::check {

using contract::Parameter;
using contract::Style;

namespace {

std::string pointer_of(const Parameter& parameter) {
    std::string pointer;
    append_token(pointer, parameter.name);
    return pointer;
}

bool is_numeric(Kind kind) {
    return kind == Kind::integer || kind == Kind::number;
}

Problem of_type(Kind kind, std::string received, std::string pointer) {
    Problem problem;
    problem.pointer = std::move(pointer);
    problem.keyword = "type";
    problem.expected = name_of(kind);
    problem.received = std::move(received);
    return problem;
}

bool is_empty_text(const Sent& sent) {
    return sent.members.empty() && sent.texts.size() == 1 && sent.text().empty();
}

bool holds_json(const Parameter& parameter) {
    return parameter.style == Style::content &&
           http::is_json(http::essence_of(parameter.media_type));
}

}  // namespace

Problem unreadable_text(Part part, std::string pointer, const std::string& why) {
    Problem problem;
    problem.part = part;
    problem.pointer = std::move(pointer);
    problem.keyword = "json";
    problem.received = why;
    return problem;
}

void Judge::judge(const Parameter& parameter, const Sent& sent, std::vector<Member>& members) {
    if (sent.empty()) return absent(parameter, members);
    if (parameter.allow_empty && is_empty_text(sent)) {
        members.push_back({parameter.name, Value::of(std::string_view()), {}});
        return;
    }
    const size_t before = problems_.size();
    if (parameter.is_read() && !holds_json(parameter)) refuse_texts(parameter, sent);
    const Value value = value_of(parameter, sent);
    const bool closes = strict_ && parameter.part == Part::query;
    if (parameter.is_read() && problems_.size() == before &&
        (closes || !schema::is_valid(*parameter.schema, value))) {
        const std::string pointer = pointer_of(parameter);
        schema::check(*parameter.schema, value,
                      {parameter.part, pointer, schema::Direction::request, closes}, problems_);
    }
    members.push_back({parameter.name, value, {}});
}

void Judge::absent(const Parameter& parameter, std::vector<Member>& members) {
    if (parameter.default_value) {
        members.push_back({parameter.name, *parameter.default_value, {}});
    } else if (parameter.required && parameter.schema_at) {
        Problem problem;
        problem.pointer = pointer_of(parameter);
        problem.keyword = "required";
        problem.expected = name_of(parameter.kind);
        problem.received = "undefined";
        wrong(parameter, std::move(problem));
    }
}

Value Judge::value_of(const Parameter& parameter, const Sent& sent) {
    Typist typist(document_);
    if (!parameter.is_read() && !sent.texts.empty()) {
        return Value::of(document_.keep(sent.text()));
    }
    if (holds_json(parameter)) {
        if (sent.texts.size() > 1) {
            wrong(parameter, of_type(parameter.kind, "array", pointer_of(parameter)));
            return Value::null();
        }
        const Value value = typist.json(sent.text());
        for (const Unreadable& each : typist.unreadable()) {
            problems_.push_back(unreadable_text(parameter.part, pointer_of(parameter), each.why));
        }
        return value;
    }
    return typist.value(sent, parameter.shape);
}

// What the schema would not tell as well: numbers that are none, and single values that were sent
// several times.
void Judge::refuse_texts(const Parameter& parameter, const Sent& sent) {
    const std::string pointer = pointer_of(parameter);
    if (parameter.kind == Kind::array) {
        for (size_t i = 0; i < sent.texts.size(); ++i) {
            refuse_number(parameter, parameter.item_kind, sent.texts[i].text,
                          pointer + '/' + std::to_string(i));
        }
    } else if (sent.texts.size() > 1 && !parameter.shape->kinds.has(Kind::array)) {
        wrong(parameter, of_type(parameter.kind, "array", pointer));
    } else if (sent.texts.size() == 1) {
        refuse_number(parameter, parameter.kind, sent.text(), pointer);
    }
}

void Judge::refuse_number(const Parameter& parameter, Kind kind, const std::string& text,
                          const std::string& pointer) {
    if (!is_numeric(kind) || is_number(text)) return;
    // A schema of several types may take the text as it is.
    const bool word =
        parameter.shape->kinds.has(Kind::boolean) && (text == "true" || text == "false");
    if (word || schema::is_valid(*parameter.schema, Value::of(text))) return;
    wrong(parameter, of_type(kind, text.empty() ? "null" : "NaN", pointer));
}

void Judge::wrong(const Parameter& parameter, Problem problem) {
    const Value* at = parameter.schema_at.value->find(problem.keyword);
    problem.part = parameter.part;
    problem.schema =
        contract::place_of(parameter.schema_at) + (at ? "/" + problem.keyword : std::string());
    problem.mark = at ? at->mark() : parameter.schema_at.value->mark();
    problems_.push_back(std::move(problem));
}

}  // namespace standin::check
