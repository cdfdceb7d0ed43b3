// Whether a rule fires on one of the requests that it is for.
#pragma once

#include <optional>
#include <string>

#include "mock/fault/draw.h"

namespace standin::fault {

// Where a rule stands when it is asked.
struct Turn {
    uint64_t count = 0;  // of the request among those that match, from 1
    uint64_t fired = 0;  // on requests before it
    Instant since = 0;   // when the rule came into the session
    Instant time = 0;    // of the request
};

// Why it fires, "request 2 of those that match, drew 0.034 below 0.2"; nothing where it does not.
// Draws only where every other condition holds.
std::optional<std::string> fires(const Trigger& trigger, const Turn& turn, Draw& draw);

}  // namespace standin::fault
