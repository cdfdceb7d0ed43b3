#include "mock/state/intake.h"

#include <algorithm>
#include <unordered_map>

#include "mock/core/json.h"
#include "mock/core/stack.h"

namespace standin::state {

using contract::Property;
using contract::Shape;
using contract::VariableReference;

namespace {

// Which members of an object are sent once more later: the last one of a name counts.
class Repeats {
  public:
    explicit Repeats(std::span<const Member> members) : members_(members) {
        if (members.size() <= few) return;
        for (size_t i = 0; i < members.size(); ++i) last_[members[i].name] = i;
    }

    bool later(size_t place) const {
        const std::string_view name = members_[place].name;
        if (!last_.empty()) return last_.at(name) != place;
        const auto rest = members_.subspan(place + 1);
        return std::ranges::any_of(rest, [&](const Member& each) { return each.name == name; });
    }

  private:
    static constexpr size_t few = 16;  // are compared one by one

    std::span<const Member> members_;
    std::unordered_map<std::string_view, size_t> last_;  // of many; never iterated
};

class Intake {
  public:
    Intake(const IntakeRules& rules, Document& document) : rules_(rules), document_(document) {}

    Value value(const Value& value, const Shape* shape) {
        if (!shape) return once(value);
        if (shape->reference && !value.is(Kind::null)) {
            ++changes_;
            return variable(value, *shape->reference);
        }
        if (value.is(Kind::object)) return object(value, *shape);
        return value.is(Kind::array) ? array(value, shape->items) : value;
    }

  private:
    // What no schema speaks of, with each name once.
    Value once(const Value& value) {
        if (value.is(Kind::array)) return array(value, nullptr);
        if (!value.is(Kind::object)) return value;
        const auto sent = value.members();
        const Repeats repeats(sent);
        const size_t before = changes_;
        const size_t first = members_.size();
        for (size_t i = 0; i < sent.size(); ++i) {
            if (repeats.later(i)) {
                ++changes_;
            } else {
                members_.push({sent[i].name, once(sent[i].value), sent[i].mark});
            }
        }
        return object_of(first, before, value);
    }

    Value array(const Value& array, const Shape* shape) {
        const size_t before = changes_;
        const size_t first = items_.size();
        for (const Value& item : array.items()) items_.push(value(item, shape));
        const auto items = items_.take(first);
        return changes_ == before ? array : document_.array(items, array.mark());
    }

    Value object(const Value& object, const Shape& shape) {
        const Shape* shown = depth_++ == 0 ? rules_.shown : nullptr;
        const auto sent = object.members();
        const Repeats repeats(sent);
        const size_t before = changes_;
        const size_t first = members_.size();
        for (size_t i = 0; i < sent.size(); ++i) {
            const bool taken =
                !repeats.later(i) && !is_servers(sent[i], shape, shown) && take(sent[i], shape);
            changes_ += !taken;
        }
        if (rules_.defaults) add_defaults(object, shape);
        --depth_;
        return object_of(first, before, object);
    }

    // The object as it was sent where nothing of it has changed.
    Value object_of(size_t first, size_t changes_before, const Value& sent) {
        const auto members = members_.take(first);
        return changes_ == changes_before ? sent : document_.object(members, sent.mark());
    }

    // A member that the request does not declare and the resource has as readOnly is the server's.
    static bool is_servers(const Member& member, const Shape& shape, const Shape* shown) {
        const Property* property = shown ? shown->find(member.name) : nullptr;
        return property && property->read_only && !shape.find(member.name);
    }

    // Whether a member is kept.
    bool take(const Member& member, const Shape& shape) {
        if (member.value.is(Kind::null) && !rules_.null_members) return false;
        const Property* property = shape.find(member.name);
        const bool declared = property || shape.additional || shape.properties.empty();
        if (property ? property->read_only : !declared && !rules_.unknown_members) return false;
        const Shape* below = property ? property->shape : shape.additional;
        members_.push({member.name, value(member.value, below), member.mark});
        return true;
    }

    void add_defaults(const Value& sent, const Shape& shape) {
        for (const Property& property : shape.properties) {
            if (!property.default_value || property.read_only || sent.find(property.name)) continue;
            members_.push({property.name, *property.default_value, {}});
            ++changes_;
        }
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
    size_t depth_ = 0;           // how many objects are around
    size_t changes_ = 0;         // made so far; what has none in it is shared, not copied
    Stack<Member, 32> members_;  // of all objects around, innermost last
    Stack<Value, 32> items_;     // of all arrays around
};

}  // namespace

Value take_in(const Value& body, const Shape* shape, const IntakeRules& rules, Document& document) {
    return Intake(rules, document).value(body, shape);
}

}  // namespace standin::state
