// Which operations act on which resources: told by the document, or by its paths.
#include <algorithm>

#include "mock/contract/loader.h"

namespace standin::contract {

namespace {

std::vector<std::string> segments_of(std::string_view path) {
    std::vector<std::string> segments;
    while (!path.empty()) {
        path.remove_prefix(1);
        const size_t end = std::min(path.find('/'), path.size());
        segments.emplace_back(path.substr(0, end));
        path.remove_prefix(end);
    }
    return segments;
}

// "id" of "{id}"; "" of anything else.
std::string parameter_of(const std::string& segment) {
    const bool whole = segment.size() > 2 && segment.front() == '{' && segment.back() == '}';
    return whole ? segment.substr(1, segment.size() - 2) : std::string();
}

// A path taken apart: the collection that it is in or is, and the item's parameter.
struct Place {
    std::string collection;
    std::string name;           // last literal of the collection
    std::string key_parameter;  // "" = the path is the collection itself
    std::vector<std::string> scope;
};

Place place_of(const std::string& path) {
    Place place;
    std::vector<std::string> segments = segments_of(path);
    if (!segments.empty()) place.key_parameter = parameter_of(segments.back());
    if (!place.key_parameter.empty()) segments.pop_back();
    for (const std::string& segment : segments) {
        place.collection += '/' + segment;
        const std::string parameter = parameter_of(segment);
        if (parameter.empty()) {
            place.name = segment;
        } else {
            place.scope.push_back(parameter);
        }
    }
    if (!segments.empty() && !parameter_of(segments.back()).empty()) place.name.clear();
    return place;
}

Action action_of(const std::string& method, bool item) {
    if (method == "GET" || method == "HEAD") return item ? Action::read : Action::list;
    if (method == "POST") return item ? Action::none : Action::create;
    if (!item) return Action::none;
    if (method == "PUT") return Action::replace;
    if (method == "PATCH") return Action::update;
    return method == "DELETE" ? Action::remove : Action::none;
}

// A path without items that is shown, and changed as a whole: settings, a profile.
bool is_single(const Contract& contract, const Ways& ways) {
    const Documented* answer = ways.shown ? ways.shown->success() : nullptr;
    if (ways.items || !ways.kept || !answer || !answer->schema) return false;
    const Shape& shape = contract.shapes->of(answer->schema);
    return !shape.items && (!shape.properties.empty() || shape.additional);
}

bool can_be_made(const Ways& ways) {
    return (ways.posted || ways.put) && ways.items;
}

// POST of an item that is answered with what GET of it shows.
bool updates_by_post(const Contract& contract, const Ways& ways, const Operation& operation) {
    const Place place = place_of(operation.path);
    if (operation.method != "POST" || place.key_parameter.empty()) return false;
    if (ways.changed) return false;
    const Documented* answer = operation.success();
    return answer && std::ranges::any_of(contract.operations, [&](const Operation& other) {
               const Documented* shown = other.method == "GET" ? other.success() : nullptr;
               return shown && place_of(other.path).collection == place.collection &&
                      !place_of(other.path).key_parameter.empty() &&
                      shown->schema.value == answer->schema.value;
           });
}

std::map<std::string, Ways> ways_of(const Contract& contract) {
    std::map<std::string, Ways> all;
    for (const Operation& operation : contract.operations) {
        const Place place = place_of(operation.path);
        Ways& ways = all[place.collection];
        const bool item = !place.key_parameter.empty();
        ways.items = ways.items || item;
        ways.posted = ways.posted || (!item && operation.method == "POST");
        ways.put = ways.put || (item && operation.method == "PUT");
        const bool keeps = operation.method == "PUT" || operation.method == "PATCH";
        ways.kept = ways.kept || (!item && keeps);
        if (!item && operation.method == "GET") ways.shown = &operation;
        ways.changed =
            ways.changed || (item && (operation.method == "PUT" || operation.method == "PATCH"));
    }
    return all;
}

}  // namespace

std::string_view name_of(Action action) {
    static constexpr std::string_view names[] = {"none",    "create", "list",  "read",
                                                 "replace", "update", "delete"};
    return names[static_cast<size_t>(action)];
}

void Loader::infer_actions() {
    ways_ = ways_of(*contract_);
    for (Operation& operation : contract_->operations) {
        attempt([&] {
            infer_action(operation);
            operation.why = reason_of(operation);
        });
    }
}

// What tells the action of an operation, or why it has none.
std::string Loader::reason_of(const Operation& operation) const {
    const Place place = place_of(operation.path);
    const Located extra = places_.at(&operation).find("x-standin");
    if (operation.resource && extra.find("resource")) return "x-standin names the resource";
    const bool item = !place.key_parameter.empty();
    if (operation.resource) {
        if (operation.method == "POST" && item) {
            return "POST of an item of " + place.collection +
                   " answers with it, and neither PUT nor PATCH changes it";
        }
        if (operation.resource->is_single) {
            return operation.method + " of " + place.collection +
                   ", which there is once: it is shown, and changed as a whole";
        }
        if (operation.missing == Missing::create) {
            return "PUT of an item makes it, as nothing is posted to " + place.collection;
        }
        return operation.method + (item ? " of an item of " : " of the collection ") +
               place.collection;
    }
    if (place.name.empty()) return "the path names no collection";
    if (action_of(operation.method, item) == Action::none) {
        return operation.method + (item ? " of an item" : " of a collection") +
               " can mean anything";
    }
    const Ways ways = ways_.at(place.collection);
    if (!ways.items) return "no path has items of " + place.collection;
    return "nothing makes items of " + place.collection + ": neither POST there nor PUT of one";
}

void Loader::infer_action(Operation& operation) {
    const Place place = place_of(operation.path);
    operation.action = action_of(operation.method, !place.key_parameter.empty());
    const bool single =
        place.key_parameter.empty() && is_single(*contract_, ways_.at(place.collection));
    if (single) operation.action = action_of(operation.method, true);
    if (updates_by_post(*contract_, ways_.at(place.collection), operation))
        operation.action = Action::update;
    operation.key_parameter = place.key_parameter;
    const Located extra = places_.at(&operation).find("x-standin");
    const std::string named = text_member(extra, "resource");
    if (const std::string action = text_member(extra, "action"); !action.empty()) {
        for (Action each : {Action::create, Action::list, Action::read, Action::replace,
                            Action::update, Action::remove}) {
            if (name_of(each) == action) operation.action = each;
        }
    }
    Resource* resource = nullptr;
    if (!named.empty()) {
        const Resource* known = contract_->find_resource(named);
        if (!known) {
            const Located at = extra.find("resource");
            at.refuse("no resource \"" + named + "\"");
        }
        resource = &contract_->resources[known->index];
        const bool acts = resource->is_single && !extra.find("action");
        if (acts) operation.action = action_of(operation.method, true);
    } else if (!place.name.empty() && operation.action != Action::none) {
        resource = resource_of_collection(place.collection, place.name);
    }
    if (!resource) {
        operation.action = Action::none;
        return;
    }
    operation.resource = resource;
    // Where nothing is posted, what is put is made.
    const bool makes =
        operation.action == Action::replace && named.empty() && !ways_.at(place.collection).posted;
    if (resource->is_single) operation.key_parameter.clear();
    if (makes) operation.missing = Missing::create;
    if (resource->scope.empty()) adopt_scope(*resource, operation);
}

// Without a word about it, a resource's scope is what its collection's path names.
void Loader::adopt_scope(Resource& resource, const Operation& operation) {
    const Located all = places_.at(&operation).find("x-standin").find("list").find("all_scopes");
    const Located told = extension().find("resources").find(resource.name).find("scope");
    if (!all && !told) resource.scope = place_of(operation.path).scope;
}

// A resource that nothing can make stays without state: its operations answer from examples.
Resource* Loader::resource_of_collection(const std::string& collection, const std::string& name) {
    if (const auto known = by_collection_.find(collection); known != by_collection_.end()) {
        return known->second;
    }
    Resource* resource = nullptr;
    const Resource* same_name = contract_->find_resource(name);
    if (same_name && extension().find("resources").find(name)) {
        resource = &contract_->resources[same_name->index];
    } else if (can_be_made(ways_.at(collection)) || is_single(*contract_, ways_.at(collection))) {
        resource = &contract_->resources.emplace_back();
        resource->is_single = is_single(*contract_, ways_.at(collection));
        // Two collections are two resources, even where their paths end in the same word.
        resource->name = same_name ? collection.substr(1) : name;
        resource->index = contract_->resources.size() - 1;
        resource->mark = root().find("paths").value->mark();
    }
    by_collection_[collection] = resource;
    return resource;
}

}  // namespace standin::contract
