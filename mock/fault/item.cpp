#include "mock/fault/item.h"

namespace standin::fault {

std::vector<contract::Located> items_of(const contract::Located& array) {
    std::vector<contract::Located> items;
    if (!array || !array.value->is(Kind::array)) return items;
    for (const Value& item : array.value->items()) {
        items.push_back({&item, array.pointer + '/' + std::to_string(items.size())});
    }
    return items;
}

}  // namespace standin::fault
