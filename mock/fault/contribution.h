// What a rule that fired adds to a decision.
#pragma once

#include <memory>
#include <string>

#include "mock/fault/decision.h"
#include "mock/fault/draw.h"

namespace standin::fault {

// One rule that fires, and why.
struct Contribution {
    std::shared_ptr<const Rule> rule;
    std::string why;
    Instant time = 0;        // of the request
    milliseconds window{0};  // of a quota: to the end of its window
    bool wanted = false;     // by the request itself
};

// Adds what the rule gives: delays add up, everything else is kept by whoever gave it first. The
// firing is noted with all that was drawn, also where it was in vain. Whether anything was added.
bool contribute(Contribution contribution, Draw& draw, Decision& decision);

}  // namespace standin::fault
