#include "mock/check/form.h"

#include <algorithm>

#include "mock/check/judge.h"
#include "mock/check/typed.h"
#include "mock/core/pointer.h"
#include "mock/http/field_value.h"
#include "mock/http/media_type.h"

namespace standin::check {

using contract::BodyType;
using contract::Parameter;

namespace {

bool is_json(std::string_view media_type) {
    return http::is_json(http::essence_of(media_type));
}

// "a" of "a[b]" and of "a".
std::string_view base_of(std::string_view name) {
    return name.substr(0, name.find('['));
}

const Parameter* field_of(const BodyType& type, std::string_view name) {
    const auto named = [&](std::string_view wanted) {
        return std::ranges::find(type.fields, wanted, &Parameter::name);
    };
    const auto found = named(name) == type.fields.end() ? named(base_of(name)) : named(name);
    return found == type.fields.end() ? nullptr : &*found;
}

// What no field has taken, by name.
Sent others_of(const Fields& fields) {
    Sent others;
    for (size_t i = 0; i < fields.pairs().size(); ++i) {
        if (!fields.is_undeclared(i)) continue;
        const std::string_view name = fields.pairs()[i].first;
        const std::string_view base = base_of(name);
        Sent& below = others.member(std::string(base));
        if (put_bracketed(below, name.substr(base.size()), fields.leaf(i))) continue;
        others.member(std::string(name)).texts.push_back(fields.leaf(i));
    }
    return others;
}

void add_others(const Fields& fields, const BodyType& type, Typist& typist,
                std::vector<Member>& members, Document& document) {
    const Sent others = others_of(fields);
    const contract::Shape* shape = type.shape ? type.shape->additional : nullptr;
    for (const auto& [name, sent] : others.members) {
        if (sent.empty()) continue;
        members.push_back({document.keep(name), typist.value(name, sent, shape), {}});
    }
}

// The media types that the contract allows for a part, as in "image/png, image/*".
bool allows(std::string_view media_types, std::string_view essence) {
    while (!media_types.empty()) {
        const std::string_view each = http::take_until(media_types, ',');
        if (http::in_range(essence, http::essence_of(each))) return true;
    }
    return false;
}

void refuse_type(const Parameter& field, const std::string& sent, const FormDesk& desk) {
    Problem problem;
    problem.part = desk.part;
    append_token(problem.pointer, field.name);
    problem.keyword = "mediaType";
    problem.expected = field.media_type;
    problem.received = sent;
    desk.problems.push_back(std::move(problem));
}

// The headers that the contract asks for of a part, told below the field.
void judge_headers(const Parameter& field, const http::BodyPart& part, const FormDesk& desk) {
    Problems found;
    Judge judge(desk.document, found, false);
    std::vector<Member> values;
    for (const Parameter& header : field.headers) {
        const std::string* text = part.headers.find(header.name);
        judge.judge(header, text ? take_apart(*text, header.kind, {',', header.explode}) : Sent(),
                    values);
    }
    for (Problem& problem : found) {
        std::string pointer;
        append_token(pointer, field.name);
        problem.pointer.insert(0, pointer);
        desk.problems.push_back(std::move(problem));
    }
}

}  // namespace

Value form_value(Fields& fields, const BodyType& type, const FormDesk& desk) {
    for (size_t i = 0; i < fields.pairs().size(); ++i) {
        const Parameter* field = field_of(type, fields.pairs()[i].first);
        if (field && !fields.has_type(i) && is_json(field->media_type)) fields.set_json(i);
    }
    std::vector<Member> members;
    Typist typist(desk.document, true);
    Judge judge(desk.document, desk.problems, false);
    for (const Parameter& field : type.fields) {
        const Sent sent = fields.take(field);
        if (field.schema_at) {
            judge.judge(field, sent, members);
        } else if (!sent.empty()) {
            members.push_back({field.name, typist.value(field.name, sent, field.shape), {}});
        }
    }
    add_others(fields, type, typist, members, desk.document);
    for (const Unreadable& each : typist.unreadable()) {
        desk.problems.push_back(unreadable_text(desk.part, each.pointer, each.why));
    }
    return desk.document.object(members);
}

Value form_value(const http::Multipart& multipart, Notation notation, const BodyType& type,
                 const FormDesk& desk) {
    Pairs pairs;
    for (const http::BodyPart& part : multipart.parts) pairs.emplace_back(part.name, part.text);
    Fields fields(std::move(pairs), notation, as_it_is);
    for (size_t i = 0; i < multipart.parts.size(); ++i) {
        const http::BodyPart& part = multipart.parts[i];
        const Parameter* field = field_of(type, part.name);
        if (field) judge_headers(*field, part, desk);
        const std::string* sent = part.headers.find("Content-Type");
        if (!sent) continue;
        fields.set_typed(i);
        if (is_json(*sent)) fields.set_json(i);
        if (!field || field->media_type.empty()) continue;
        if (!allows(field->media_type, http::essence_of(*sent))) refuse_type(*field, *sent, desk);
    }
    return form_value(fields, type, desk);
}

}  // namespace standin::check
