// What is decided for one request: which rules fired and why, and what goes wrong.
#pragma once

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "mock/core/chance.h"
#include "mock/fault/rule.h"

namespace standin::fault {

// One rule that fired on one request.
struct Firing {
    std::shared_ptr<const Rule> rule;
    std::string why;                                    // "request 2 of those that match"
    std::vector<std::pair<std::string, double>> draws;  // "probability", "delay" in milliseconds, …
    std::string did;                                    // what came of it, where that was open
    bool wanted = false;                                // by the request's own Prefer
    bool in_vain = false;                               // nothing came of it
};

// Filled at up to three stations of a request's life; where two rules give the same thing, the one
// that came first keeps it, and delays add up. Data: serve/ acts on the delivery, the engine on the
// rest.
struct Decision {
    std::vector<Firing> firings;
    Delivery delivery;
    std::shared_ptr<const Instead> instead;  // part of its rule
    std::string retry_after;                 // of the answer instead: the header's value, "" = none
    std::shared_ptr<const Rule> breaking;    // the rule whose breaches the answer gets
    Bits breach_draw;
    http::Headers headers;  // to be told with whatever is answered

    // Whether the request goes no further when this was decided before it reached the state.
    bool stops() const { return instead || delivery.wire != Wire::none; }
};

}  // namespace standin::fault
