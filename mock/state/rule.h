// What a contract refuses that no schema of a body could say.
#pragma once

#include <optional>

#include "mock/contract/operation.h"
#include "mock/contract/request_scope.h"
#include "mock/core/problem.h"

namespace standin::state {

// The problem with a request that breaks a rule; nothing where it does not. Its keyword is "rule",
// or "pattern" where a pattern gave up and nobody knows.
std::optional<Problem> breaks(const contract::Rule& rule, const contract::Input& input,
                              contract::RequestScope& scope);

}  // namespace standin::state
