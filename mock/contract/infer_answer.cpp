// Where a resource lies in an answer, what identifies it, how it is shown: told by envelopes, or by
// the schemas of success.
#include <algorithm>

#include "mock/contract/loader.h"

namespace standin::contract {

namespace {

bool is_single(Action action) {
    return action != Action::none && action != Action::list;
}

const Documented* success_of(const Operation& operation) {
    for (const Documented& response : operation.responses) {
        if (response.status.starts_with('2') && response.schema) return &response;
    }
    return nullptr;
}

bool has_type(const Located& schema, std::string_view name) {
    const Value* type = schema ? schema.value->find("type") : nullptr;
    if (type && type->is(Kind::string)) return type->text() == name;
    if (type && type->is(Kind::array)) {
        return std::any_of(type->items().begin(), type->items().end(),
                           [&](const Value& each) { return each.text_or("") == name; });
    }
    return schema && schema.value->find(name == "array" ? "items" : "properties");
}

// The value that a schema fixes, as far as it does.
const Value* fixed_value(const Value& schema) {
    if (const Value* value = schema.find("const")) return value;
    const Value* list = schema.find("enum");
    if (list && list->is(Kind::array) && !list->items().empty()) return &list->items()[0];
    if (const Value* value = schema.find("default")) return value;
    return schema.find("example");
}

// What a member beside the list in a list's envelope probably tells.
std::string_view meaning_of(std::string_view name) {
    if (name == "page" || name == "current_page") return "$list.page";
    if (name == "per_page" || name == "limit" || name == "page_size") return "$list.size";
    if (name == "count") return "$list.count";
    if (name.starts_with("total")) return "$list.total";
    return "";
}

}  // namespace

// The key is the member that the item's path names, else "id", else the parameter's own name.
void Loader::infer_keys() {
    for (Operation& operation : contract_->operations) {
        if (!operation.resource || operation.key_parameter.empty()) continue;
        Resource& resource = contract_->resources[operation.resource->index];
        if (!resource.key.empty()) continue;
        const Documented* success = success_of(operation);
        const Shape* shape = success ? &contract_->shapes->of(success->schema) : nullptr;
        const bool named = shape && shape->find(operation.key_parameter);
        const bool has_id = shape && shape->find("id");
        resource.key = !named && (has_id || !shape) ? "id" : operation.key_parameter;
    }
    for (Resource& resource : contract_->resources) {
        if (resource.key.empty()) resource.key = "id";
    }
}

void Loader::infer_listing(Operation& operation) const {
    if (operation.action != Action::list) return;
    for (const Parameter& parameter : operation.parameters) {
        if (parameter.part != Part::query) continue;
        Listing& listing = operation.listing;
        if (parameter.name == "page") listing.page = parameter.name;
        const bool size = parameter.name == "per_page" || parameter.name == "limit" ||
                          parameter.name == "page_size";
        if (size && listing.size.empty()) listing.size = parameter.name;
    }
}

void Loader::infer_envelopes() {
    for (Operation& operation : contract_->operations) {
        if (!operation.resource || operation.envelope) continue;
        const bool single = is_single(operation.action);
        operation.envelope = contract_->find_envelope(single ? "result" : "list");
        const Documented* success = success_of(operation);
        if (operation.envelope || !success) continue;
        attempt([&] { infer_envelope(operation, success->schema); });
    }
}

// Makes an envelope of a success schema in which the resource is one member of an object.
void Loader::infer_envelope(Operation& operation, const Located& schema) {
    const bool single = is_single(operation.action);
    const Shape& shape = contract_->shapes->of(schema);
    if (!has_type(schema, "object") || (single && shape.find(operation.resource->key))) return;
    const Located properties = member(source(), schema, "properties", Kind::object);
    std::string_view holder;
    for (const Property& property : shape.properties) {
        const Located at = properties ? follow(source(), properties.find(property.name)) : Located{};
        if (has_type(at, single ? "object" : "array") && holder.empty()) holder = property.name;
    }
    if (holder.empty()) return;
    auto document = std::make_shared<Document>();
    Builder builder(*document);
    builder.begin_object();
    for (const Property& property : shape.properties) {
        const Located at = properties ? follow(source(), properties.find(property.name)) : Located{};
        const Value* fixed = at ? fixed_value(*at.value) : nullptr;
        const std::string_view meaning = single ? "" : meaning_of(property.name);
        builder.name(property.name);
        if (property.name == holder) {
            builder.string("$result");
        } else if (!meaning.empty()) {
            builder.string(meaning);
        } else if (fixed && !(fixed->is(Kind::string) && looks_like_expression(fixed->text()))) {
            builder.value(*fixed);
        } else {
            builder.string("$request.query.none");  // names nothing, so the member is left out
        }
    }
    builder.end();
    contract_->made.push_back(document);
    contract_->envelopes.push_back(
        {"", Template::compile(source(), document->root(), schema.pointer), std::nullopt});
    operation.envelope = &contract_->envelopes.back();
}

// The schema of the resource within an operation's success schema; empty where it shows none.
Located Loader::shown_schema(const Operation& operation) const {
    const Documented* success = success_of(operation);
    if (!success) return {};
    Located at = success->schema;
    std::vector<std::string> path;
    if (operation.envelope && !operation.envelope->body.path_to_result(path)) return {};
    for (const std::string& name : path) {
        at = member(source(), member(source(), at, "properties", Kind::object), name, Kind::object);
    }
    if (operation.action == Action::list) at = member(source(), at, "items", Kind::object);
    return at;
}

void Loader::infer_shapes() {
    for (Operation& operation : contract_->operations) {
        if (!operation.resource) continue;
        Resource& resource = contract_->resources[operation.resource->index];
        attempt([&] {
            if (const Located schema = shown_schema(operation)) {
                operation.shape = &contract_->shapes->of(schema);
                const bool better = operation.action == Action::read || !resource.shape;
                if (!better) return;
                resource.shape = operation.shape;
                resource.schema = &contract_->schemas->compile(schema.pointer);
            }
        });
        if (!operation.body) continue;
        for (const BodyType& type : operation.body->types) {
            if (!type.shape) continue;
            for (const Property& property : type.shape->properties) {
                if (property.write_only) resource.hidden.push_back(property.name);
            }
        }
    }
}

}  // namespace standin::contract
