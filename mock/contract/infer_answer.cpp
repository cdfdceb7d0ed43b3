// Where a resource lies in an answer, what identifies it, how it is shown: told by envelopes, or by
// the schemas of success.
#include <algorithm>

#include "mock/contract/loader.h"
#include "mock/core/pointer.h"

namespace standin::contract {

namespace {

bool is_single(Action action) {
    return action != Action::none && action != Action::list;
}

// Whether an answer or a member of it, which may be its envelope's, declares that member.
bool declares(const Shape& answer, std::string_view name) {
    return answer.find(name) ||
           std::any_of(answer.properties.begin(), answer.properties.end(),
                       [&](const Property& property) { return property.shape->find(name); });
}

// The member that a link takes from an answer to tell an item of a resource; "" where it tells
// none.
std::string key_of_link(const Contract& contract, const Resource& resource, const Located& link) {
    constexpr std::string_view body = "$response.body#/";
    const std::string target = text_member(link, "operationId");
    const auto item = std::ranges::find(contract.operations, target, &Operation::id);
    const Located given = member(link, "parameters", Kind::object);
    if (target.empty() || item == contract.operations.end() || !given) return "";
    if (item->resource != &resource || item->key_parameter.empty()) return "";
    Located value = given.find(item->key_parameter);
    if (!value) value = given.find("path." + item->key_parameter);
    if (!value || !value.value->text_or("").starts_with(body)) return "";
    return tokens_of(value.value->text().substr(body.size() - 1)).back();
}

}  // namespace

// What the links of what makes a resource give to the operations on an item (OpenAPI 3.1, section
// 4.8.20).
void Loader::infer_keys_by_links() {
    for (const Operation& operation : contract_->operations) {
        if (operation.action != Action::create || !operation.resource) continue;
        Resource& resource = contract_->resources[operation.resource->index];
        for (const Documented& response : operation.responses) {
            each_member(response.links, [&](std::string_view name, const Located& link) {
                const std::string key = key_of_link(*contract_, resource, follow(link));
                if (key.empty() || !resource.key.empty()) return;
                resource.key = key;
                resource.why_key = "the link \"" + std::string(name) + "\" of " + operation.method +
                                   " " + operation.path + " names it";
            });
        }
    }
}

namespace {

bool takes_integer_key(const Operation& operation) {
    return std::ranges::any_of(operation.parameters, [&](const Parameter& parameter) {
        const Value* type = parameter.schema_at ? parameter.schema_at.value->find("type") : nullptr;
        return parameter.part == Part::path && parameter.name == operation.key_parameter && type &&
               type->text_or("") == "integer";
    });
}

}  // namespace

// The key is the member that the item's path names, else "id", else the parameter's own name.
void Loader::infer_keys() {
    infer_keys_by_links();
    for (Operation& operation : contract_->operations) {
        if (!operation.resource || operation.key_parameter.empty()) continue;
        Resource& resource = contract_->resources[operation.resource->index];
        resource.has_integer_keys = resource.has_integer_keys || takes_integer_key(operation);
        if (!resource.key.empty()) continue;
        const Documented* success = operation.success();
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

void Loader::infer_envelopes() {
    for (Operation& operation : contract_->operations) {
        if (!operation.resource || operation.envelope) continue;
        const bool single = is_single(operation.action);
        operation.envelope = contract_->find_envelope(single ? "result" : "list");
        const Documented* success = operation.success();
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
    const Documented* success = operation.success();
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
