// Whether a rule is for a request.
#pragma once

#include <string_view>

#include "mock/fault/faults.h"

namespace standin::fault {

// Whether everything that a match says is true of this request, in the session of that name.
bool matches(const Match& match, const Question& question, std::string_view session);

// Whether requests for an operation can match, as far as the operation tells.
bool may_match(const Match& match, const contract::Operation& operation);

}  // namespace standin::fault
