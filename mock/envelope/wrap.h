// How does this contract dress it? An outcome or problems become a response.
#pragma once

#include <functional>
#include <string_view>

#include "mock/contract/outcome.h"
#include "mock/contract/request_scope.h"
#include "mock/http/message.h"

namespace standin::envelope {

// What an answer is about: everything that its templates may name. The contract and the operation
// are null where none was found.
struct Subject {
    const contract::Contract* contract = nullptr;
    const contract::Operation* operation = nullptr;
    const http::Request& request;
    const contract::Input& input;
    // Whether a body is what a schema of the contract asks for: told where that can be seen.
    // Problems are told as the contract's schemas have it only then.
    std::function<bool(const contract::Located& schema, std::string_view body)> fits = {};
    // A body with as little changed as makes it what a schema asks for; "" where nothing does.
    std::function<std::string(const contract::Located& schema, std::string_view body)> mended = {};
};

// The answer of an operation that was carried out, with the status that the contract documents for
// success.
http::Response success(const Subject& subject, const contract::Outcome& outcome);

// The answer where something is refused: the error of that name, as the operation, the contract, or
// in the end the mock itself has it. `problems` are worded (code, message) on the way, so that the
// journal tells what the client was told; there is at least one.
http::Response refusal(const Subject& subject, std::string_view error, Problems& problems);

// The error by which a contract speaks of a status, be it that of the situation or just one that
// has the status; "" where it says nothing of it.
std::string error_of(const Subject& subject, int status);

// The answer with this status that nothing in the request calls for; `error` may be "".
http::Response refusal(const Subject& subject, std::string_view error, int status);

// The answer where an outcome is a refusal: a rule's, or the error that it names.
http::Response refusal(const Subject& subject, contract::Outcome& outcome);

}  // namespace standin::envelope
