#include <algorithm>

#include "mock/contract/shape.h"

namespace standin::contract {

namespace {

constexpr std::string_view redacted = "[REDACTED]";

bool is_empty(const Value& value) {
    switch (value.kind()) {
        case Kind::string:
            return value.text().empty();
        case Kind::array:
            return value.items().empty();
        case Kind::object:
            return value.members().empty();
        default:
            return value.is(Kind::null);
    }
}

class Shower {
  public:
    Shower(JsonWriter& writer, const ShowOptions& options) : writer_(writer), options_(options) {}

    void value(const Value& value, const Shape* shape) {
        static const Shape undeclared;
        if (!shape) shape = &undeclared;
        if (value.is(Kind::object)) return object(value, *shape);
        if (value.is(Kind::array)) return array(value, *shape);
        if (shape->redaction && value.is(Kind::string)) {
            return writer_.string(shape->redaction->apply(value.text()));
        }
        writer_.value(value);
    }

  private:
    void array(const Value& array, const Shape& shape) {
        writer_.begin_array();
        for (const Value& item : array.items()) value(item, shape.items);
        writer_.end_array();
    }

    void object(const Value& object, const Shape& shape) {
        ++depth_;
        writer_.begin_object();
        for (const Property& property : shape.properties) declared(object, property);
        if (shape.additional || options_.unknown_members || shape.properties.empty()) {
            others(object, shape);
        }
        writer_.end_object();
        --depth_;
    }

    void declared(const Value& object, const Property& property) {
        if (property.write_only) return;
        const auto& redaction = property.shape->redaction;
        const bool elsewhere = redaction && !redaction->of.empty();
        const Value* member = object.find(elsewhere ? redaction->of : property.name);
        if (!member || (property.shape->omit_empty && is_empty(*member))) return;
        writer_.name(property.name);
        value(*member, property.shape);
    }

    void others(const Value& object, const Shape& shape) {
        std::vector<const Member*> members;
        for (const Member& member : object.members()) {
            if (!shape.find(member.name) && !is_hidden(member.name)) members.push_back(&member);
        }
        if (shape.sorted) {
            std::stable_sort(members.begin(), members.end(),
                             [](auto* left, auto* right) { return left->name < right->name; });
        }
        for (const Member* member : members) {
            if (hidden_source(shape, member->name)) continue;
            writer_.name(member->name);
            value(member->value, shape.additional);
        }
    }

    // Whether a member is only the secret of which another one shows a redaction.
    static bool hidden_source(const Shape& shape, std::string_view name) {
        return std::any_of(
            shape.properties.begin(), shape.properties.end(), [&](const Property& property) {
                return property.shape->redaction && property.shape->redaction->of == name;
            });
    }

    bool is_hidden(std::string_view name) const {
        return depth_ == 1 && std::find(options_.hidden.begin(), options_.hidden.end(), name) !=
                                  options_.hidden.end();
    }

    JsonWriter& writer_;
    const ShowOptions& options_;
    size_t depth_ = 0;
};

}  // namespace

void show(JsonWriter& writer, const Value& value, const Shape* shape, const ShowOptions& options) {
    Shower(writer, options).value(value, shape);
}

void write_without_secrets(JsonWriter& writer, const Value& value, const Shape* shape) {
    if (!shape) return writer.value(value);
    if (shape->secret && !value.is(Kind::object)) return writer.string(redacted);
    if (value.is(Kind::array)) {
        writer.begin_array();
        for (const Value& item : value.items()) write_without_secrets(writer, item, shape->items);
        return writer.end_array();
    }
    if (!value.is(Kind::object)) return writer.value(value);
    writer.begin_object();
    for (const Member& member : value.members()) {
        writer.name(member.name);
        const Property* property = shape->find(member.name);
        if (property && property->write_only) {
            writer.string(redacted);
        } else {
            write_without_secrets(writer, member.value,
                                  property ? property->shape : shape->additional);
        }
    }
    writer.end_object();
}

}  // namespace standin::contract
