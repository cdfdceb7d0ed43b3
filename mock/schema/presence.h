// What a schema asks of an object where that is only which members it has.
#pragma once

#include <cstdint>
#include <optional>

#include "mock/schema/operand.h"

namespace standin::schema {

// Which of the sets of some names are allowed, a bit for each: the set in which bit i stands for
// the i-th name has the bit of its own number.
using Sets = uint32_t;

// Of the first five names of an object's schema, for a schema that is applied to the same object
// and is light, as is all that it applies (Schema::weight). Nothing where it asks for more than the
// presence of these.
std::optional<Sets> sets_allowed_by(const Schema& schema, const Names& names);
std::optional<Sets> sets_allowed_by(const Rule& rule, const Names& names);

}  // namespace standin::schema
