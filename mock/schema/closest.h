// Which branch of anyOf or oneOf an instance that matches none is closest to.
#pragma once

#include <optional>
#include <span>

#include "mock/schema/choice.h"
#include "mock/schema/here.h"

namespace standin::schema {

// The branch, of those given, with the least to mend; nothing where two are as close. Each problem
// counts 1, a member that is missing 2, what a member's const or enum refuses 10, and what the
// branch refuses as a whole 100. Of branches that weigh the same, the one whose problems lie deeper
// is closer. After 16 problems the counting stops.
std::optional<size_t> closest_of(const Choice& choice, std::span<const size_t> branches,
                                 const Value& instance, const Here& here);

}  // namespace standin::schema
