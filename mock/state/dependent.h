// What depends on a resource: those that name it, and those that belong to it.
#pragma once

#include "mock/state/store.h"

namespace standin::state {

// The first reference by which another resource still names this one, among those that share its
// scope; null where none does. Linear in the number of resources that might name it.
const contract::ReferencedBy* held_by(Store& store, const contract::Contract& contract,
                                      const contract::Resource& resource, const Place& place);

// Removes everything that belongs to a resource which is gone, and what belongs to that in turn.
void remove_dependents(Store& store, const contract::Contract& contract,
                       const contract::Resource& resource, const Place& place);

}  // namespace standin::state
