#include "mock/state/intake.h"

#include <algorithm>
#include <unordered_set>

#include "mock/core/json.h"

namespace standin::state {

using contract::Property;
using contract::Shape;
using contract::VariableReference;

namespace {

class Intake {
  public:
    Intake(const IntakeRules& rules, Document& document) : rules_(rules), document_(document) {}

    Value value(const Value& value, const Shape* shape) {
        if (!shape) return once(value);
        if (shape->reference && !value.is(Kind::null)) return variable(value, *shape->reference);
        if (value.is(Kind::object)) return object(value, *shape);
        return value.is(Kind::array) ? array(value, shape->items) : value;
    }

  private:
    // What no schema speaks of, with each name once.
    Value once(const Value& value) {
        if (value.is(Kind::array)) {
            std::vector<Value> items;
            for (const Value& item : value.items()) items.push_back(once(item));
            return document_.array(items, value.mark());
        }
        if (!value.is(Kind::object)) return value;
        std::vector<Member> members;
        std::unordered_set<std::string_view> seen;
        const auto sent = value.members();
        for (size_t i = sent.size(); i-- > 0;) {
            if (!seen.insert(sent[i].name).second) continue;
            members.push_back({sent[i].name, once(sent[i].value), sent[i].mark});
        }
        std::reverse(members.begin(), members.end());
        return document_.object(members, value.mark());
    }

    Value array(const Value& array, const Shape* shape) {
        std::vector<Value> items;
        for (const Value& item : array.items()) items.push_back(value(item, shape));
        return document_.array(items, array.mark());
    }

    // A member that the request does not declare and the resource has as readOnly is the server's.
    void drop_read_only(const Shape& shape, std::vector<Member>& members) const {
        if (!rules_.shown) return;
        std::erase_if(members, [&](const Member& member) {
            const Property* shown = rules_.shown->find(member.name);
            return shown && shown->read_only && !shape.find(member.name);
        });
    }

    Value object(const Value& object, const Shape& shape) {
        ++depth_;
        std::vector<Member> members;
        std::unordered_set<std::string_view> seen;
        const auto sent = object.members();
        for (size_t i = sent.size(); i-- > 0;) {  // backwards: the last of a name counts
            if (seen.insert(sent[i].name).second) take(sent[i], shape, members);
        }
        --depth_;
        std::reverse(members.begin(), members.end());
        if (depth_ == 0) drop_read_only(shape, members);
        if (rules_.defaults) {
            for (const Property& property : shape.properties) {
                const bool missing = property.default_value && !seen.contains(property.name);
                if (missing && !property.read_only) {
                    members.push_back({property.name, *property.default_value, {}});
                }
            }
        }
        return document_.object(members, object.mark());
    }

    void take(const Member& member, const Shape& shape, std::vector<Member>& members) {
        if (member.value.is(Kind::null) && !rules_.null_members) return;
        const Property* property = shape.find(member.name);
        const bool declared = property || shape.additional || shape.properties.empty();
        if (property ? property->read_only : !declared && !rules_.unknown_members) return;
        const Shape* below = property ? property->shape : shape.additional;
        members.push_back({member.name, value(member.value, below), member.mark});
    }

    // A string may name a variable; an object with both members says what it is itself; of anything
    // else the JSON text is the value.
    Value variable(const Value& sent, const VariableReference& reference) {
        const bool whole = sent.find(reference.value) && sent.find(reference.name);
        if (sent.is(Kind::object) && whole) return told(sent, reference);
        const std::string text = sent.is(Kind::string) ? std::string(sent.text()) : to_json(sent);
        const bool names = text.starts_with(reference.prefix);
        return of(reference, names ? lookup(text.substr(reference.prefix.size())) : text,
                  names ? text : "", names);
    }

    Value told(const Value& sent, const VariableReference& reference) {
        const std::string name(sent.find(reference.name)->text_or(""));
        const std::string value(sent.find(reference.value)->text_or(""));
        const Value* flag = sent.find(reference.flag);
        const bool flagged = flag && flag->is(Kind::boolean) && flag->boolean();
        const bool names = flagged && name.starts_with(reference.prefix);
        return of(reference, names ? lookup(name.substr(reference.prefix.size())) : value, name,
                  flagged);
    }

    Value of(const VariableReference& reference, std::string_view value, std::string_view name,
             bool flag) {
        const Member members[] = {
            {reference.value, Value::of(document_.keep(value)), {}},
            {reference.name, Value::of(document_.keep(name)), {}},
            {reference.flag, Value::of(flag), {}},
        };
        return document_.object(members);
    }

    std::string lookup(const std::string& variable) const {
        if (!rules_.environment) return {};
        const auto found = rules_.environment->find(variable);
        return found == rules_.environment->end() ? std::string() : found->second;
    }

    const IntakeRules& rules_;
    Document& document_;
    size_t depth_ = 0;  // how many objects are around
};

}  // namespace

Value take_in(const Value& body, const Shape* shape, const IntakeRules& rules, Document& document) {
    return Intake(rules, document).value(body, shape);
}

}  // namespace standin::state
