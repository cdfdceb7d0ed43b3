// An answer for an operation that has no state: the contract's example, or a value made of its
// schema.
#pragma once

#include <string>

#include "mock/contract/contract.h"

namespace standin::sample {

// JSON text of the body of an operation's success response: its first example, else a value of its
// schema; "" where the response has no body. The same contract gives the same text.
std::string answer(const contract::Contract& contract, const contract::Operation& operation);

}  // namespace standin::sample
