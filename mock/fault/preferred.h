// What a request asks for itself: Prefer: fault=NAME, delay=200ms, code=503.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "mock/fault/faults.h"
#include "mock/http/prefer.h"

namespace standin::fault {

struct Preferred {
    std::vector<std::shared_ptr<const Rule>> rules;  // fire on this request, whatever they match
    std::string mistake;  // what is wrong with a value, a sentence for the client; "" = nothing
};

// The rules of a request's preferences; those that it does not know are ignored. NAME is one of the
// wire's faults ("EMPTY_RESPONSE", "timeout"), a rule in force in the session, or one of the
// library. A code is answered before the state is reached; a delay comes with any answer.
Preferred preferred(const http::Preferences& preferences, const Faults& faults,
                    const Library& library);

}  // namespace standin::fault
