// What examples hold becomes resources.
#pragma once

#include <string>
#include <vector>

#include "mock/contract/contract.h"
#include "mock/contract/fixture.h"

namespace standin::engine {

// A JSON text in which the member at the end of a path has another value: a number where it was
// one and the key is one, else a text. As it was where there is no such object.
std::string with_key(const std::string& json, const std::vector<std::string>& path,
                     const std::string& key);

// Starting states of what the examples of a contract's list and read operations show, of
// collections whose scope is known from the paths' own examples or is none. What has no key is
// passed over, and so is what comes again.
std::vector<contract::Fixture> seeds_of_examples(const contract::Contracts& contracts);

}  // namespace standin::engine
