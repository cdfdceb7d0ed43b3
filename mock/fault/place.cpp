#include "mock/fault/place.h"

#include <set>
#include <tuple>

#include "mock/core/json.h"
#include "mock/core/pointer.h"
#include "mock/fault/item.h"

namespace standin::fault {

using contract::Located;

namespace {

std::string quoted(std::string_view text) {
    return to_json(Value::of(text));
}

// JSON of other types, the likeliest slip first: a number in quotes, a list where an object was.
std::vector<std::string> other_types(const Value& value) {
    switch (value.kind()) {
        case Kind::null:
            return {"0", "\"\"", "[]"};
        case Kind::boolean:
            return {value.boolean() ? "\"true\"" : "\"false\"", "0", "[]"};
        case Kind::integer:
        case Kind::number:
            return {quoted(value.text()), "true", "[]"};
        case Kind::string:
            return {"0", "true", "[]"};
        case Kind::array:
            return {"{}", "\"\""};
        case Kind::object:
            break;
    }
    return {"[]", "\"\""};
}

// Whether a schema says of which types a value may be, be it by telling the values.
bool limits_type(const Value& schema) {
    return schema.find("type") || schema.find("enum") || schema.find("const");
}

class Walk {
  public:
    Walk(Breach breach, const Answers& answers) : breach_(breach), answers_(answers) {}

    std::vector<Place> take() { return std::move(places_); }

    void visit(const Located& schema, const Value& value, const std::string& pointer) {
        if (!schema || !schema.value->is(Kind::object)) return;
        if (schema.find("$ref")) visit(contract::follow(schema), value, pointer);
        note(*schema.value, value, pointer);
        visit_all(schema.find("allOf"), value, pointer);
        visit_first(schema.find("anyOf"), value, pointer);
        visit_first(schema.find("oneOf"), value, pointer);
        if (value.is(Kind::object)) visit_members(schema, value, pointer);
        if (!value.is(Kind::array)) return;
        for (size_t i = 0; i < value.items().size(); ++i) {
            visit(schema.find("items"), value.items()[i], pointer + '/' + std::to_string(i));
        }
    }

  private:
    void visit_all(const Located& list, const Value& value, const std::string& pointer) {
        for (const Located& each : items_of(list)) visit(each, value, pointer);
    }

    void visit_first(const Located& list, const Value& value, const std::string& pointer) {
        for (const Located& branch : items_of(list)) {
            if (answers_.fits(*branch.value, value)) return visit(branch, value, pointer);
        }
    }

    void visit_members(const Located& schema, const Value& value, const std::string& pointer) {
        const Located properties = schema.find("properties");
        for (const Member& member : value.members()) {
            Located below = properties.find(member.name);
            if (!below) below = schema.find("additionalProperties");
            std::string at = pointer;
            append_token(at, member.name);
            visit(below, member.value, at);
        }
    }

    // What this schema alone says of this value.
    void note(const Value& schema, const Value& value, const std::string& pointer) {
        switch (breach_) {
            case Breach::missing_member:
                return note_required(schema.find("required"), value, pointer);
            case Breach::wrong_type:
                if (!limits_type(schema)) return;
                for (std::string& text : other_types(value)) add(pointer, std::move(text));
                return;
            case Breach::unknown_enum:
                if (!value.is(Kind::string) || !schema.find("enum")) return;
                return add(pointer, quoted(std::string(value.text()) + "-unknown"));
            case Breach::null:
                if (limits_type(schema) && !value.is(Kind::null)) add(pointer, "null");
                return;
            case Breach::extra_member:
                return note_object(schema, value, pointer);
        }
    }

    void note_required(const Value* required, const Value& value, const std::string& pointer) {
        if (!required || !required->is(Kind::array)) return;
        for (const Value& name : required->items()) {
            if (!name.is(Kind::string) || !value.find(name.text())) continue;
            std::string at = pointer;
            append_token(at, name.text());
            add(at, "");
        }
    }

    void note_object(const Value& schema, const Value& value, const std::string& pointer) {
        const Value* additional = schema.find("additionalProperties");
        const Value* properties = schema.find("properties");
        const bool closed = additional && additional->is(Kind::boolean) && !additional->boolean();
        if (!value.is(Kind::object) || (!closed && !properties)) return;
        std::string name = "unexpected";
        while (value.find(name) || (properties && properties->find(name))) name += '_';
        add(pointer, name, !closed);
    }

    // Two schemas may say the same of one place.
    void add(const std::string& pointer, std::string text, bool allowed = false) {
        if (!known_.insert({pointer, text, allowed}).second) return;
        places_.push_back({breach_, pointer, std::move(text), allowed});
    }

    const Breach breach_;
    const Answers& answers_;
    std::vector<Place> places_;
    std::set<std::tuple<std::string, std::string, bool>> known_;
};

}  // namespace

std::vector<Place> places_of(Breach breach, const Answers& answers, const Answer& answer,
                             const Value& body) {
    Walk walk(breach, answers);
    walk.visit(answer.schema, body, "");
    return walk.take();
}

}  // namespace standin::fault
