#include "mock/schema/scan.h"

#include <algorithm>

#include "mock/core/pointer.h"
#include "mock/schema/keyword.h"
#include "mock/schema/uri.h"

namespace standin::schema {

namespace {

bool is_contract(const Value& root) {
    return root.find("openapi") || root.find("swagger");
}

// Members of an OpenAPI document that hold values, whatever these look like.
bool holds_values(std::string_view name) {
    return name == "example" || name == "examples" || name == "default" || name == "value" ||
           name.starts_with("x-");
}

// Whether any member may give the schema a name.
bool may_have_name(const Value& value) {
    return std::ranges::any_of(value.members(), [](const Member& member) {
        return member.name.starts_with('$') || member.name == "id";
    });
}

std::string_view text_of(const Value& value, std::string_view name) {
    const Value* member = value.find(name);
    return member ? member->text_or("") : "";
}

}  // namespace

void Scan::run() {
    const Place place{start_.resource, start_.language};
    if (start_.pointer.empty() && is_contract(*start_.value)) {
        if (!place.language->id().empty()) contract(*start_.value, place);
    } else {
        schema(*start_.value, place);
    }
}

template <class Step>
void Scan::below(std::string_view token, Step step) {
    const size_t before = pointer_.size();
    append_token(pointer_, token);
    step();
    pointer_.resize(before);
}

void Scan::schema(const Value& value, Place place) {
    if (!value.is(Kind::object) || place.language->id().empty()) return;
    if (may_have_name(value)) place = identified(value, place);
    for (const Member& member : value.members()) {
        const Keyword* row = find_keyword(member.name, *place.language);
        if (!row || row->holds == Holds::nothing) continue;
        below(member.name, [&] { keyword(*row, member, place); });
    }
}

void Scan::keyword(const Keyword& row, const Member& member, Place place) {
    if (row.holds == Holds::named_schemas) {
        each_member(member.value, place);
    } else if (member.value.is(Kind::array)) {
        each_item(member.value, place);
    } else {
        schema(member.value, place);
    }
}

void Scan::each_member(const Value& object, Place place) {
    if (!object.is(Kind::object)) return;
    for (const Member& member : object.members()) {
        below(member.name, [&] { schema(member.value, place); });
    }
}

void Scan::each_item(const Value& array, Place place) {
    size_t index = 0;
    for (const Value& item : array.items()) {
        below(std::to_string(index++), [&] { schema(item, place); });
    }
}

void Scan::contract(const Value& value, Place place) {
    if (value.is(Kind::array)) {
        size_t index = 0;
        for (const Value& item : value.items()) {
            below(std::to_string(index++), [&] { contract(item, place); });
        }
    }
    if (!value.is(Kind::object)) return;
    for (const Member& member : value.members()) {
        if (holds_values(member.name)) continue;
        below(member.name, [&] {
            if (member.name == "schema" || member.name == "itemSchema") {
                schema(member.value, place);
            } else if (member.name == "schemas") {
                each_member(member.value, place);
            } else {
                contract(member.value, place);
            }
        });
    }
}

Scan::Place Scan::identified(const Value& value, Place place) {
    Node node{&value, pointer_, place.resource, place.language};
    library_.identify(node);
    name(node);
    return {node.resource, node.language};
}

// The first of a name counts; another one is refused when its schema is compiled.
void Scan::name(const Node& node) {
    Resource& resource = *node.resource;
    const auto give = [&](std::string_view anchor, bool dynamic) {
        resource.anchors.try_emplace(anchor, Anchor{node, dynamic});
        resource.dynamic |= dynamic;
    };
    const Value& value = *node.value;
    if (node.language->hides_siblings()) {
        const std::string_view id = text_of(value, node.language->id());
        const std::string_view anchor = split_reference(id).fragment;
        if (!anchor.empty() && !value.find("$ref")) give(anchor, false);
        return;
    }
    if (node.language->dialect == Dialect::json_schema_2020_12) {
        const std::string_view anchor = text_of(value, "$dynamicAnchor");
        if (!anchor.empty()) give(anchor, true);
    } else if (&value == resource.root.value) {
        const Value* recursive = value.find("$recursiveAnchor");
        if (recursive && recursive->is(Kind::boolean) && recursive->boolean()) give("", true);
    }
    if (const std::string_view anchor = text_of(value, "$anchor"); !anchor.empty()) {
        give(anchor, false);
    }
}

}  // namespace standin::schema
