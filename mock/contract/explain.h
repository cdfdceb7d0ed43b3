// What was inferred of a contract, for people.
#pragma once

#include <string>

#include "mock/contract/contract.h"

namespace standin::contract {

// Each resource with its operations, then the operations without state: what each does, and why;
// then the forms in which problems are told. A line each; no line depends on anything but the
// contract.
std::string explanation_of(const Contract& contract);

// The forms alone: each schema's, in the order of the document; "" where there are none.
std::string problems_of(const Contract& contract);

// An OpenAPI Overlay (1.0, YAML) for the contract's file that says in x-standin what was inferred,
// but for the forms of problems: laid over it, nothing changes. `extends` is what the overlay names
// as its document.
std::string overlay_of(const Contract& contract, const std::string& extends);

}  // namespace standin::contract
