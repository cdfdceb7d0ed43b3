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

// Query parameters that are called like members of what is listed ask for those that equal them.
void Loader::infer_searches() {
    for (Operation& operation : contract_->operations) {
        if (operation.action != Action::list || !operation.resource->shape) continue;
        if (places_.at(&operation).find("x-standin").find("list")) continue;
        for (const Parameter& parameter : operation.parameters) {
            if (parameter.part != Part::query || !is_scalar(parameter.kind)) continue;
            const Property* member = operation.resource->shape->find(parameter.name);
            if (!member || member->shape->holds_others()) continue;
            if (is_used(operation.listing, parameter.name)) continue;
            operation.listing.search.push_back({parameter.name, parameter.name, false});
        }
    }
}

}  // namespace standin::contract
