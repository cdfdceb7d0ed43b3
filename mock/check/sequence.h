// Sequences of JSON texts: one a line (JSON Lines), or each behind a record separator (RFC 7464).
#pragma once

#include <string_view>

#include "mock/core/json.h"

namespace standin::check {

// Makes an array of the texts the root of `document`; blank lines are passed over. False where one
// is no JSON: `fault` tells where in the whole.
bool read_sequence(std::string_view text, Document& document, JsonFault& fault);

}  // namespace standin::check
