// Whether a rule is for a request.
#pragma once

#include <string>
#include <string_view>

#include "mock/fault/faults.h"

namespace standin::fault {

// What it costs to find out, for all rules of one request, and what could not be found out: why, ""
// where all could.
struct Search {
    schema::Steps steps;
    std::string lost;
};

// Whether everything that a match says is true of this request, in the session of that name. Where
// a pattern gave up (schema/pattern.h) nothing matches, and `search` tells why.
bool matches(const Match& match, const Question& question, std::string_view session,
             Search& search);

// Whether requests for an operation can match, as far as the operation tells.
bool may_match(const Match& match, const contract::Operation& operation);

}  // namespace standin::fault
