// How an answer tells that it is not what its contract promises.
#pragma once

#include <string>

#include "mock/engine/exchange.h"

namespace standin::engine {

// The violations as Prism's users know them: a JSON array of {location, severity, code, message},
// at most 8092 characters, else the beginning after "Too many violations! ".
std::string violations_header(const Problems& violations);

// Adds the header X-Standin-Violations to a response; with `refuses` the response becomes a 500
// instead, in problem+json (RFC 9457) with the title VIOLATIONS.
void tell_violations(Exchange& exchange, bool refuses);

}  // namespace standin::engine
