#include "mock/contract/explain.h"

#include <algorithm>
#include <set>

namespace standin::contract {

namespace {

std::string quoted(std::string_view text) {
    return '"' + std::string(text) + '"';
}

std::string padded(std::string text, size_t width) {
    text.resize(std::max(width, text.size()), ' ');
    return text;
}

// `{"result": HERE}` of where an answer holds what was asked for.
std::string place_of_result(const Operation& operation) {
    std::vector<std::string> path;
    if (!operation.envelope) return "";
    if (!operation.envelope->body.path_to_result(path)) return ", in an envelope";
    if (path.empty()) return "";
    std::string place = ", in ";
    for (const std::string& name : path) place += "/" + name;
    return place;
}

std::string paging_of(const Listing& listing) {
    std::string text;
    const auto add = [&](std::string_view word, const std::string& parameter) {
        if (parameter.empty()) return;
        const bool first = text.rfind(word) == text.npos;
        text += (first ? ", " + std::string(word) + " by ?" : " and ?") + parameter;
    };
    for (const std::string* parameter :
         {&listing.page, &listing.offset, &listing.cursor, &listing.size}) {
        add("paged", *parameter);
    }
    add("sorted", listing.sort);
    add("sorted", listing.direction);
    for (const Search& search : listing.search) add("filtered", search.parameter);
    return text;
}

std::string line_of(const Operation& operation, size_t width) {
    std::string what(operation.resource ? name_of(operation.action) : "example");
    std::string line = "  " + padded(operation.method + " " + operation.path, width) + "  " +
                       padded(std::move(what), 7) + "  " + std::to_string(operation.status);
    if (!operation.media_type.empty()) line += " " + operation.media_type;
    if (operation.resource) line += place_of_result(operation);
    if (operation.action == Action::list) line += paging_of(operation.listing);
    return line + "; " + operation.why + '\n';
}

std::string head_of(const Resource& resource) {
    std::string line = resource.name + (resource.is_single ? ": there is one" : ": known by ");
    if (!resource.is_single) line += quoted(resource.key_path());
    if (!resource.why_key.empty()) line += " (" + resource.why_key + ")";
    for (size_t i = 0; i < resource.scope.size(); ++i) {
        line += (i == 0 ? ", within {" : ", {") + resource.scope[i] + "}";
    }
    std::set<std::string_view> hidden;
    for (const std::string_view member : resource.hidden) {
        if (!hidden.insert(member).second) continue;
        line += (hidden.size() == 1 ? ", never shown: " : ", ") + quoted(member);
    }
    return line + '\n';
}

}  // namespace

std::string explanation_of(const Contract& contract) {
    size_t width = 0;
    for (const Operation& operation : contract.operations) {
        width = std::max(width, operation.method.size() + 1 + operation.path.size());
    }
    width = std::min<size_t>(width, 60);
    std::string text = contract.source().file + ": " + contract.title + '\n';
    for (const Resource& resource : contract.resources) {
        text += '\n' + head_of(resource);
        for (const Operation& operation : contract.operations) {
            if (operation.resource == &resource) text += line_of(operation, width);
        }
    }
    std::string without;
    for (const Operation& operation : contract.operations) {
        if (!operation.resource) without += line_of(operation, width);
    }
    if (!without.empty()) text += "\nwithout state:\n" + without;
    return text + problems_of(contract);
}

}  // namespace standin::contract
