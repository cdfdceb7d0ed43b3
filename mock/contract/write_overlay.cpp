// The overlay that says what was inferred. Every word is JSON, which YAML takes as it is.
#include "mock/contract/explain.h"
#include "mock/core/json.h"
#include "mock/core/pointer.h"

namespace standin::contract {

namespace {

std::string json(std::string_view text) {
    std::string out;
    write_json_string(out, text, {});
    return out;
}

std::string json(const std::vector<std::string>& texts) {
    std::string out;
    for (const std::string& text : texts) out += (out.empty() ? "" : ", ") + json(text);
    return '[' + out + ']';
}

// A normalized path of RFC 9535, section 2.7, to a pointer's place.
std::string target_of(const std::string& pointer) {
    std::string path = "$";
    for (const std::string& token : tokens_of(pointer)) {
        path += "['";
        for (const char c : token) {
            if (c == '\'' || c == '\\') path += '\\';
            path += c;
        }
        path += "']";
    }
    return path;
}

// Whether an operation stands in the contract's first file, and not behind a reference.
bool stands_here(const Contract& contract, const Operation& operation) {
    const Value* value = resolve(contract.source().root(), operation.pointer);
    return value && value->mark() == operation.mark;
}

std::string resource_line(const Resource& resource) {
    std::string line = "          " + json(resource.name) + ": {";
    line += resource.is_single ? "single: true" : "key: " + json(resource.key_path());
    if (!resource.scope.empty()) line += ", scope: " + json(resource.scope);
    return line + "}\n";
}

std::string extension_of(const Operation& operation) {
    std::string text = "{resource: " + json(operation.resource->name) +
                       ", action: " + json(name_of(operation.action));
    if (operation.missing == Missing::create) text += ", missing: create";
    const Listing& listing = operation.listing;
    std::string paging;
    const auto add = [&](std::string_view name, const std::string& parameter) {
        if (parameter.empty()) return;
        paging += (paging.empty() ? "" : ", ") + std::string(name) + ": " + json(parameter);
    };
    add("page", listing.page);
    add("offset", listing.offset);
    add("cursor", listing.cursor);
    add("size", listing.size);
    add("sort", listing.sort);
    add("direction", listing.direction);
    std::string searches;
    for (const Search& search : listing.search) {
        searches += (searches.empty() ? "" : ", ") + ("{parameter: " + json(search.parameter)) +
                    ", member: " + json(search.member) + ", match: equals}";
    }
    if (!searches.empty())
        paging += (paging.empty() ? "search: [" : ", search: [") + searches + "]";
    if (operation.action == Action::list && !paging.empty()) text += ", list: {" + paging + "}";
    return text + "}";
}

}  // namespace

std::string overlay_of(const Contract& contract, const std::string& extends) {
    std::string text =
        "# What the mock infers of this document; edit what is not meant.\n"
        "overlay: 1.0.0\ninfo: {title: " +
        json("State of " + contract.title) + ", version: \"1\"}\nextends: " + json(extends) +
        "\nactions:\n";
    std::string resources;
    for (const Resource& resource : contract.resources) resources += resource_line(resource);
    if (!resources.empty()) {
        text += "  - target: $\n    update:\n      x-standin:\n        resources:\n" + resources;
    }
    size_t actions = resources.empty() ? 0 : 1;
    for (const Operation& operation : contract.operations) {
        if (!operation.resource || !stands_here(contract, operation)) continue;
        ++actions;
        text += "  - target: " + json(target_of(operation.pointer)) +
                "\n    update: {x-standin: " + extension_of(operation) + "}\n";
    }
    if (actions == 0)
        text += "  - target: $\n    description: nothing was inferred\n    update: {}\n";
    return text;
}

}  // namespace standin::contract
