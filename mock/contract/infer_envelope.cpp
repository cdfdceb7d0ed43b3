// Where a resource, or the list of them, lies in an answer: told by the schema of success.
#include <algorithm>

#include "mock/contract/loader.h"

namespace standin::contract {

namespace {

// The member names that lead to the resource; empty where the answer is the resource itself.
using Path = std::vector<std::string_view>;

bool is_holder(const Property& property, bool single, std::string_view key) {
    return single ? property.shape->find(key) != nullptr : property.shape->items != nullptr;
}

// Looks among an object's members first, then one level deeper.
Path path_to_resource(const Shape& shape, bool single, std::string_view key) {
    for (const Property& property : shape.properties) {
        if (is_holder(property, single, key)) return {property.name};
    }
    for (const Property& outer : shape.properties) {
        for (const Property& inner : outer.shape->properties) {
            if (is_holder(inner, single, key)) return {outer.name, inner.name};
        }
    }
    // A single resource whose key is not shown: the first object is probably it.
    for (const Property& property : shape.properties) {
        if (single && !property.shape->properties.empty()) return {property.name};
    }
    return {};
}

// The value that a schema fixes, as far as it does.
const Value* fixed_value(const Value& schema) {
    if (const Value* value = schema.find("const")) return value;
    const Value* list = schema.find("enum");
    if (list && list->is(Kind::array) && !list->items().empty()) return &list->items()[0];
    if (const Value* value = schema.find("default")) return value;
    return schema.find("example");
}

// What a member beside the list in a list's envelope probably tells; "" where nothing is known.
std::string_view meaning_of(const Property& property) {
    const std::string_view name = property.name;
    if (property.shape->holds_others()) return "";
    if (name == "page" || name == "current_page") return "$list.page";
    if (name == "per_page" || name == "limit" || name == "page_size") return "$list.size";
    if (name == "count") return "$list.count";
    if (name.starts_with("total")) return "$list.total";
    return "";
}

}  // namespace

// Writes the envelope's template: "$result" at the end of the path, and beside it what is known.
void Loader::write_envelope(Builder& builder, const Located& schema, bool single,
                            std::span<const std::string_view> path) {
    builder.begin_object();
    for (const Property& property : contract_->shapes->of(schema).properties) {
        const Located at = property_of(schema, property.name);
        const Value* fixed = at ? fixed_value(*at.value) : nullptr;
        if (fixed && fixed->is(Kind::string) && looks_like_expression(fixed->text()))
            fixed = nullptr;
        const std::string_view meaning = single ? "" : meaning_of(property);
        const bool leads = !path.empty() && property.name == path.front();
        if (!leads && meaning.empty() && !fixed) continue;
        builder.name(property.name);
        if (leads && path.size() == 1) {
            builder.string("$result");
        } else if (leads) {
            write_envelope(builder, at, single, path.subspan(1));
        } else if (!meaning.empty()) {
            builder.string(meaning);
        } else {
            builder.value(*fixed);
        }
    }
    builder.end();
}

void Loader::infer_envelope(Operation& operation, const Located& schema) {
    const bool single = operation.action != Action::list;
    const Shape& shape = contract_->shapes->of(schema);
    const std::string& key = operation.resource->key;
    if (shape.items || (single && shape.find(key))) return;
    const Path path = path_to_resource(shape, single, key);
    if (path.empty()) return;
    auto document = std::make_shared<Document>();
    Builder builder(*document);
    write_envelope(builder, schema, single, path);
    contract_->made.push_back(document);
    contract_->envelopes.push_back(
        {"", Template::compile(*schema.source, document->root(), schema.pointer), std::nullopt});
    operation.envelope = &contract_->envelopes.back();
}

}  // namespace standin::contract
