// Names in x-standin that nothing uses: mostly misspelt ones.
#include <algorithm>
#include <set>

#include "mock/contract/examine.h"
#include "mock/contract/near.h"
#include "mock/core/pointer.h"

namespace standin::contract {

namespace {

// Errors that the mock answers with by itself (contracts/README.md).
constexpr std::string_view known_errors[] = {"invalid",
                                             "unreadable_body",
                                             "body_too_deep",
                                             "unsupported_media_type",
                                             "body_too_large",
                                             "uri_too_long",
                                             "headers_too_large",
                                             "malformed_request",
                                             "unknown_path",
                                             "unknown_method",
                                             "no_such_example",
                                             "not_acceptable",
                                             "not_found",
                                             "credentials_missing",
                                             "credentials_malformed",
                                             "credentials_unknown",
                                             "parent_not_found",
                                             "embedded_not_found",
                                             "credentials_forbidden",
                                             "duplicate",
                                             "too_many_requests",
                                             "in_use",
                                             "internal_error",
                                             "bad_gateway",
                                             "unavailable",
                                             "gateway_timeout"};

constexpr std::string_view known_envelopes[] = {"result", "list", "problems"};

using Names = std::set<std::string, std::less<>>;

void add_rules(const Contract& contract, Names& used) {
    for (const Operation& operation : contract.operations) {
        for (const Rule& rule : operation.rules) {
            if (rule.refuse) used.insert(rule.refuse->name);
        }
    }
}

Names used_errors(const Contract& contract) {
    Names used(std::begin(known_errors), std::end(known_errors));
    add_rules(contract, used);
    for (const Resource& resource : contract.resources) {
        for (const Unique& unique : resource.unique) used.insert(unique.error);
        for (const ReferencedBy& reference : resource.referenced_by) used.insert(reference.error);
    }
    for (const SecurityScheme& scheme : contract.schemes) used.insert(scheme.malformed);
    return used;
}

Names used_envelopes(const Contract& contract) {
    Names used(std::begin(known_envelopes), std::end(known_envelopes));
    const auto add = [&](const Envelope* envelope) {
        if (envelope) used.insert(envelope->name);
    };
    for (const Operation& operation : contract.operations) add(operation.envelope);
    for (const Refusal& error : contract.errors) add(error.envelope);
    for (const Refusal& error : contract.local_errors) add(error.envelope);
    return used;
}

Names used_resources(const Contract& contract) {
    Names used;
    for (const Operation& operation : contract.operations) {
        if (operation.resource) used.insert(operation.resource->name);
    }
    for (const Resource& resource : contract.resources) {
        for (const Parent& parent : resource.parents) used.insert(parent.resource);
        for (const ReferencedBy& other : resource.referenced_by) used.insert(other.resource);
    }
    for (const Shape* shape : contract.shapes->embedding()) used.insert(shape->embeds);
    return used;
}

void tell(const Located& named, const std::string& what, const Names& used, Findings& findings) {
    if (!named || !named.value->is(Kind::object)) return;
    const std::vector<std::string_view> words(used.begin(), used.end());
    for (const Member& member : named.value->members()) {
        if (used.contains(member.name)) continue;
        std::string pointer = named.pointer;
        append_token(pointer, member.name);
        findings.push_back({Finding::Severity::warning,
                            {named.source->file_of(member.mark), member.mark, std::move(pointer),
                             "nothing uses the " + what + " \"" + std::string(member.name) + '"'},
                            did_you_mean(nearest_word(member.name, words))});
    }
}

}  // namespace

Findings idle_names(const Contract& contract) {
    Findings findings;
    const Located extension = root_of(contract.source()).find("x-standin");
    if (!extension) return findings;
    tell(extension.find("errors"), "error", used_errors(contract), findings);
    tell(extension.find("envelopes"), "envelope", used_envelopes(contract), findings);
    tell(extension.find("resources"), "resource", used_resources(contract), findings);
    return findings;
}

}  // namespace standin::contract
