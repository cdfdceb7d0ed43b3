#include "mock/state/dependent.h"

#include <algorithm>
#include <optional>
#include <set>

#include "mock/state/draft.h"

namespace standin::state {

using contract::Contract;
using contract::Parent;
using contract::ReferencedBy;
using contract::Resource;

namespace {

std::optional<size_t> place_in(const std::vector<std::string>& scope, const std::string& name) {
    const auto found = std::find(scope.begin(), scope.end(), name);
    if (found == scope.end()) return std::nullopt;
    return static_cast<size_t>(found - scope.begin());
}

// The places of the scope parameters that two resources have in common: the first's, the second's.
using Common = std::vector<std::pair<size_t, size_t>>;

Common shared_scope(const Resource& one, const Resource& other) {
    Common shared;
    for (size_t i = 0; i < one.scope.size(); ++i) {
        if (const auto at = place_in(other.scope, one.scope[i])) shared.emplace_back(i, *at);
    }
    return shared;
}

bool is_named_in(const Collection& collection, const std::string& member, const std::string& key) {
    bool named = false;
    collection.items().visit(0, [&](const auto& entry) {
        named = key_text(entry.value->value().find(member)) == key;
        return !named;
    });
    return named;
}

// Removes the children of one kind whose parents are gone; tells which ones they were.
std::vector<Place> remove_children(Table& table, const Parent& parent, const Resource& resource,
                                   const std::vector<Place>& gone) {
    const Resource& child = table.resource();
    const auto key_at = place_in(child.scope, parent.parameter);
    if (!key_at) return {};
    const Common shared = shared_scope(resource, child);
    std::set<ScopeValues> parents;
    for (const Place& each : gone) {
        ScopeValues known = {each.key};
        for (const auto& [own, other] : shared) known.push_back(each.scope[own]);
        parents.insert(std::move(known));
    }
    return table.remove_where([&](const ScopeValues& scope) {
        ScopeValues named = {scope[*key_at]};
        for (const auto& [own, other] : shared) named.push_back(scope[other]);
        return parents.contains(named);
    });
}

void remove_all_dependents(Store& store, const Contract& contract, const Resource& resource,
                           const std::vector<Place>& gone) {
    for (const Resource& child : contract.resources) {
        for (const Parent& parent : child.parents) {
            if (parent.index != resource.index) continue;
            const auto removed =
                remove_children(store.table(contract, child.index), parent, resource, gone);
            if (!removed.empty()) remove_all_dependents(store, contract, child, removed);
        }
    }
}

}  // namespace

const ReferencedBy* held_by(Store& store, const Contract& contract, const Resource& resource,
                            const Place& place) {
    for (const ReferencedBy& reference : resource.referenced_by) {
        const Table& table = store.table(contract, reference.index);
        const Common shared = shared_scope(resource, table.resource());
        bool held = false;
        table.collections().visit(0, [&](const auto& entry) {
            const bool near = std::all_of(shared.begin(), shared.end(), [&](const auto& places) {
                return place.scope[places.first] == entry.key[places.second];
            });
            held = near && is_named_in(entry.value, reference.member, place.key);
            return !held;
        });
        if (held) return &reference;
    }
    return nullptr;
}

void remove_dependents(Store& store, const Contract& contract, const Resource& resource,
                       const Place& place) {
    remove_all_dependents(store, contract, resource, {place});
}

}  // namespace standin::state
