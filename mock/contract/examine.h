// Looks a document over for what is wrong with it, odd, or not acted on.
#pragma once

#include "mock/contract/contract.h"
#include "mock/contract/finding.h"

namespace standin::contract {

// Everything in the document and in those that it refers to, used or not: fields that are not known
// or missing or of the wrong type, references that lead nowhere, path parameters that nobody
// declares, words and formats of schemas that mean nothing. A document that keeps nobody from
// serving it has no errors here but such references. Sorted.
Findings examine(const Documents& documents);

// The same of a contract, with what it warns of itself, schemas that no operation uses, and
// examples that break their schemas.
Findings examine(const Contract& contract);

// What loading threw, as errors.
Findings findings_of(const ContractError& error);

// Errors, envelopes and resources of x-standin that nothing uses.
Findings idle_names(const Contract& contract);

}  // namespace standin::contract
