// Parameters: text from the path, the query, headers and cookies, turned into typed values.
#pragma once

#include "mock/check/input.h"

namespace standin::check {

// Decodes and checks every parameter of an operation; fills the parts of `input` but the body.
void parameters(const Asked& asked, contract::Input& input, Problems& problems);

}  // namespace standin::check
