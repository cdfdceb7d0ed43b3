// Is the request what the contract asks for? Decoding and checking in one walk.
#pragma once

#include "mock/check/dialect.h"
#include "mock/check/verdict.h"
#include "mock/contract/contract.h"
#include "mock/contract/input.h"
#include "mock/http/message.h"

namespace standin::check {

// A request, and what it is checked against. All of it must outlive the call.
struct Asked {
    const contract::Contract& contract;
    const contract::Operation& operation;
    const http::Request& request;
    const contract::PathValues& path_values;
    Dialect dialect = {};  // the request's own fields go before it
};

// Decodes parameters and body into `input` and checks them against their schemas: path, query,
// header, cookie, body, all problems at once. Errors: unsupported_media_type, unreadable_body,
// body_too_deep, invalid.
Verdict input(const Asked& asked, contract::Input& input);

}  // namespace standin::check
