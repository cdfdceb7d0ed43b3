// The body of a request, read as its media type says.
#pragma once

#include "mock/check/input.h"

namespace standin::check {

// Reads the body of an operation that takes one into `input` and checks it: JSON, sequences of
// JSON, forms and text. Any other is left unread. Problems lie in the body; a body that cannot be
// read has one, and an error that says so.
Verdict body(const Asked& asked, contract::Input& input);

}  // namespace standin::check
