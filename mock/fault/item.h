// The items of an array, each with its place in the document.
#pragma once

#include <vector>

#include "mock/contract/reference.h"

namespace standin::fault {

// As they stand there; nothing where there is no array. No $ref is followed: of an item of anyOf,
// what stands beside its $ref counts too.
std::vector<contract::Located> items_of(const contract::Located& array);

}  // namespace standin::fault
