#include "mock/contract/problem_form.h"

#include <algorithm>
#include <set>

#include "mock/contract/access.h"
#include "mock/contract/expression.h"

namespace standin::contract {

namespace {

constexpr size_t most_depth = 8;
constexpr size_t most_objects = 200;

using Parts = std::vector<Located>;

void add_parts(Parts& parts, const Located& schema, size_t depth) {
    if (!schema || depth > most_depth || !schema.value->is(Kind::object)) return;
    if (std::ranges::find(parts, schema.value, &Located::value) != parts.end()) return;
    parts.push_back(schema);
    for (const std::string_view keyword : {"allOf", "oneOf", "anyOf"}) {
        const Located list = schema.find(keyword);
        if (!list || !list.value->is(Kind::array)) continue;
        const size_t count = keyword == "allOf" ? list.value->items().size() : 1;
        for (size_t i = 0; i < std::min(count, list.value->items().size()); ++i) {
            add_parts(parts, item(list, i), depth + 1);
        }
    }
}

Parts parts_of(const Located& schema) {
    Parts parts;
    if (schema) add_parts(parts, follow(schema), 0);
    return parts;
}

// The first of the parts' values of a keyword.
Located keyword_of(const Parts& parts, std::string_view keyword) {
    for (const Located& part : parts) {
        if (const Located found = part.find(keyword)) return found;
    }
    return {};
}

std::string_view text_of(const Parts& parts, std::string_view keyword) {
    const Located found = keyword_of(parts, keyword);
    return found ? found.value->text_or("") : "";
}

bool may_be_null(const Parts& parts) {
    if (const Located flag = keyword_of(parts, "nullable"); flag && flag.value->is(Kind::boolean)) {
        return flag.value->boolean();
    }
    const Located type = keyword_of(parts, "type");
    if (!type || !type.value->is(Kind::array)) return type && type.value->text_or("") == "null";
    return std::ranges::any_of(type.value->items(),
                               [](const Value& each) { return each.text_or("") == "null"; });
}

// The first type that is not null; told by other keywords where none is named.
std::string_view type_of(const Parts& parts) {
    const Located type = keyword_of(parts, "type");
    if (type && type.value->is(Kind::string)) return type.value->text();
    if (type && type.value->is(Kind::array)) {
        for (const Value& each : type.value->items()) {
            if (each.text_or("null") != "null") return each.text_or("");
        }
    }
    if (keyword_of(parts, "properties") || keyword_of(parts, "additionalProperties")) {
        return "object";
    }
    return keyword_of(parts, "items") ? "array" : "";
}

struct Declared {
    std::string_view name;
    Located schema;
    bool required = false;
};

// The members that the parts declare, each once, in their order.
std::vector<Declared> members_of(const Parts& parts) {
    std::set<std::string_view> required;
    for (const Located& part : parts) {
        const Located names = part.find("required");
        if (!names || !names.value->is(Kind::array)) continue;
        for (const Value& name : names.value->items()) required.insert(name.text_or(""));
    }
    std::vector<Declared> members;
    for (const Located& part : parts) {
        const Located properties = part.find("properties");
        if (!properties || !properties.value->is(Kind::object)) continue;
        for (const Member& each : properties.value->members()) {
            const auto known = std::ranges::find(members, each.name, &Declared::name);
            if (known != members.end()) continue;
            members.push_back(
                {each.name, properties.find(each.name), required.contains(each.name)});
        }
    }
    return members;
}

// Whether a value of the document stands for itself in a template.
bool is_literal(const Value& value) {
    if (value.is(Kind::string)) {
        return !looks_like_expression(value.text()) &&
               value.text().find("{$") == std::string_view::npos;
    }
    return value.is(Kind::array) ? value.items().empty()
                                 : !value.is(Kind::object) || value.members().empty();
}

// A text of a format that cannot be empty.
std::string_view text_of_format(std::string_view format) {
    if (format == "uri" || format == "iri") return "about:blank";
    if (format == "date-time") return "2020-01-01T00:00:00Z";
    if (format == "date") return "2020-01-01";
    if (format == "uuid") return "00000000-0000-4000-8000-000000000000";
    return format == "email" ? "a@example.com" : "";
}

}  // namespace

ProblemForm::ProblemForm(const Located& schema, int status) : status_(status) {
    const Parts parts = parts_of(schema);
    const std::string_view type = type_of(parts);
    Made body;
    if (type == "string") body = text({Tells::message, Level::whole, true, parts});
    if (type == "array") body = list({Tells::problems, Level::whole, true, parts});
    if (type == "object") body = object(parts, Level::whole, true);
    if (told_ > 0) body_ = body;
}

ProblemForm::Made ProblemForm::tell(std::string_view expression) {
    ++told_;
    return Value::of(document_->keep(expression));
}

ProblemForm::Made ProblemForm::first_of(std::string_view expression, std::string_view other) {
    ++told_;
    const Value values[] = {Value::of(expression), Value::of(other)};
    const Member first[] = {{"$first", document_->array(values), {}}};
    return document_->object(first);
}

// `whole`: with all members that tell something, and not only with those that must be there.
ProblemForm::Made ProblemForm::object(const Parts& parts, Level level, bool whole) {
    const Value* schema = parts.front().value;
    if (++objects_ > most_objects || open_.size() == most_depth) return std::nullopt;
    if (std::ranges::find(open_, schema) != open_.end()) return std::nullopt;
    open_.push_back(schema);
    const std::vector<Declared> members = members_of(parts);
    const bool explained = std::ranges::any_of(
        members, [&](const Declared& each) { return told_by(each.name, level) == Tells::message; });
    std::vector<Member> made;
    for (const Declared& each : members) {
        const Parts own = parts_of(each.schema);
        Tells tells = told_by(each.name, level);
        // What an error is called, where another member says what it is.
        if (tells == Tells::wrapper && type_of(own) == "string") {
            tells = explained ? Tells::title : Tells::message;
        }
        if (!whole && !each.required) continue;
        const Made value = member({tells, level, each.required, own});
        if (value) made.push_back({document_->keep(each.name), *value, {}});
    }
    open_.pop_back();
    return document_->object(made);
}

ProblemForm::Made ProblemForm::member(const Spot& spot) {
    const std::string_view type = type_of(spot.parts);
    if (spot.tells != Tells::nothing) {
        if (const Made made = telling(spot, type)) return made;
    }
    if (const Made made = fixed(spot)) return made;
    if (!spot.required) return std::nullopt;
    return empty(spot, type);
}

ProblemForm::Made ProblemForm::telling(const Spot& spot, std::string_view type) {
    if (type == "boolean") {
        const bool failed = spot.tells == Tells::failed || spot.tells == Tells::wrapper;
        if (!failed && spot.tells != Tells::passed) return std::nullopt;
        return Value::of(failed);
    }
    if (type == "string" || (type.empty() && spot.tells == Tells::message)) return text(spot);
    if (type == "integer" || type == "number") return number(spot.tells);
    if (type == "array") return list(spot);
    if (type != "object") return std::nullopt;
    if (spot.tells == Tells::problems) {
        const Parts values = parts_of(keyword_of(spot.parts, "additionalProperties"));
        if (type_of(values) == "string") return tell("$problems.messages");
    }
    if (spot.tells != Tells::wrapper && spot.tells != Tells::problems) return std::nullopt;
    const size_t before = told_;
    const Made made = object(spot.parts, spot.level, true);
    return told_ > before ? made : std::nullopt;
}

ProblemForm::Made ProblemForm::text(const Spot& spot) {
    if (keyword_of(spot.parts, "enum") || keyword_of(spot.parts, "const")) return fixed(spot);
    const bool uri = text_of(spot.parts, "format").starts_with("uri");
    switch (spot.tells) {
        case Tells::message:
            return tell("$problem.message");
        case Tells::title:
            return tell("$problem.title");
        case Tells::code:
            return first_of("$problem.code", "$problem.error");
        case Tells::name:
            return uri ? Value::of(std::string_view("about:blank")) : tell("$problem.error");
        case Tells::status:
            return tell("{$statusCode}");
        case Tells::keyword:
            return tell("$problem.keyword");
        case Tells::field:
            return tell("$problem.name");
        case Tells::pointer:
        case Tells::path:
            return tell("$problem.pointer");
        case Tells::part:
            return tell("$problem.part");
        case Tells::expected:
            return tell("$problem.expected");
        case Tells::received:
            return tell("$problem.received");
        case Tells::target:
            return tell("$request.path");
        default:
            return std::nullopt;
    }
}

ProblemForm::Made ProblemForm::number(Tells tells) {
    if (tells == Tells::code) return first_of("$problem.code", "$statusCode");
    return tells == Tells::status ? tell("$statusCode") : std::nullopt;
}

ProblemForm::Made ProblemForm::list(const Spot& spot) {
    const Parts items = parts_of(keyword_of(spot.parts, "items"));
    const std::string_view type = type_of(items);
    if (spot.tells == Tells::path) return tell("$problem.path");
    const bool holds = spot.level == Level::whole &&
                       (spot.tells == Tells::problems || spot.tells == Tells::wrapper ||
                        spot.tells == Tells::message);
    if (!holds || problem_) return std::nullopt;
    const size_t before = told_;
    Made one;
    if (type == "string") one = text({Tells::message, Level::one, true, items});
    if (type == "object") one = object(items, Level::one, true);
    if (!one || told_ == before) return std::nullopt;
    problem_ = one;
    return tell("$problems");
}

ProblemForm::Made ProblemForm::constant(const Spot& spot, const Value& value) {
    if (!is_literal(value)) return std::nullopt;
    told_ += spot.tells == Tells::nothing || value.is(Kind::boolean) ? 0 : 1;
    return value;
}

// What the schema itself fixes: of several words the one that speaks of the status.
ProblemForm::Made ProblemForm::fixed(const Spot& spot) {
    if (const Located value = keyword_of(spot.parts, "const")) return constant(spot, *value.value);
    const Located words = keyword_of(spot.parts, "enum");
    if (words && words.value->is(Kind::array) && !words.value->items().empty()) {
        const auto all = words.value->items();
        if (all.size() == 1) return constant(spot, all[0]);
        if (!spot.required && spot.tells == Tells::nothing) return std::nullopt;
        std::vector<std::string_view> texts;
        for (const Value& each : all) {
            if (each.is(Kind::string) && is_literal(each)) texts.push_back(each.text());
        }
        if (texts.empty()) return Made(all[0]);
        depends_on_status_ = true;
        told_ += spot.tells == Tells::nothing ? 0 : 1;
        return Value::of(word_for(status_, texts));
    }
    for (const std::string_view keyword : {"default", "example"}) {
        const Located value = keyword_of(spot.parts, keyword);
        const bool wanted = spot.required || keyword == "default";
        if (value && wanted && is_literal(*value.value)) return *value.value;
    }
    return std::nullopt;
}

ProblemForm::Made ProblemForm::empty(const Spot& spot, std::string_view type) {
    if (may_be_null(spot.parts)) return Value::null();
    if (type == "boolean") return Value::of(false);
    if (type == "integer" || type == "number") return Value::of(int64_t{0}, "0");
    if (type == "array") return document_->array({});
    if (type == "object") return object(spot.parts, spot.level, false);
    return Value::of(text_of_format(text_of(spot.parts, "format")));
}

}  // namespace standin::contract
