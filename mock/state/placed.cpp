#include "mock/state/placed.h"

#include <algorithm>

namespace standin::state {

std::vector<Placed> placed_in(const Table& table) {
    std::vector<Placed> all;
    table.collections().visit(0, [&](const auto& collection) {
        collection.value.items().visit(0, [&](const auto& entry) {
            all.push_back({&collection.key, &entry.value});
            return true;
        });
        return true;
    });
    std::ranges::sort(all, {}, [](const Placed& each) { return (*each.item)->ordinal(); });
    return all;
}

}  // namespace standin::state
