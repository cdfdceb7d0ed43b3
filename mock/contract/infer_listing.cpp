// How a list is cut, ordered and filtered: told by the names of its query parameters.
#include <algorithm>
#include <initializer_list>

#include "mock/contract/loader.h"
#include "mock/contract/plain_name.h"

namespace standin::contract {

namespace {

using Names = std::initializer_list<std::string_view>;

// The first query parameter, in the order of the operation, with one of the names.
std::string parameter_of(const Operation& operation, const Names& names) {
    for (const Parameter& parameter : operation.parameters) {
        const std::string name = plain_name(parameter.name);
        const bool named = std::ranges::find(names, name) != names.end();
        if (parameter.part == Part::query && named) return parameter.name;
    }
    return "";
}

bool is_used(const Listing& listing, const std::string& parameter) {
    return std::ranges::any_of(
        std::initializer_list<const std::string*>{&listing.page, &listing.offset, &listing.cursor,
                                                  &listing.size, &listing.sort, &listing.direction},
        [&](const std::string* each) { return *each == parameter; });
}

bool is_scalar(Kind kind) {
    return kind != Kind::array && kind != Kind::object && kind != Kind::null;
}

// The member of that name, however it is written.
const Property* called(const Shape& shape, std::string_view name) {
    if (const Property* exact = shape.find(name)) return exact;
    const auto alike = [&](const Property& property) {
        return plain_name(property.name) == plain_name(name);
    };
    const auto found = std::ranges::find_if(shape.properties, alike);
    return found == shape.properties.end() ? nullptr : &*found;
}

// "shelf" of "shelves", near enough to find a member by it.
std::string singular(std::string name) {
    if (name.ends_with("ies")) return name.replace(name.size() - 3, 3, "y");
    if (name.ends_with('s')) name.pop_back();
    return name;
}

// The member of what is listed that names a resource of another kind, by that one's key.
const Property* member_naming(const Shape& shape, const Resource& other, std::string_view key) {
    const std::string one = singular(other.name.substr(other.name.rfind('/') + 1));
    const Property* whole = called(shape, one + std::string(key));
    return whole ? whole : called(shape, one);
}

// The member of an answer that a link gives to a query parameter of an operation; "" of any other.
std::string_view member_given(const Located& link, const Operation& target,
                              const Parameter& parameter) {
    constexpr std::string_view body = "$response.body#/";
    if (text_member(link, "operationId") != target.id) return {};
    const Located given = member(link, "parameters", Kind::object);
    Located value = given.find(parameter.name);
    if (!value) value = given.find("query." + parameter.name);
    const std::string_view text = value ? value.value->text_or("") : "";
    return text.starts_with(body) ? text.substr(body.size()) : "";
}

// The member that a link asks for by a query parameter: where one resource's answer gives its own
// member to the list of another (OpenAPI 3.1, section 4.8.20).
const Property* linked_member(const Contract& contract, const Operation& list,
                              const Parameter& parameter) {
    for (const Operation& operation : contract.operations) {
        if (!operation.resource || operation.resource == list.resource) continue;
        for (const Documented& response : operation.responses) {
            const Located& links = response.links;
            if (!links || !links.value->is(Kind::object)) continue;
            for (const Member& each : links.value->members()) {
                const auto key = member_given(follow(links.find(each.name)), list, parameter);
                if (key.empty()) continue;
                return member_naming(*list.resource->shape, *operation.resource, key);
            }
        }
    }
    return nullptr;
}

void infer_search(const Contract& contract, Operation& operation, const Parameter& parameter) {
    if (parameter.part != Part::query || !is_scalar(parameter.kind)) return;
    const Shape& shape = *operation.resource->shape;
    const Property* member = called(shape, parameter.name);
    if (!member) member = linked_member(contract, operation, parameter);
    if (!member || member->shape->holds_others()) return;
    if (is_used(operation.listing, parameter.name)) return;
    operation.listing.search.push_back({parameter.name, std::string(member->name), false});
}

}  // namespace

// Where several ways to cut a list are there, by page goes before by offset, and that before by
// cursor.
void Loader::infer_listing(Operation& operation) const {
    if (operation.action != Action::list) return;
    Listing& listing = operation.listing;
    listing.page = parameter_of(operation, {"page", "pagenumber", "page[number]"});
    listing.size =
        parameter_of(operation, {"perpage", "limit", "pagesize", "page[size]", "maxresults"});
    if (listing.page.empty()) {
        listing.offset = parameter_of(operation, {"offset", "skip", "start", "page[offset]"});
    }
    if (listing.page.empty() && listing.offset.empty()) {
        listing.cursor =
            parameter_of(operation, {"cursor", "pagetoken", "startingafter", "nexttoken", "after",
                                     "next", "page[after]", "page[cursor]"});
    }
    listing.sort = parameter_of(operation, {"sort", "sortby", "orderby", "ordering"});
    listing.direction = parameter_of(
        operation, {"order", "direction", "sortorder", "sortdirection", "sortdir", "dir"});
    if (listing.sort.empty()) std::swap(listing.sort, listing.direction);
}

// Query parameters that are called like members of what is listed, or that links give the key of
// another resource which such a member names, ask for those that equal them.
void Loader::infer_searches() {
    for (Operation& operation : contract_->operations) {
        if (operation.action != Action::list || !operation.resource->shape) continue;
        if (places_.at(&operation).find("x-standin").find("list")) continue;
        for (const Parameter& parameter : operation.parameters) {
            attempt([&] { infer_search(*contract_, operation, parameter); });
        }
    }
}

}  // namespace standin::contract
