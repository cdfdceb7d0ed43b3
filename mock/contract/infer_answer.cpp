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

// Whether an answer or a member of it, which may be its envelope's, declares that member.
bool declares(const Shape& answer, std::string_view name) {
    return answer.find(name) ||
           std::any_of(answer.properties.begin(), answer.properties.end(),
                       [&](const Property& property) { return property.shape->find(name); });
}

}  // namespace

// The key is the member that the item's path names, else "id", else the parameter's own name.
void Loader::infer_keys() {
    for (Operation& operation : contract_->operations) {
        if (!operation.resource || operation.key_parameter.empty()) continue;
        Resource& resource = contract_->resources[operation.resource->index];
        if (!resource.key.empty()) continue;
        const Documented* success = success_of(operation);
        if (!success) continue;
        const Shape& shape = contract_->shapes->of(success->schema);
        const bool named = declares(shape, operation.key_parameter);
        const bool id = !named && declares(shape, "id");
        resource.key = id ? "id" : operation.key_parameter;
        resource.why_key = id      ? "{" + operation.key_parameter + "} is no member, but \"id\" is"
                           : named ? operation.path + " names it"
                                   : operation.path + " names it, though no answer declares it";
    }
    for (Resource& resource : contract_->resources) {
        if (!resource.key.empty()) continue;
        resource.key = "id";
        resource.why_key = "nothing names another";
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

// The schema of an object's member, also where a part of allOf declares it.
Located Loader::property_of(const Located& schema, std::string_view name) const {
    const Located properties = member(schema, "properties", Kind::object);
    if (const Located own = member(properties, name, Kind::object)) return own;
    const Located parts = member(schema, "allOf", Kind::array);
    for (size_t i = 0; parts && i < parts.value->items().size(); ++i) {
        if (const Located found = property_of(item(parts, i), name)) return found;
    }
    return {};
}

// The schema of the resource within an operation's success schema; empty where it shows none.
Located Loader::shown_schema(const Operation& operation) const {
    const Documented* success = success_of(operation);
    if (!success) return {};
    Located at = success->schema;
    std::vector<std::string> path;
    if (operation.envelope && !operation.envelope->body.path_to_result(path)) return {};
    for (const std::string& name : path) at = property_of(at, name);
    if (operation.action == Action::list) at = member(at, "items", Kind::object);
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
                resource.schema = &compile(*contract_->schemas, schema);
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
