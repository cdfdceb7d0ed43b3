// What a client is asked for that may not use an operation (RFC 9110, section 11.6.1).
#pragma once

#include <string>
#include <string_view>

#include "mock/contract/operation.h"

namespace standin::check {

// The value of WWW-Authenticate: a challenge for each http scheme that the operation takes; ""
// where it takes none. `error` is the contract's, "credentials_unknown" …
std::string challenge(const contract::Operation& operation, std::string_view error);

// The same for one credential that is known and does not suffice (RFC 6750, section 3.1).
std::string challenge(const contract::Demand& demand);

}  // namespace standin::check
