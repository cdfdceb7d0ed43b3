// The answer that a fault gives instead of the API's own.
#pragma once

#include "mock/engine/documentation.h"
#include "mock/engine/exchange.h"
#include "mock/fault/effect.h"

namespace standin::engine {

// With the fault's own body, else as the contract speaks of its error or its status: in its own
// envelope, by the example or schema that the operation documents, in the end in problem+json
// (RFC 9457).
http::Response answer_instead(Exchange& exchange, const fault::Instead& instead,
                              const Documentation& documentation);

}  // namespace standin::engine
