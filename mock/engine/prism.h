// Prism's face: what Prism's users find in its answers where a request is refused, or an answer is
// not what the contract documents.
#pragma once

#include "mock/engine/documentation.h"
#include "mock/engine/exchange.h"

namespace standin::engine {

// Replaces the response of an exchange that was refused: by what the operation documents for 401,
// 415, 422 or 400 (their ranges, "default"), else by a problem of Prism's catalogue. Tells
// violations of the request and of the answer in `sl-violations`; with `errors`, an answer that its
// contract does not promise becomes a 500. Answers that are in order, and those of faults, stay.
void dress_as_prism(Exchange& exchange, const Documentation& documentation, bool errors);

}  // namespace standin::engine
