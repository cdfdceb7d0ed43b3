// How a glance looks at single rules, one function each; see Glimpse in rule.h.
#pragma once

#include "mock/schema/glance.h"

namespace standin::schema::glimpse {

// Single values.
bool is_in_enum(Glance& glance, const Schema& schema, const Rule& rule, const Value& instance);
bool is_constant(Glance& glance, const Schema& schema, const Rule& rule, const Value& instance);
bool has_format(Glance& glance, const Schema& schema, const Rule& rule, const Value& instance);
bool is_long_enough(Glance& glance, const Schema& schema, const Rule& rule, const Value& instance);
bool is_short_enough(Glance& glance, const Schema& schema, const Rule& rule, const Value& instance);
bool has_pattern(Glance& glance, const Schema& schema, const Rule& rule, const Value& instance);

// Arrays.
bool has_enough_items(Glance& glance, const Schema& schema, const Rule& rule,
                      const Value& instance);
bool has_items_to_limit(Glance& glance, const Schema& schema, const Rule& rule,
                        const Value& instance);
bool has_items(Glance& glance, const Schema& schema, const Rule& rule, const Value& instance);

// Objects: of few names, each of which is looked for, and of as many as there are bits.
bool has_few_names(Glance& glance, const Schema& schema, const Rule& rule, const Value& instance);
bool has_few_members(Glance& glance, const Schema& schema, const Rule& rule, const Value& instance);
bool has_members(Glance& glance, const Schema& schema, const Rule& rule, const Value& instance);
// What has_members sees, too: that the members are one of the sets in Rule::count (presence.h).
bool is_seen_by_members(Glance& glance, const Schema& schema, const Rule& rule,
                        const Value& instance);

// The same instance again: of choices, all branches, or those that it can match at all.
bool refers(Glance& glance, const Schema& schema, const Rule& rule, const Value& instance);
bool matches_all_of(Glance& glance, const Schema& schema, const Rule& rule, const Value& instance);
bool matches_any_of(Glance& glance, const Schema& schema, const Rule& rule, const Value& instance);
bool matches_one_of(Glance& glance, const Schema& schema, const Rule& rule, const Value& instance);
bool chooses_any_of(Glance& glance, const Schema& schema, const Rule& rule, const Value& instance);
bool chooses_one_of(Glance& glance, const Schema& schema, const Rule& rule, const Value& instance);
bool is_not(Glance& glance, const Schema& schema, const Rule& rule, const Value& instance);
bool obeys_condition(Glance& glance, const Schema& schema, const Rule& rule, const Value& instance);

// Whatever is rare: as it is checked elsewhere.
bool in_full(Glance& glance, const Schema& schema, const Rule& rule, const Value& instance);

}  // namespace standin::schema::glimpse
