#include "mock/schema/choice.h"

#include <algorithm>

namespace standin::schema {

void Choice::prepare() {
    for (const Schema* schema : schemas) demands.push_back(demand_of(*schema));
    for (size_t first = 0; first < demands.size(); first += Selector::width) {
        const size_t count = std::min(Selector::width, demands.size() - first);
        selectors.emplace_back(std::span(demands).subspan(first, count));
    }
}

}  // namespace standin::schema
