#include "mock/state/carry.h"

#include <algorithm>
#include <optional>

#include "mock/core/contract_error.h"
#include "mock/state/draft.h"
#include "mock/state/placed.h"

namespace standin::state {

using contract::Contract;
using contract::Fixture;
using contract::Resource;
using Kind = Carrier::Kind;

namespace {

const Contract* find_contract(const contract::Contracts& contracts, const std::string& name) {
    const auto found = std::ranges::find(
        contracts, name, [](const auto& each) -> const std::string& { return each->name; });
    return found == contracts.end() ? nullptr : found->get();
}

std::string name_of(const Kind& kind) {
    return kind.contract.name + '/' + kind.resource.name;
}

// The values of a scope in the order in which another kind names them: by the names where these are
// the same, else as they stand in the path; nothing where there are more or fewer.
std::optional<ScopeValues> scope_of(const Resource& from, const Resource& to,
                                    const ScopeValues& values) {
    if (from.scope.size() != to.scope.size()) return std::nullopt;
    if (!std::ranges::is_permutation(from.scope, to.scope)) return values;
    ScopeValues ordered;
    for (const std::string& name : to.scope) {
        ordered.push_back(
            values[static_cast<size_t>(std::ranges::find(from.scope, name) - from.scope.begin())]);
    }
    return ordered;
}

// What keeps an item from being one of a kind; "" where nothing does.
std::string misfit_of(const Kind& kind, const ItemPointer& item) {
    const contract::Source source{"", document_of(item)};
    try {
        contract::check_item(kind.contract, kind.resource, contract::root_of(source));
    } catch (const ContractError& error) {
        const Mistake& first = error.mistakes().front();
        return first.message + (first.pointer.empty() ? "" : " (" + first.pointer + ')');
    }
    return "";
}

void drop(Carried& told, const std::string& kind, const std::string& why, size_t count = 1) {
    if (count > 0) told.dropped["of " + kind + ": " + why] += count;
}

}  // namespace

Carrier::Carrier(const contract::Contracts& from, const contract::Contracts& to,
                 const std::vector<Fixture>& fixtures) {
    for (const auto& contract : to) {
        const Contract* former = find_contract(from, contract->name);
        if (former) contracts_.emplace_back(former, contract.get());
        for (const Resource& kind : contract->resources) {
            purposes_.push_back(name_of({*contract, kind}));
        }
    }
    for (const Fixture& fixture : fixtures) {
        Fixture& begun = begun_.emplace_back(fixture);
        std::erase_if(begun.seeds, [&](const contract::Seed& seed) {
            return is_known(*fixture.contract, seed.resource);
        });
        if (is_known(*fixture.contract)) begun.environment.clear();
    }
}

bool Carrier::is_known(const Contract& contract) const {
    return std::ranges::find(contracts_, &contract, &Pair::second) != contracts_.end();
}

bool Carrier::is_known(const Contract& contract, size_t resource) const {
    const auto pair = std::ranges::find(contracts_, &contract, &Pair::second);
    return pair != contracts_.end() &&
           pair->first->find_resource(contract.resources[resource].name);
}

World Carrier::carry(const World& world, Carried& told) {
    World made = world;
    made.store = {};
    made.environments.clear();
    made.maker.keep_only([this](const std::string& purpose) {
        return std::ranges::any_of(purposes_,
                                   [&](const auto& each) { return purpose.starts_with(each); });
    });
    for (const Fixture& fixture : begun_) seed(made, fixture);
    for (const Pair& pair : contracts_) carry_contract(pair, world, made, told);
    return made;
}

void Carrier::carry_contract(const Pair& pair, const World& world, World& made, Carried& told) {
    const auto& [from, to] = pair;
    const auto environment = world.environments.find(from);
    if (environment != world.environments.end()) made.environments[to] = environment->second;
    const std::vector<Table>* tables = world.store.find(*from);
    if (!tables) return;
    for (const Table& table : *tables) {
        const Kind former{*from, table.resource()};
        const Resource* kind = to->find_resource(former.resource.name);
        if (kind) {
            carry_table(table, {former, {*to, *kind}}, made.store.table(*to, kind->index), told);
        } else {
            drop(told, name_of(former), "there is no such kind any more", table.items().size());
        }
    }
}

void Carrier::carry_table(const Table& table, const Step& step, Table& there, Carried& told) {
    const std::string name = name_of(step.to);
    for (const Placed& each : placed_in(table)) {
        const auto scope = scope_of(step.from.resource, step.to.resource, *each.scope);
        const Made& made = made_of(step, *each.item);
        if (!scope || !made.item) {
            drop(told, name, scope ? made.why_not : "its paths have another scope");
            continue;
        }
        const Collection* collection = there.find(*scope);
        const bool taken = collection && collection->find(made.item->key());
        if (taken || there.conflict(*scope, made.item->value(), made.item->ordinal())) {
            drop(told, name, "another one has the same key, or what must be unique");
            continue;
        }
        there.add(*scope, made.item);
        ++told.kept;
    }
}

const Carrier::Made& Carrier::made_of(const Step& step, const ItemPointer& item) {
    const auto [known, fresh] = made_.try_emplace(item.get());
    Made& made = known->second;
    if (!fresh) return made;
    made.why_not = misfit_of(step.to, item);
    // What did not fit before either, because the API itself made it so, is as good as it was.
    if (!made.why_not.empty() && misfit_of(step.from, item).empty()) return made;
    Draft draft;
    draft.start(item->value());
    ItemPointer again = draft.finish(step.to.contract, step.to.resource, item->ordinal());
    if (again->key().empty()) return made;
    const bool same = again->shown() == item->shown() && again->key() == item->key();
    made.item = same ? item : std::move(again);
    return made;
}

}  // namespace standin::state
