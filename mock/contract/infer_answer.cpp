// Where a resource lies in an answer, and how it is shown: told by envelopes, or by the schemas of
// success.
#include <algorithm>

#include "mock/contract/loader.h"
#include "mock/http/media_type.h"

namespace standin::contract {

namespace {

bool shows_one(Action action) {
    return action != Action::none && action != Action::list;
}

// Whether an answer holds nothing beside what is at the end of a path.
bool is_bare(const Shape& answer, std::span<const std::string> path) {
    if (path.empty()) return true;
    const Property* next = answer.find(path.front());
    return next && answer.properties.size() == 1 && is_bare(*next->shape, path.subspan(1));
}

// Whether what is at the end of a path is an array.
bool ends_in_list(const Shape& answer, std::span<const std::string> path) {
    if (path.empty()) return answer.items != nullptr;
    const Property* next = answer.find(path.front());
    return next && ends_in_list(*next->shape, path.subspan(1));
}

// Where answers wrap a resource, requests may do so too: in a member of the same name.
void infer_body_member(Operation& operation) {
    std::vector<std::string> path;
    const bool single = shows_one(operation.action) && operation.envelope && operation.body;
    if (!single || !operation.envelope->body.path_to_result(path) || path.size() != 1) return;
    const std::string& key = operation.resource->key;
    for (const BodyType& type : operation.body->types) {
        const Property* member = type.shape ? type.shape->find(path[0]) : nullptr;
        const Shape* inner = member && member->shape->items ? member->shape->items
                             : member                       ? member->shape
                                                            : nullptr;
        const bool wraps = inner && !inner->properties.empty();
        if (wraps && (key.empty() || !type.shape->find(key))) operation.body_member = path[0];
    }
}

}  // namespace

void Loader::infer_envelopes() {
    for (Operation& operation : contract_->operations) {
        if (!operation.resource || operation.envelope) continue;
        const bool single = shows_one(operation.action);
        operation.envelope = contract_->find_envelope(single ? "result" : "list");
        const Documented* success = operation.success();
        if (operation.envelope || !success) continue;
        attempt([&] {
            infer_envelope(operation, success->schema);
            infer_body_member(operation);
        });
    }
}

// Which answers surely are what is documented: those that show just what is stored.
void Loader::infer_fits() {
    for (Operation& operation : contract_->operations) {
        const Documented* success =
            operation.resource ? operation.documented(operation.status) : nullptr;
        if (!success || !success->schema || !success->main_content()) continue;
        const bool told = operation.envelope && !operation.envelope->name.empty();
        const Resource& resource = *operation.resource;
        if (told || resource.is_told || operation.listing.show) continue;
        std::vector<std::string> path;
        const bool placed = !operation.envelope || operation.envelope->body.path_to_result(path);
        const Located shown = shown_schema(operation);
        const bool same = shown && resource.schema_at && shown.value == resource.schema_at.value;
        const Shape& shape = contract_->shapes->of(success->schema);
        const bool lists = operation.action == Action::list;
        const bool bare = placed && is_bare(shape, path) && lists == ends_in_list(shape, path);
        const bool told_by_key = resource.is_single || !resource.within.empty() ||
                                 (resource.shape && resource.shape->find(resource.key));
        const std::string essence = http::essence_of(operation.media_type);
        const bool json = http::is_json(essence) || essence.find('*') != std::string::npos;
        operation.may_misfit = !json || !same || !bare || !told_by_key;
    }
}

// The schema of an object's member, also where a branch declares it. Branches may lead back.
Located Loader::property_of(const Located& schema, std::string_view name, size_t depth) const {
    constexpr size_t most_depth = 16;
    if (!schema || !schema.value->is(Kind::object) || depth > most_depth) return {};
    const Located properties = member(schema, "properties", Kind::object);
    if (const Located own = member(properties, name, Kind::object)) return own;
    for (const std::string_view combinator : {"allOf", "oneOf", "anyOf"}) {
        const Located parts = member(schema, combinator, Kind::array);
        for (size_t i = 0; parts && i < parts.value->items().size(); ++i) {
            if (const Located found = property_of(item(parts, i), name, depth + 1)) return found;
        }
    }
    return {};
}

// The schema of the resource within an operation's success schema; empty where it shows none.
Located Loader::shown_schema(const Operation& operation) const {
    const Documented* success = operation.success();
    if (!success) return {};
    Located at = success->schema;
    std::vector<std::string> path;
    if (operation.envelope && !operation.envelope->body.path_to_result(path)) return {};
    for (const std::string& name : path) at = property_of(at, name);
    if (at) at = follow(at);
    const Located items = at ? member(at, "items", Kind::object) : Located{};
    if (operation.action == Action::list || items) at = items;
    return at ? follow(at) : at;
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
                resource.schema = &compile(*contract_->schemas, schema);
                resource.schema_at = follow(schema);
            }
        });
        if (!operation.body) continue;
        for (const BodyType& type : operation.body->types) {
            if (!type.shape) continue;
            for (const Property& property : type.shape->properties) {
                const bool secret = property.write_only || property.shape->secret;
                if (secret) resource.hidden.push_back(property.name);
            }
        }
    }
}

}  // namespace standin::contract
