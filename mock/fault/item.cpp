#include "mock/fault/item.h"

namespace standin::fault {

std::vector<contract::Located> items_of(const contract::Located& array) {
    std::vector<contract::Located> items;
    if (!array || !array.value->is(Kind::array)) return items;
    for (size_t i = 0; i < array.value->items().size(); ++i) items.push_back(array.item(i));
    return items;
}

}  // namespace standin::fault
