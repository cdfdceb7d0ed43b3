#include "mock/contract/shape.h"

#include <algorithm>

#include "mock/core/pointer.h"

namespace standin::contract {

namespace {

bool is_true(const Value& schema, std::string_view name) {
    const Value* flag = schema.find(name);
    return flag && flag->is(Kind::boolean) && flag->boolean();
}

std::string text_at(const Value& object, std::string_view name) {
    const Value* text = object.find(name);
    return text ? std::string(text->text_or("")) : std::string();
}

size_t size_at(const Value& object, std::string_view name) {
    const Value* size = object.find(name);
    return size && size->is(Kind::integer) ? static_cast<size_t>(size->integer()) : 0;
}

}  // namespace

std::string Redaction::apply(std::string_view secret) const {
    if (secret.size() > up_to) {
        std::string shown(secret.substr(0, first));
        shown += mask;
        shown += secret.substr(secret.size() - std::min(last, secret.size()));
        return shown;
    }
    if (each.empty()) return short_form;
    std::string shown;
    for (size_t i = 0; i < secret.size(); ++i) shown += each;
    return shown;
}

const Property* Shape::find(std::string_view name) const {
    for (const Property& property : properties) {
        if (property.name == name) return &property;
    }
    return nullptr;
}

const Shape& Shapes::of(const Located& schema) {
    const Located target = follow(schema);
    auto& shape = shapes_[target.value];
    if (!shape) {
        shape = std::make_unique<Shape>();
        Shape& made = *shape;  // filling it may add others
        std::set<const Value*> outer;
        filling_.swap(outer);
        made.kinds = kinds_of(target);
        fill(made, target, true);
        filling_.swap(outer);
        return made;
    }
    return *shape;
}

void Shapes::fill(Shape& shape, const Located& schema, bool surely) {
    // A schema may lead back to itself through its branches; it adds nothing then.
    if (!filling_.insert(schema.value).second) return;
    fill_once(shape, schema, surely);
    filling_.erase(schema.value);
}

void Shapes::fill_once(Shape& shape, const Located& schema, bool surely) {
    add_properties(shape, schema, surely);
    for (std::string_view combinator : {"allOf", "oneOf", "anyOf"}) {
        const Located branches = schema.find(combinator);
        if (!branches || !branches.value->is(Kind::array)) continue;
        for (size_t i = 0; i < branches.value->items().size(); ++i) {
            fill(shape, follow(branches.item(i)), surely && combinator == "allOf");
        }
    }
    if (const Located items = schema.find("items"); items && items.value->is(Kind::object)) {
        shape.items = &of(items);
    }
    const Located additional = schema.find("additionalProperties");
    if (additional && additional.value->is(Kind::object)) shape.additional = &of(additional);
    if (const Value* format = schema.value->find("format")) shape.format = format->text_or("");
    if (const Value* type = schema.value->find("type")) {
        const Value one[] = {*type};
        const auto types = type->is(Kind::array) ? type->items() : std::span<const Value>(one);
        shape.is_integer = std::any_of(types.begin(), types.end(), [](const Value& each) {
            return each.text_or("") == "integer";
        });
    }
    if (shape.format == "password") shape.secret = true;
    if (is_true(*schema.value, "writeOnly")) shape.secret = true;
    if (surely) require(shape, schema);
    read_extension(shape, schema);
}

// Marks what must be there, also where a part of allOf declares it.
void Shapes::require(Shape& shape, const Located& schema) {
    const Value* required = schema.value->find("required");
    if (!required || !required->is(Kind::array)) return;
    for (Property& property : shape.properties) {
        property.required =
            property.required || std::ranges::any_of(required->items(), [&](const Value& name) {
                return name.text_or("") == property.name;
            });
    }
}

// Whether a schema or one that it is made of has the flag.
bool Shapes::says(const Located& schema, std::string_view flag) const {
    std::vector<Located> parts{schema};
    for (size_t i = 0; i < parts.size(); ++i) {
        const Located target = follow(parts[i]);
        if (is_true(*parts[i].value, flag) || is_true(*target.value, flag)) return true;
        const Located list = target.find("allOf");
        if (!list || !list.value->is(Kind::array)) continue;
        for (const Value& part : list.value->items()) {
            const bool known = std::any_of(parts.begin(), parts.end(), [&](const Located& other) {
                return other.value == &part;
            });
            if (!known) parts.push_back({&part, list.pointer, list.source});
        }
    }
    return false;
}

void Shapes::add_properties(Shape& shape, const Located& schema, bool surely) {
    const Located properties = schema.find("properties");
    if (!properties || !properties.value->is(Kind::object)) return;
    for (const Member& member : properties.value->members()) {
        const Located at = properties.find(member.name);
        const auto known =
            std::find_if(shape.properties.begin(), shape.properties.end(),
                         [&](const Property& property) { return property.name == member.name; });
        if (known != shape.properties.end()) {
            known->read_only = known->read_only || (surely && says(at, "readOnly"));
            known->write_only = known->write_only || (surely && says(at, "writeOnly"));
            continue;
        }
        const Located target = follow(at);
        Property property;
        property.name = member.name;
        property.shape = &of(target);
        property.read_only = says(at, "readOnly");
        property.write_only = says(at, "writeOnly");
        for (const Value* part : {&member.value, target.value}) {
            if (const Value* value = part->find("default")) property.default_value = value;
        }
        shape.properties.push_back(property);
    }
}

void Shapes::read_extension(Shape& shape, const Located& schema) {
    const Value* extension = schema.value->find("x-standin");
    if (!extension) return;
    if (const Value* order = extension->find("order")) {
        shape.sorted = order->text_or("") == "sorted";
    }
    if (const Value* omit = extension->find("omit_empty")) shape.omit_empty = omit->boolean();
    if (const Value* redact = extension->find("redact")) {
        shape.redaction = Redaction{text_at(*redact, "of"),   size_at(*redact, "first"),
                                    size_at(*redact, "last"), size_at(*redact, "up_to"),
                                    text_at(*redact, "mask"), text_at(*redact, "short"),
                                    text_at(*redact, "each")};
    }
    if (const Value* reference = extension->find("reference")) {
        shape.reference =
            VariableReference{text_at(*reference, "prefix"), text_at(*reference, "value"),
                              text_at(*reference, "name"), text_at(*reference, "flag")};
    }
    if (const Value* embeds = extension->find("embeds")) {
        shape.embeds = embeds->text_or("");
        shape.embeds_at = schema.find("x-standin").find("embeds");
        embedding_.push_back(&shape);
    }
}

}  // namespace standin::contract
