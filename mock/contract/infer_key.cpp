// What identifies a resource: told by links, or by the schemas of success.
#include <algorithm>

#include "mock/contract/loader.h"
#include "mock/contract/plain_name.h"
#include "mock/core/pointer.h"

namespace standin::contract {

namespace {

// Whether an object declares a member that may be a key.
bool declares_plainly(const Shape& shape, std::string_view name) {
    const Property* property = shape.find(name);
    return property && !property->shape->holds_others();
}

// The same of an answer or of a member of it, which may be its envelope's.
bool declares(const Shape& answer, std::string_view name) {
    const Shape& one = answer.items ? *answer.items : answer;
    return declares_plainly(one, name) ||
           std::ranges::any_of(one.properties, [&](const Property& property) {
               const Shape& inner = *property.shape;
               return declares_plainly(inner.items ? *inner.items : inner, name);
           });
}

bool holds_number(const Shape& shape, std::string_view name) {
    const Property* property = shape.find(name);
    return property && property->shape->kinds.has_number();
}

// "name" of "petName" and of "pet_name"; in small letters.
std::string last_word(std::string_view parameter) {
    size_t begin = parameter.size();
    while (begin > 0) {
        const char before = parameter[begin - 1];
        if (before == '_' || before == '-') break;
        --begin;
        if (before >= 'A' && before <= 'Z') break;
    }
    return plain_name(parameter.substr(begin));
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

// The schema of the path parameter that takes the key; empty where there is none.
Located schema_of_key(const Operation& operation) {
    const auto takes = [&](const Parameter& parameter) {
        return parameter.part == Part::path && parameter.name == operation.key_parameter;
    };
    const auto found = std::ranges::find_if(operation.parameters, takes);
    const bool told = found != operation.parameters.end() && found->schema_at;
    return told ? follow(found->schema_at) : Located{};
}

bool is_of_type(const Located& schema, std::string_view type) {
    const Value* told = schema ? schema.value->find("type") : nullptr;
    return told && told->text_or("") == type;
}

bool is_number(const Located& schema) {
    return is_of_type(schema, "integer") || is_of_type(schema, "number");
}

// Whether it asks for more than a text.
bool is_narrow(const Located& schema) {
    if (!schema || !schema.value->is(Kind::object)) return false;
    return std::ranges::any_of(schema.value->members(), [](const Member& member) {
        return member.name == "format" || member.name == "pattern" || member.name == "enum" ||
               member.name == "maxLength" || member.name == "minLength" || member.name == "const";
    });
}

// Whether what makes a resource takes just what is shown: then nothing is wrapped around it.
bool makes_as_shown(const Contract& contract, const Resource& resource, const Shape& shown) {
    return std::ranges::any_of(contract.operations, [&](const Operation& each) {
        const bool makes = each.action == Action::create || each.action == Action::replace;
        if (each.resource != &resource || !makes || !each.body) return false;
        return std::ranges::any_of(each.body->types,
                                   [&](const BodyType& type) { return type.shape == &shown; });
    });
}

// The operation by which the client makes an item under a key of its own; null where there is none.
const Operation* named_by_client(const Contract& contract, const Resource& resource) {
    const auto makes = [&](const Operation& each) {
        return each.resource == &resource && each.missing == Missing::create;
    };
    const auto maker = std::ranges::find_if(contract.operations, makes);
    return maker == contract.operations.end() ? nullptr : &*maker;
}

// Where the client names what it makes, operations that name items by another member.
bool names_otherwise(const Contract& contract, const Operation& operation) {
    const Operation* maker = named_by_client(contract, *operation.resource);
    if (!maker || maker->key_parameter == operation.key_parameter || !maker->success()) {
        return false;
    }
    const Shape& shown = contract.shapes->of(maker->success()->schema);
    return declares(shown, maker->key_parameter) && declares(shown, operation.key_parameter);
}

bool key_declared_by(const Contract& contract, Resource& resource, const Operation& shows,
                     const Operation& item) {
    const Shape& shape = contract.shapes->of(shows.success()->schema);
    const std::string& parameter = item.key_parameter;
    const std::string word = last_word(parameter);
    if (!declares(shape, parameter) && word != "id" && declares(shape, word)) {
        resource.key = word;
        resource.why_key = "{" + parameter + "} is no member, but \"" + word + "\" is";
        return true;
    }
    const auto holds = [&](const Property& property) {
        return declares_plainly(*property.shape, parameter);
    };
    const auto holder = std::ranges::find_if(shape.properties, holds);
    const bool plain = declares_plainly(shape, parameter) || declares_plainly(shape, "id");
    if (!plain && holder != shape.properties.end() && makes_as_shown(contract, resource, shape)) {
        resource.within = {std::string(holder->name)};
    }
    const bool named = declares(shape, parameter);
    // A text that a client chose is no number.
    const bool text = named_by_client(contract, resource) && !is_number(schema_of_key(item));
    if (!named && (!declares(shape, "id") || (text && holds_number(shape, "id")))) {
        return false;
    }
    resource.key = named ? parameter : "id";
    resource.why_key =
        named ? item.path + " names it" : "{" + parameter + "} is no member, but \"id\" is";
    return true;
}

// Asks what shows an item, then what makes it, then whatever else shows one.
void infer_key(const Contract& contract, Resource& resource, const Operation& item) {
    std::vector<const Operation*> shows;
    for (const Action action :
         {Action::read, Action::create, Action::list, Action::replace, Action::update}) {
        for (const Operation& each : contract.operations) {
            if (each.resource == &resource && each.action == action) shows.push_back(&each);
        }
    }
    for (const Operation* each : shows) {
        if (each->success() && key_declared_by(contract, resource, *each, item)) return;
    }
    if (!item.success()) return;
    resource.key = item.key_parameter;
    resource.why_key = item.path + " names it, though no answer declares it";
}

}  // namespace

// The key is the member that the item's path names, be it by its last word ("name" of "petName"),
// else "id", else the parameter's own name. What shows an item knows it best.
void Loader::infer_keys() {
    infer_keys_by_links();
    std::map<const Resource*, const Operation*> items;
    for (const Operation& operation : contract_->operations) {
        if (!operation.resource || operation.key_parameter.empty()) continue;
        const auto [known, fresh] = items.try_emplace(operation.resource, &operation);
        // What the client names when it makes it is known by that.
        const bool makes = operation.missing == Missing::create;
        if (!fresh && makes) known->second = &operation;
        Resource& resource = contract_->resources[operation.resource->index];
        resource.has_integer_keys |= is_number(schema_of_key(operation));
    }
    for (Resource& resource : contract_->resources) {
        if (!resource.key.empty() || resource.is_single) continue;
        const auto item = items.find(&resource);
        if (item != items.end()) infer_key(*contract_, resource, *item->second);
        if (!resource.key.empty()) continue;
        resource.key = "id";
        resource.why_key = "nothing names another";
    }
}

// What keys must be beyond what they are made as anyway.
void Loader::infer_key_schemas() {
    for (const Operation& operation : contract_->operations) {
        if (!operation.resource || operation.key_parameter.empty()) continue;
        Resource& resource = contract_->resources[operation.resource->index];
        const Located schema = schema_of_key(operation);
        const bool fresh = resource.key_schemas.empty() && !resource.has_integer_keys;
        if (fresh && is_narrow(schema)) resource.key_schemas.push_back(schema);
    }
    for (const Operation& operation : contract_->operations) {
        if (!operation.resource || !operation.resource->within.empty()) continue;
        Resource& resource = contract_->resources[operation.resource->index];
        const bool number = is_number(property_of(shown_schema(operation), resource.key));
        resource.has_integer_keys |= number && operation.action != Action::remove;
    }
    for (Resource& resource : contract_->resources) {
        Located schema = resource.schema_at;
        for (const std::string& name : resource.within) schema = property_of(schema, name);
        if (schema) schema = property_of(schema, resource.key);
        if (schema && is_number(schema)) resource.has_integer_keys = true;
        const bool text = resource.has_integer_keys && is_of_type(schema, "string");
        if (is_narrow(schema) || text) resource.key_schemas.push_back(schema);
    }
}

namespace {

// Whether an answer may show a key; of a body that nobody documents anything may be hoped.
bool shows_objects(const Operation& operation) {
    const Documented* success = operation.documented(operation.status);
    if (!success || !success->schema) return true;
    const Kinds kinds = kinds_of(success->schema);
    return kinds.any() || kinds.has(Kind::object) || kinds.has(Kind::array);
}

}  // namespace

// Items whose keys nobody can learn would never be found: their operations answer from examples.
void Loader::forget_what_nobody_finds() {
    const auto tells = [](const Operation& operation, const Resource& resource) {
        if (operation.resource != &resource) return false;
        const bool shows = operation.action == Action::list || operation.action == Action::create;
        if (shows && shows_objects(operation)) return true;
        if (operation.missing == Missing::create) return true;  // the client names them
        if (operation.action != Action::create || !operation.body) return false;
        return std::ranges::any_of(operation.body->types, [&](const BodyType& type) {
            return type.shape && type.shape->find(resource.key);
        });
    };
    for (Operation& operation : contract_->operations) {
        if (!operation.resource || operation.key_parameter.empty()) continue;
        const Resource& resource = *operation.resource;
        if (extension().find("resources").find(resource.name)) continue;
        const auto found = [&](const Operation& each) { return tells(each, resource); };
        const bool other = names_otherwise(*contract_, operation);
        if (!other && std::ranges::any_of(contract_->operations, found)) continue;
        operation.action = Action::none;
        operation.resource = nullptr;
        operation.envelope = nullptr;
        operation.shape = nullptr;
        operation.why = other ? "what is made is named by another member"
                              : "no answer tells the key of what is made";
    }
}

}  // namespace standin::contract
