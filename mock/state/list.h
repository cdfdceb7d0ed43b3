// Lists: filtered, ordered, cut into pages.
#pragma once

#include "mock/state/behave.h"

namespace standin::state {

// The resources that a listing operation shows. Without a filter or an order of its own, a page
// costs what stands on it, however many there are.
contract::Outcome list_items(const Turn& turn, const Table& table, const ScopeValues& scope);

// Appends an item's JSON text as this operation shows it.
void show_item(std::string& text, const Turn& turn, const contract::Resource& resource,
               const Item& item);

}  // namespace standin::state
