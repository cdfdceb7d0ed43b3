#include "mock/state/store.h"

#include <algorithm>
#include <cassert>

#include "mock/core/json.h"

namespace standin::state {

using contract::Contract;
using contract::Unique;

std::vector<ItemPointer>::const_iterator Collection::at_ordinal(uint64_t ordinal) const {
    return std::lower_bound(
        items_.begin(), items_.end(), ordinal,
        [](const ItemPointer& item, uint64_t wanted) { return item->ordinal < wanted; });
}

size_t Collection::position(const std::string& key) const {
    const auto found = ordinals_.find(key);
    if (found == ordinals_.end()) return items_.size();
    return static_cast<size_t>(at_ordinal(found->second) - items_.begin());
}

ItemPointer Collection::find(const std::string& key) const {
    const size_t at = position(key);
    return at < items_.size() ? items_[at] : nullptr;
}

void Collection::add(ItemPointer item) {
    assert(items_.empty() || items_.back()->ordinal < item->ordinal);
    ordinals_[item->key] = item->ordinal;
    items_.push_back(std::move(item));
}

void Collection::replace(ItemPointer item) {
    const auto at = at_ordinal(item->ordinal);
    items_[static_cast<size_t>(at - items_.begin())] = std::move(item);
}

void Collection::remove(const std::string& key) {
    const auto found = ordinals_.find(key);
    items_.erase(at_ordinal(found->second));
    ordinals_.erase(found);
}

const Collection* Table::find(const ScopeValues& scope) const {
    const auto found = collections_.find(scope);
    return found == collections_.end() ? nullptr : &found->second;
}

std::string Table::mark_of(size_t unique, const ScopeValues& scope, const Value& value) const {
    const Unique& set = resource_.unique[unique];
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
        const auto found = taken_[i].find(mark_of(i, scope, value));
        if (found != taken_[i].end() && found->second != ordinal) return &resource_.unique[i];
    }
    return nullptr;
}

void Table::take(const ScopeValues& scope, const Item& item) {
    for (size_t i = 0; i < taken_.size(); ++i) {
        const std::string mark = mark_of(i, scope, item.value());
        if (!mark.empty()) taken_[i][mark] = item.ordinal;
    }
}

void Table::give_back(const ScopeValues& scope, const Item& item) {
    for (size_t i = 0; i < taken_.size(); ++i) taken_[i].erase(mark_of(i, scope, item.value()));
}

void Table::add(const ScopeValues& scope, ItemPointer item) {
    take(scope, *item);
    next_ordinal_ = item->ordinal + 1;
    collections_[scope].add(std::move(item));
}

void Table::replace(const ScopeValues& scope, ItemPointer item) {
    Collection& collection = collections_[scope];
    give_back(scope, *collection.find(item->key));
    take(scope, *item);
    collection.replace(std::move(item));
}

void Table::remove(const ScopeValues& scope, const std::string& key) {
    Collection& collection = collections_[scope];
    give_back(scope, *collection.find(key));
    collection.remove(key);
}

std::vector<Place> Table::remove_where(const std::function<bool(const ScopeValues&)>& fits) {
    std::vector<Place> removed;
    for (auto entry = collections_.begin(); entry != collections_.end();) {
        const auto& [scope, collection] = *entry;
        if (!fits(scope)) {
            ++entry;
            continue;
        }
        for (const ItemPointer& item : collection.items()) {
            give_back(scope, *item);
            removed.push_back({scope, item->key});
        }
        entry = collections_.erase(entry);
    }
    return removed;
}

Table& Store::table(const Contract& contract, size_t resource) {
    auto& tables = tables_[&contract];
    if (tables.empty()) {
        for (const auto& each : contract.resources) tables.emplace_back(each);
    }
    return tables[resource];
}

}  // namespace standin::state
