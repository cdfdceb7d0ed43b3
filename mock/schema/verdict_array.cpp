// What is checked in arrays.
#include <algorithm>

#include "mock/schema/operand.h"
#include "mock/schema/twin.h"
#include "mock/schema/verdict.h"

namespace standin::schema {

bool check_prefix_items(const Rule& rule, const Value& instance, const Here& here) {
    const auto& schemas = rule.operand.branches->schemas;
    const auto items = instance.items();
    bool valid = true;
    for (size_t i = 0; i < std::min(schemas.size(), items.size()); ++i) {
        valid &= here.item(*schemas[i], items[i], i);
        if (!valid && here.done()) break;
    }
    if (Evaluated* seen = here.evaluated()) seen->add_first(std::min(schemas.size(), items.size()));
    return valid;
}

bool check_items(const Rule& rule, const Value& instance, const Here& here) {
    const auto items = instance.items();
    bool valid = true;
    for (size_t i = rule.count; i < items.size(); ++i) {
        valid &= here.item(*rule.operand.schema, items[i], i);
        if (!valid && here.done()) break;
    }
    // Whatever comes before them is evaluated by the keyword that they follow.
    if (Evaluated* seen = here.evaluated()) seen->add_all();
    return valid;
}

bool check_closed_items(const Rule& rule, const Value& instance, const Here& here) {
    const auto items = instance.items();
    for (size_t i = rule.count; i < items.size() && !here.done(); ++i) {
        here.fail_item(i, *rule.keyword, items[i], rule.count);
    }
    return items.size() <= rule.count;
}

bool check_min_items(const Rule& rule, const Value& instance, const Here& here) {
    const size_t count = instance.items().size();
    return count >= rule.count || here.fail_count(rule, count);
}

bool check_max_items(const Rule& rule, const Value& instance, const Here& here) {
    const size_t count = instance.items().size();
    return count <= rule.count || here.fail_count(rule, count);
}

bool check_unique(const Rule& rule, const Value& instance, const Here& here) {
    const auto twins = find_twins(instance.items());
    if (!twins || here.done()) return !twins;
    const std::string received =
        std::to_string(twins->later) + " and " + std::to_string(twins->earlier);
    return here.fail(*rule.keyword, "", received);
}

bool check_contains(const Rule& rule, const Value& instance, const Here& here) {
    const Contains& contains = *rule.operand.contains;
    Evaluated* seen = contains.evaluates ? here.evaluated() : nullptr;
    const auto items = instance.items();
    size_t count = 0;
    for (size_t i = 0; i < items.size(); ++i) {
        if (!here.matches_item(*contains.schema, items[i], i)) continue;
        ++count;
        if (seen) seen->add(i);
    }
    if (count < contains.minimum) {
        return here.fail(*rule.keyword, std::to_string(contains.minimum), std::to_string(count));
    }
    if (count <= contains.maximum) return true;
    return here.fail(*contains.maximum_keyword, contains.maximum_keyword->value.text(),
                     std::to_string(count));
}

}  // namespace standin::schema
