// The readers of keywords, one kind of value each; see Read in keyword.h.
#pragma once

#include "mock/schema/keyword.h"

namespace standin::schema {

// For every keyword whose value is just that.
bool read_count(Draft& draft, const Member& keyword, Rule& rule);     // a length: Rule::count
bool read_flag(Draft& draft, const Member& keyword, Rule& rule);      // no rule
bool read_nothing(Draft& draft, const Member& keyword, Rule& rule);   // Rule::keyword is enough
bool read_text(Draft& draft, const Member& keyword, Rule& rule);      // no rule
bool read_object(Draft& draft, const Member& keyword, Rule& rule);    // no rule
bool read_branches(Draft& draft, const Member& keyword, Rule& rule);  // schemas: Operand::branches
bool read_choice(Draft& draft, const Member& keyword, Rule& rule);    // the same: Operand::choice

// For one keyword each, or for two that are twins.
bool read_dialect(Draft& draft, const Member& keyword, Rule& rule);  // $schema
bool read_vocabulary(Draft& draft, const Member& keyword, Rule& rule);
bool read_id(Draft& draft, const Member& keyword, Rule& rule);
bool read_anchor(Draft& draft, const Member& keyword, Rule& rule);
bool read_definitions(Draft& draft, const Member& keyword, Rule& rule);
bool read_ref(Draft& draft, const Member& keyword, Rule& rule);
bool read_dynamic_ref(Draft& draft, const Member& keyword, Rule& rule);
bool read_recursive_ref(Draft& draft, const Member& keyword, Rule& rule);
bool read_type(Draft& draft, const Member& keyword, Rule& rule);
bool read_enum(Draft& draft, const Member& keyword, Rule& rule);
bool read_format(Draft& draft, const Member& keyword, Rule& rule);
bool read_limit(Draft& draft, const Member& keyword, Rule& rule);  // minimum, maximum
bool read_exclusive_limit(Draft& draft, const Member& keyword, Rule& rule);
bool read_multiple(Draft& draft, const Member& keyword, Rule& rule);
bool read_pattern(Draft& draft, const Member& keyword, Rule& rule);
bool read_access(Draft& draft, const Member& keyword, Rule& rule);  // readOnly, writeOnly
bool read_items(Draft& draft, const Member& keyword, Rule& rule);
bool read_additional_items(Draft& draft, const Member& keyword, Rule& rule);
bool read_prefix_items(Draft& draft, const Member& keyword, Rule& rule);
bool read_unique(Draft& draft, const Member& keyword, Rule& rule);
bool read_contains(Draft& draft, const Member& keyword, Rule& rule);
bool read_members(Draft& draft, const Member& keyword, Rule& rule);
bool read_names(Draft& draft, const Member& keyword, Rule& rule);  // propertyNames
bool read_dependent_required(Draft& draft, const Member& keyword, Rule& rule);
bool read_dependent_schemas(Draft& draft, const Member& keyword, Rule& rule);
bool read_dependencies(Draft& draft, const Member& keyword, Rule& rule);
bool read_not(Draft& draft, const Member& keyword, Rule& rule);
bool read_condition(Draft& draft, const Member& keyword, Rule& rule);  // if, then, else
bool read_content_schema(Draft& draft, const Member& keyword, Rule& rule);
bool read_discriminator(Draft& draft, const Member& keyword, Rule& rule);

}  // namespace standin::schema
