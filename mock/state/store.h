// Everything that one session has stored.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

#include "mock/contract/contract.h"

namespace standin::state {

// One resource, as stored and as shown. Immutable: a change makes another one.
struct Item {
    uint64_t ordinal = 0;  // order of creation within its table, kept by changes
    std::string key;
    std::shared_ptr<const Document> document;
    std::string shown;  // JSON text, as its resource's shape shows it

    const Value& value() const { return document->root(); }
};

using ItemPointer = std::shared_ptr<const Item>;
using ScopeValues = std::vector<std::string>;

// Where a resource lives within its table.
struct Place {
    ScopeValues scope;
    std::string key;
};

// The resources of one kind in one scope, in the order of creation. Finding, adding and replacing
// take constant time (replacing: logarithmic); removing moves what comes after.
class Collection {
  public:
    const std::vector<ItemPointer>& items() const { return items_; }
    ItemPointer find(const std::string& key) const;
    // Where a key's item stands in items(); items().size() where there is none.
    size_t position(const std::string& key) const;

    void add(ItemPointer item);
    void replace(ItemPointer item);  // the one with the same ordinal
    void remove(const std::string& key);

  private:
    std::vector<ItemPointer>::const_iterator at_ordinal(uint64_t ordinal) const;

    std::vector<ItemPointer> items_;
    std::unordered_map<std::string, uint64_t> ordinals_;  // by key; never iterated
};

// All resources of one kind, by scope, with an index for each of their unique sets.
class Table {
  public:
    explicit Table(const contract::Resource& resource) : resource_(resource) {
        taken_.resize(resource.unique.size());
    }

    const contract::Resource& resource() const { return resource_; }
    const Collection* find(const ScopeValues& scope) const;
    const std::map<ScopeValues, Collection>& collections() const { return collections_; }
    uint64_t next_ordinal() const { return next_ordinal_; }

    // The first unique set in which another item has the same values; null where none does.
    // `ordinal` is the item's own.
    const contract::Unique* conflict(const ScopeValues& scope, const Value& value,
                                     uint64_t ordinal) const;

    void add(const ScopeValues& scope, ItemPointer item);
    void replace(const ScopeValues& scope, ItemPointer item);
    void remove(const ScopeValues& scope, const std::string& key);
    // Removes every collection whose scope fits; tells what was in them.
    std::vector<Place> remove_where(const std::function<bool(const ScopeValues&)>& fits);

  private:
    // What an item's values in a unique set are known by; "" where one is absent or empty.
    std::string mark_of(size_t unique, const ScopeValues& scope, const Value& value) const;
    void take(const ScopeValues& scope, const Item& item);
    void give_back(const ScopeValues& scope, const Item& item);

    const contract::Resource& resource_;
    std::map<ScopeValues, Collection> collections_;
    std::vector<std::unordered_map<std::string, uint64_t>> taken_;  // by unique set; not iterated
    uint64_t next_ordinal_ = 0;
};

// The tables of all contracts.
class Store {
  public:
    Table& table(const contract::Contract& contract, size_t resource);

  private:
    std::map<const contract::Contract*, std::vector<Table>> tables_;  // never iterated
};

}  // namespace standin::state
