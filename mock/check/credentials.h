// May this caller use the operation?
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>

#include "mock/check/verdict.h"
#include "mock/contract/operation.h"
#include "mock/http/message.h"

namespace standin::check {

// How strictly credentials are looked at.
enum class Auth : uint8_t {
    off,       // not at all
    contract,  // there and well formed, as the contract's security schemes ask
    values,    // and among the known ones, with the scopes that are required
};

// What a credential allows; nothing = all.
using Scopes = std::optional<std::set<std::string>>;

// The credentials that are known, by security scheme: those of one contract are not another's.
using Credentials = std::map<const contract::SecurityScheme*,
                             std::map<std::string, Scopes>>;  // the outer one is never iterated

// Checks a request against the operation's security requirements: one of the alternatives must be
// there whole (OpenAPI 3.1, section 4.8.30). Errors, in the order in which they are looked for:
// credentials_missing, the scheme's own for a malformed one, credentials_unknown,
// credentials_forbidden. The verdict has a challenge where the schemes know one.
Verdict credentials(const contract::Operation& operation, const http::Request& request, Auth auth,
                    const Credentials& known);

}  // namespace standin::check
