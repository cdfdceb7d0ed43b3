#include "mock/state/store.h"

#include "mock/core/json.h"

namespace standin::state {

using contract::Contract;
using contract::Unique;

size_t Collection::position(std::string_view key) const {
    const uint64_t* ordinal = ordinals_.find(probe_of(key));
    return ordinal ? items_.rank(*ordinal) : items_.size();
}

ItemPointer Collection::find(std::string_view key) const {
    const uint64_t* ordinal = ordinals_.find(probe_of(key));
    return ordinal ? *items_.find(*ordinal) : nullptr;
}

void Collection::add(ItemPointer item) {
    const uint64_t ordinal = item->ordinal();
    ordinals_.put(probe_of(item->key()), ordinal);
    items_.put(ordinal, std::move(item));
}

void Collection::replace(ItemPointer item) {
    const uint64_t ordinal = item->ordinal();
    items_.put(ordinal, std::move(item));
}

void Collection::remove(std::string_view key) {
    const TextProbe probe = probe_of(key);
    const uint64_t ordinal = *ordinals_.find(probe);
    ordinals_.erase(probe);
    items_.erase(ordinal);  // last: the key may be the item's own
}

std::string Table::mark_of(size_t unique, const ScopeValues& scope, const Value& value) const {
    const Unique& set = resource_->unique[unique];
    std::string mark;
    if (!set.everywhere) {
        for (const std::string& each : scope) write_json_string(mark, each);
    }
    for (const std::string& name : set.members) {
        const Value* member = value.find(name);
        const bool blank = !member || member->is(Kind::null) ||
                           (member->is(Kind::string) && member->text().empty());
        if (blank) return {};
        mark += ',';  // 1 and 23 are not 12 and 3
        write_json(mark, *member);
    }
    return mark;
}

const Unique* Table::conflict(const ScopeValues& scope, const Value& value,
                              uint64_t ordinal) const {
    for (size_t i = 0; i < taken_.size(); ++i) {
        const uint64_t* holder = taken_[i].find(probe_of(mark_of(i, scope, value)));
        if (holder && *holder != ordinal) return &resource_->unique[i];
    }
    return nullptr;
}

void Table::take(const ScopeValues& scope, const Item& item) {
    for (size_t i = 0; i < taken_.size(); ++i) {
        const std::string mark = mark_of(i, scope, item.value());
        if (!mark.empty()) taken_[i].put(probe_of(mark), item.ordinal());
    }
}

void Table::give_back(const ScopeValues& scope, const Item& item) {
    for (size_t i = 0; i < taken_.size(); ++i) {
        taken_[i].erase(probe_of(mark_of(i, scope, item.value())));
    }
}

void Table::add(const ScopeValues& scope, ItemPointer item) {
    take(scope, *item);
    next_ordinal_ = item->ordinal() + 1;
    items_.put(item->ordinal(), item);
    Collection* collection = collections_.edit(scope);
    if (!collection) {
        collections_.put(scope, {});
        collection = collections_.edit(scope);
    }
    collection->add(std::move(item));
}

void Table::replace(const ScopeValues& scope, ItemPointer item) {
    Collection& collection = *collections_.edit(scope);
    give_back(scope, *collection.find(item->key()));
    take(scope, *item);
    items_.put(item->ordinal(), item);
    collection.replace(std::move(item));
}

void Table::remove(const ScopeValues& scope, std::string_view key) {
    Collection& collection = *collections_.edit(scope);
    const ItemPointer item = collection.find(key);
    give_back(scope, *item);
    items_.erase(item->ordinal());
    collection.remove(key);
    if (collection.items().empty()) collections_.erase(scope);
}

std::vector<Place> Table::remove_where(const std::function<bool(const ScopeValues&)>& fits) {
    std::vector<Place> removed;
    collections_.visit(0, [&](const auto& entry) {
        if (!fits(entry.key)) return true;
        entry.value.items().visit(0, [&](const auto& each) {
            removed.push_back({entry.key, std::string(each.value->key())});
            return true;
        });
        return true;
    });
    for (const auto& [scope, key] : removed) remove(scope, key);
    return removed;
}

Table& Store::table(const Contract& contract, size_t resource) {
    auto& tables = tables_[&contract];
    if (tables.empty()) {
        for (const auto& each : contract.resources) tables.emplace_back(each);
    }
    return tables[resource];
}

const std::vector<Table>* Store::find(const Contract& contract) const {
    const auto found = tables_.find(&contract);
    return found == tables_.end() ? nullptr : &found->second;
}

}  // namespace standin::state
