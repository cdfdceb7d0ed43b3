// Requests that an operation takes.
#pragma once

#include "mock/http/message.h"
#include "mock/sample/judge.h"

namespace standin::sample {

// A request as small as the contract allows: the parameters that are required, written in their
// styles, and the body. Named examples come first, those of one key together (with all parameters
// that have one), then other examples, then samples. The target begins with the operation's path;
// credentials are the caller's to add. The same contract gives the same request. Throws
// ContractError where a schema is wrong, or leads nowhere.
http::Request request(Judge& judge, const contract::Operation& operation);

// The same where nothing else is asked of the contract: each call compiles what it needs.
http::Request request(const contract::Contract& contract, const contract::Operation& operation);

}  // namespace standin::sample
