// Problems in the form in which Prism tells them.
#pragma once

#include <string>
#include <string_view>

#include "mock/core/problem.h"

namespace standin::engine {

// A JSON array of {location, severity, code, message}: those of the body, then of header, query and
// path. `side` is "Request" or "Response"; with `prefixed`, locations begin with it in lower case.
// Messages must be worded.
std::string prism_violations(const Problems& problems, std::string_view side, bool prefixed);

// A text as the value of `sl-violations`: at most 8092 characters, and those of ASCII alone.
std::string prism_header(std::string violations);

}  // namespace standin::engine
