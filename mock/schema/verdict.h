// The functions that check, one keyword each; see Check in rule.h. An instance is of the type that
// the keyword's row names.
#pragma once

#include "mock/schema/here.h"

namespace standin::schema {

// Any instance.
bool check_enum(const Rule& rule, const Value& instance, const Here& here);
bool check_const(const Rule& rule, const Value& instance, const Here& here);
bool check_format(const Rule& rule, const Value& instance, const Here& here);

// Numbers.
bool check_minimum(const Rule& rule, const Value& instance, const Here& here);
bool check_maximum(const Rule& rule, const Value& instance, const Here& here);
bool check_exclusive_minimum(const Rule& rule, const Value& instance, const Here& here);
bool check_exclusive_maximum(const Rule& rule, const Value& instance, const Here& here);
bool check_multiple(const Rule& rule, const Value& instance, const Here& here);

// Strings.
bool check_min_length(const Rule& rule, const Value& instance, const Here& here);
bool check_max_length(const Rule& rule, const Value& instance, const Here& here);
bool check_pattern(const Rule& rule, const Value& instance, const Here& here);

// Arrays.
bool check_prefix_items(const Rule& rule, const Value& instance, const Here& here);
bool check_items(const Rule& rule, const Value& instance, const Here& here);
bool check_closed_items(const Rule& rule, const Value& instance, const Here& here);
bool check_min_items(const Rule& rule, const Value& instance, const Here& here);
bool check_max_items(const Rule& rule, const Value& instance, const Here& here);
bool check_unique(const Rule& rule, const Value& instance, const Here& here);
bool check_contains(const Rule& rule, const Value& instance, const Here& here);

// Objects.
bool check_members(const Rule& rule, const Value& instance, const Here& here);
bool check_property_names(const Rule& rule, const Value& instance, const Here& here);
bool check_min_properties(const Rule& rule, const Value& instance, const Here& here);
bool check_max_properties(const Rule& rule, const Value& instance, const Here& here);
bool check_dependent_required(const Rule& rule, const Value& instance, const Here& here);
bool check_dependent_schemas(const Rule& rule, const Value& instance, const Here& here);

// Combinations, any instance.
bool check_dependencies(const Rule& rule, const Value& instance, const Here& here);
bool check_dynamic_ref(const Rule& rule, const Value& instance, const Here& here);
bool check_entrance(const Rule& rule, const Value& instance, const Here& here);
bool check_unevaluated(const Rule& rule, const Value& instance, const Here& here);
bool check_ref(const Rule& rule, const Value& instance, const Here& here);
bool check_all_of(const Rule& rule, const Value& instance, const Here& here);
bool check_any_of(const Rule& rule, const Value& instance, const Here& here);
bool check_one_of(const Rule& rule, const Value& instance, const Here& here);
bool check_not(const Rule& rule, const Value& instance, const Here& here);
bool check_condition(const Rule& rule, const Value& instance, const Here& here);

}  // namespace standin::schema
