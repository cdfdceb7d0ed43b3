// anyOf and oneOf: schemas of which the instance is to match one.
#pragma once

#include <bit>
#include <string_view>
#include <vector>

#include "mock/schema/names.h"
#include "mock/schema/rule.h"
#include "mock/schema/selector.h"

namespace standin::schema {

// The property that names a branch.
struct Discriminator {
    static constexpr size_t none = SIZE_MAX;

    const Member* keyword = nullptr;  // null where there is none
    std::string_view property;
    Names values;
    std::vector<size_t> by_value;        // which branch, by the index in `values`
    std::vector<std::string_view> told;  // the values that a client is told of
    size_t otherwise = none;             // the branch of all other values
};

struct Choice {
    std::vector<const Schema*> schemas;
    Discriminator discriminator;

    // Known when all schemas are compiled.
    std::vector<Demand> demands;      // by branch
    std::vector<Selector> selectors;  // of `Selector::width` branches each

    void prepare();

    // Visits the branches that the instance may match, in their order, while `visit` returns true.
    template <class Visit>
    void for_each_fitting(const Value& instance, Visit visit) const {
        const Schema* const* schema = schemas.data();
        for (const Selector& selector : selectors) {
            auto left = selector.fitting(instance);
            for (; left; left &= left - 1) {
                if (!visit(*schema[std::countr_zero(left)])) return;
            }
            schema += Selector::width;
        }
    }
};

}  // namespace standin::schema
