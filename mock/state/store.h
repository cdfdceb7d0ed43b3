// Everything that one session has stored.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "mock/contract/contract.h"
#include "mock/state/item.h"
#include "mock/state/text_key.h"
#include "mock/state/tree.h"

namespace standin::state {

using Items = Tree<uint64_t, ItemPointer>;  // by ordinal: in the order of creation
using ScopeValues = std::vector<std::string>;

// Where a resource lives within its table.
struct Place {
    ScopeValues scope;
    std::string key;
};

// The resources of one kind in one scope. All that it does takes logarithmic time.
class Collection {
  public:
    const Items& items() const { return items_; }
    ItemPointer find(std::string_view key) const;
    // The rank of a key's item in items(); items().size() where there is none.
    size_t position(std::string_view key) const;

    void add(ItemPointer item);
    void replace(ItemPointer item);  // the one with the same ordinal
    void remove(std::string_view key);

  private:
    Items items_;
    Tree<TextKey, uint64_t> ordinals_;  // by key; never visited
};

// All resources of one kind, by scope, with an index for each of their unique sets. A copy takes
// constant time.
class Table {
  public:
    explicit Table(const contract::Resource& resource)
        : resource_(&resource), taken_(resource.unique.size()) {}

    const contract::Resource& resource() const { return *resource_; }
    const Collection* find(const ScopeValues& scope) const { return collections_.find(scope); }
    const Tree<ScopeValues, Collection>& collections() const { return collections_; }
    // Those of every scope.
    const Items& items() const { return items_; }
    uint64_t next_ordinal() const { return next_ordinal_; }

    // The first unique set in which another item has the same values; null where none does.
    // `ordinal` is the item's own.
    const contract::Unique* conflict(const ScopeValues& scope, const Value& value,
                                     uint64_t ordinal) const;

    void add(const ScopeValues& scope, ItemPointer item);
    void replace(const ScopeValues& scope, ItemPointer item);
    void remove(const ScopeValues& scope, std::string_view key);
    // Removes every collection whose scope fits; tells what was in them.
    std::vector<Place> remove_where(const std::function<bool(const ScopeValues&)>& fits);

  private:
    // What an item's values in a unique set are known by; "" where one is absent or empty.
    std::string mark_of(size_t unique, const ScopeValues& scope, const Value& value) const;
    void take(const ScopeValues& scope, const Item& item);
    void give_back(const ScopeValues& scope, const Item& item);

    const contract::Resource* resource_;
    Tree<ScopeValues, Collection> collections_;   // none of them empty
    Items items_;                                 // of all collections
    std::vector<Tree<TextKey, uint64_t>> taken_;  // ordinals by unique set; never visited
    uint64_t next_ordinal_ = 0;
};

// The tables of all contracts. A copy takes time by the number of contracts and their resources,
// whatever is stored; a copy and its original never see each other's changes.
class Store {
  public:
    Table& table(const contract::Contract& contract, size_t resource);
    // By resource; null where nothing of the contract was ever asked for.
    const std::vector<Table>* find(const contract::Contract& contract) const;

  private:
    std::map<const contract::Contract*, std::vector<Table>> tables_;  // never iterated
};

}  // namespace standin::state
