// Where a resource, or the list of them, lies in an answer: told by the schema of success.
#include <algorithm>

#include "mock/contract/loader.h"
#include "mock/contract/plain_name.h"

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
    // Some show even one in a list.
    for (const Property& property : shape.properties) {
        const Shape* items = property.shape->items;
        if (single && items && items->find(key)) return {property.name};
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

bool is_one_of(std::string_view name, std::initializer_list<std::string_view> names) {
    return std::ranges::find(names, name) != names.end();
}

// Where the next page lies: its cursor, or all of its address.
std::string_view next_of(const Property& property, const Listing& listing) {
    const std::string name = plain_name(property.name);
    const bool absolute = property.shape->format.starts_with("uri");
    if (is_one_of(name, {"nextcursor", "cursor", "nextpagetoken", "nexttoken", "endcursor", "after",
                         "nextmarker"})) {
        return listing.cursor.empty() ? "" : "$list.cursor";
    }
    if (absolute && (name.starts_with("next"))) return "{$server}{$list.next}";
    if (is_one_of(name, {"nexturl", "nexturi", "nextlink", "nextpageurl", "nextpageuri"})) {
        return "$list.next";
    }
    if (name != "next") return "";
    return listing.cursor.empty() ? "$list.next" : "$list.cursor";
}

// What a member beside the list in a list's envelope probably tells; "" where nothing is known.
std::string_view meaning_of(const Property& property, const Shape& beside, const Listing& listing) {
    const std::string name = plain_name(property.name);
    if (property.shape->holds_others()) return "";
    if (is_one_of(name, {"page", "currentpage", "pagenumber"})) return "$list.page";
    if (is_one_of(name, {"perpage", "limit", "pagesize"})) return "$list.size";
    if (is_one_of(name, {"offset", "skip"})) return "$list.offset";
    if (is_one_of(name, {"pages", "pagecount", "numpages", "lastpage", "totalpages"})) {
        return "$list.pages";
    }
    if (is_one_of(name, {"hasmore", "hasnext", "hasnextpage", "more"})) return "$list.more";
    // Where only this tells how many there are, beside the addresses of the neighbours.
    if (name == "count" && beside.find("next") && beside.find("previous")) return "$list.total";
    if (name == "count") return "$list.count";
    if (name.starts_with("total")) return "$list.total";
    return next_of(property, listing);
}

bool has_meaning(const Shape& shape, const Listing& listing) {
    return std::ranges::any_of(shape.properties, [&](const Property& property) {
        return !meaning_of(property, shape, listing).empty();
    });
}

bool may_be_null(const Located& schema) {
    if (!schema) return false;
    if (const Value* flag = schema.value->find("nullable")) {
        return flag->is(Kind::boolean) && flag->boolean();
    }
    const Value* type = schema.value->find("type");
    return type && type->is(Kind::array) &&
           std::ranges::any_of(type->items(),
                               [](const Value& each) { return each.text_or("") == "null"; });
}

bool requires_member(const Located& schema, std::string_view name) {
    const Value* names = schema ? schema.value->find("required") : nullptr;
    return names && names->is(Kind::array) &&
           std::ranges::any_of(names->items(),
                               [&](const Value& each) { return each.text_or("") == name; });
}

// What names nothing on the last page is null there, or empty where it must be.
void write_meaning(Builder& builder, const Located& schema, std::string_view meaning,
                   bool required) {
    const bool vanishes =
        meaning.ends_with("$list.next}") || meaning == "$list.next" || meaning == "$list.cursor";
    const bool null = may_be_null(schema);
    if (!vanishes || (!null && !required)) return builder.string(meaning);
    builder.begin_object();
    builder.name("$first");
    builder.begin_array();
    builder.string(meaning);
    if (null) {
        builder.null();
    } else {
        builder.string("");
    }
    builder.end();
    builder.end();
}

}  // namespace

// Writes the envelope's template: "$result" at the end of the path, and beside it what is known.
void Loader::write_envelope(Builder& builder, const Located& schema, const Operation& operation,
                            std::span<const std::string_view> path) {
    const bool lists = operation.action == Action::list;
    const Shape& shape = contract_->shapes->of(schema);
    builder.begin_object();
    for (const Property& property : shape.properties) {
        const Located at = property_of(schema, property.name);
        const Value* fixed = at ? fixed_value(*at.value) : nullptr;
        if (fixed && fixed->is(Kind::string) && looks_like_expression(fixed->text()))
            fixed = nullptr;
        const std::string_view meaning =
            lists ? meaning_of(property, shape, operation.listing) : "";
        const bool leads = !path.empty() && property.name == path.front();
        const bool tells = lists && has_meaning(*property.shape, operation.listing);
        if (!leads && meaning.empty() && !tells && !fixed) continue;
        builder.name(property.name);
        if (leads && path.size() == 1) {
            builder.string("$result");
        } else if (leads) {
            write_envelope(builder, at, operation, path.subspan(1));
        } else if (tells) {
            write_envelope(builder, at, operation, {});
        } else if (!meaning.empty()) {
            write_meaning(builder, at, meaning, requires_member(schema, property.name));
        } else {
            builder.value(*fixed);
        }
    }
    builder.end();
}

namespace {

// What there is once has no key to find it by: it lies where what is sent to change it does.
Path path_to_single(const Contract& contract, const Resource& resource, const Shape& shape) {
    for (const Operation& each : contract.operations) {
        if (each.resource != &resource || !each.body) continue;
        for (const BodyType& type : each.body->types) {
            const auto sent = [&](const Property& property) {
                return type.shape &&
                       std::ranges::any_of(type.shape->properties, [&](const auto& of) {
                           return property.shape->find(of.name) != nullptr ||
                                  of.name == property.name;
                       });
            };
            const bool lone = shape.properties.size() == 1 && sent(shape.properties[0]);
            if (lone && !shape.properties[0].shape->properties.empty()) {
                return {shape.properties[0].name};
            }
        }
    }
    return {};
}

}  // namespace

void Loader::infer_envelope(Operation& operation, const Located& schema) {
    const bool single = operation.action != Action::list;
    const Shape& shape = contract_->shapes->of(schema);
    const Resource& resource = *operation.resource;
    const std::string& key = resource.key;
    if (shape.items || (single && (!resource.within.empty() || shape.find(key)))) return;
    const Path path = resource.is_single ? path_to_single(*contract_, resource, shape)
                                         : path_to_resource(shape, single, key);
    if (path.empty()) return;
    auto document = std::make_shared<Document>();
    Builder builder(*document);
    write_envelope(builder, schema, operation, path);
    contract_->made.push_back(document);
    contract_->envelopes.push_back(
        {"", Template::compile(*schema.source, document->root(), schema.pointer), std::nullopt});
    operation.envelope = &contract_->envelopes.back();
}

}  // namespace standin::contract
