// Answers that come from no state: the contract's example, or a value made of its schema.
#pragma once

#include <string>

#include "mock/contract/contract.h"

namespace standin::sample {

// The body of an operation's success response: its first example, else a value of its schema; ""
// where it has no body. JSON text, but for an example of another media type, which is text as it
// is. The same contract gives the same text. Throws ContractError where a $ref leads nowhere.
std::string answer(const contract::Contract& contract, const contract::Operation& operation);

// The same of any response that a contract documents.
std::string answer(const contract::Contract& contract, const contract::Documented& response);

}  // namespace standin::sample
