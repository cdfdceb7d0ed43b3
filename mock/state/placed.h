// The items of a table with the places where they live.
#pragma once

#include <vector>

#include "mock/state/store.h"

namespace standin::state {

// An item and the values of its scope; both live as long as the table stays as it is.
struct Placed {
    const ScopeValues* scope;
    const ItemPointer* item;
};

// All items of a table, in the order of creation, which spans all scopes.
std::vector<Placed> placed_in(const Table& table);

}  // namespace standin::state
