// What looks at the same instance again.
#include <algorithm>

#include "mock/schema/choice.h"
#include "mock/schema/glimpse.h"
#include "mock/schema/operand.h"

namespace standin::schema::glimpse {

namespace {

// What follows looks at the same instance again, so that it is counted where it is no little.
template <class Look>
bool again(Glance& glance, const Schema& schema, Look look) {
    return schema.weight == Schema::none ? glance.below(1, look) : look();
}

}  // namespace

bool refers(Glance& glance, const Schema& schema, const Rule& rule, const Value& instance) {
    return again(glance, schema, [&] { return glance.holds(*rule.operand.schema, instance); });
}

bool matches_all_of(Glance& glance, const Schema& schema, const Rule& rule, const Value& instance) {
    const auto& schemas = rule.operand.branches->schemas;
    const auto holds = [&](const Schema* one) { return glance.holds(*one, instance); };
    return again(glance, schema, [&] { return std::ranges::all_of(schemas, holds); });
}

bool matches_any_of(Glance& glance, const Schema&, const Rule& rule, const Value& instance) {
    const auto& schemas = rule.operand.choice->schemas;
    const auto holds = [&](const Schema* one) { return glance.holds(*one, instance); };
    return std::ranges::any_of(schemas, holds);
}

bool matches_one_of(Glance& glance, const Schema&, const Rule& rule, const Value& instance) {
    size_t met = 0;
    for (const Schema* schema : rule.operand.choice->schemas) {
        met += glance.holds(*schema, instance) ? 1 : 0;
        if (met == 2) return false;
    }
    return met == 1;
}

// Of the branches that the instance can match at all.
bool chooses_any_of(Glance& glance, const Schema&, const Rule& rule, const Value& instance) {
    bool met = false;
    rule.operand.choice->for_each_fitting(instance, [&](const Schema& schema) {
        met = glance.below(1, [&] { return glance.holds(schema, instance); });
        return !met;
    });
    return met;
}

bool chooses_one_of(Glance& glance, const Schema&, const Rule& rule, const Value& instance) {
    size_t met = 0;
    rule.operand.choice->for_each_fitting(instance, [&](const Schema& schema) {
        met += glance.below(1, [&] { return glance.holds(schema, instance); }) ? 1 : 0;
        return met < 2;
    });
    return met == 1;
}

bool is_not(Glance& glance, const Schema& schema, const Rule& rule, const Value& instance) {
    return !again(glance, schema, [&] { return glance.holds(*rule.operand.schema, instance); });
}

bool obeys_condition(Glance& glance, const Schema& schema, const Rule& rule,
                     const Value& instance) {
    return again(glance, schema, [&] {
        const Condition& condition = *rule.operand.condition;
        const Schema* next = glance.holds(*condition.test, instance) ? condition.yes : condition.no;
        return !next || glance.holds(*next, instance);
    });
}

}  // namespace standin::schema::glimpse
