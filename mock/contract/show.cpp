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

// Whether an object is a reference to a variable as the server itself tells of it.
bool is_reference(const Value& value, const Shape& shape) {
    return value.find(shape.reference->value) && value.find(shape.reference->name);
}

// The members of an object, which are mostly asked for in the order in which they stand. What is
// stored has each name once.
class Members {
  public:
    explicit Members(const Value& object) : object_(object) {}

    const Value* find(std::string_view name) {
        const auto members = object_.members();
        const bool next = next_ < members.size() && members[next_].name == name;
        return next ? &members[next_++].value : object_.find(name);
    }

  private:
    const Value& object_;
    size_t next_ = 0;  // behind the one that was found last
};

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

    struct Shown {
        std::string_view name;
        const Value* value;
        const Shape* shape;
    };

    void object(const Value& object, const Shape& shape) {
        ++depth_;
        writer_.begin_object();
        if (shape.sorted) {
            std::vector<Shown> members;
            each(object, shape, [&](const Shown& shown) { members.push_back(shown); });
            std::ranges::stable_sort(members, {}, &Shown::name);
            for (const Shown& shown : members) member(shown);
        } else {
            each(object, shape, [this](const Shown& shown) { member(shown); });
        }
        writer_.end_object();
        --depth_;
    }

    void member(const Shown& shown) {
        writer_.name(shown.name);
        value(*shown.value, shown.shape);
    }

    // Calls the step with what is shown of an object: what the shape declares, then the others.
    template <class Step>
    void each(const Value& object, const Shape& shape, Step step) const {
        size_t known = 0;
        Members members(object);
        for (const Property& property : shape.properties) {
            const Value* own = members.find(property.name);
            known += own != nullptr;
            if (property.write_only) continue;
            const auto& redaction = property.shape->redaction;
            const bool elsewhere = redaction && !redaction->of.empty();
            const Value* value = elsewhere ? object.find(redaction->of) : own;
            if (!value || (property.shape->omit_empty && is_empty(*value))) continue;
            step(Shown{property.name, value, property.shape});
        }
        if (known == object.members().size()) return;
        if (!shape.additional && !options_.unknown_members && !shape.properties.empty()) return;
        for (const Member& member : object.members()) {
            const bool out = shape.find(member.name) || is_hidden(member.name) ||
                             hidden_source(shape, member.name);
            if (!out) step(Shown{member.name, &member.value, shape.additional});
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
    static const Shape unknown;
    const Shape& speaks = shape ? *shape : unknown;
    const bool container = value.is(Kind::object) || value.is(Kind::array);
    // A text that no schema speaks of, or that stands where something else should, may be a secret
    // in the wrong place.
    const bool astray = value.is(Kind::string) && (!shape || speaks.holds_others());
    if (speaks.secret || astray || (speaks.reference && !is_reference(value, speaks))) {
        return value.is(Kind::null) ? writer.null() : writer.string(redacted);
    }
    if (!container) return writer.value(value);
    if (value.is(Kind::array)) {
        writer.begin_array();
        for (const Value& item : value.items()) write_without_secrets(writer, item, speaks.items);
        return writer.end_array();
    }
    writer.begin_object();
    for (const Member& member : value.members()) {
        writer.name(member.name);
        const Property* property = speaks.find(member.name);
        const bool told = speaks.reference && member.name == speaks.reference->value;
        if (told || (property && property->write_only)) {
            writer.string(redacted);
        } else if (speaks.reference) {
            writer.value(member.value);
        } else {
            write_without_secrets(writer, member.value,
                                  property ? property->shape : speaks.additional);
        }
    }
    writer.end_object();
}

}  // namespace standin::contract
