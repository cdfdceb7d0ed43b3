// What an engine is made of.
#pragma once

#include <memory>
#include <vector>

#include "mock/check/credentials.h"
#include "mock/check/dialect.h"
#include "mock/contract/contract.h"
#include "mock/engine/mailing.h"
#include "mock/engine/sessions.h"

namespace standin::engine {

// Whether operations act on the state.
enum class State : uint8_t {
    on,
    off,     // all are answered by what the contracts document
    seeded,  // collections are born with what the examples hold; what is not there is made up
};

// In whose words refusals are answered.
enum class Face : uint8_t {
    native,  // those of the contracts
    prism    // Prism's; meant for State::off
};

struct Settings {
    std::vector<std::shared_ptr<const contract::Contract>> contracts;
    Beginning beginning;
    Sessions::Limits sessions;
    fault::Library library;  // plans that requests and the control API may name
    check::Auth auth = check::Auth::contract;
    bool prefer = true;            // a request's Prefer header is looked at
    check::Dialect dialect;        // in which arrays and objects are written
    size_t body_bytes = 10 << 20;  // of a request, decoded; more is a 413
    State state = State::on;
    Face face = Face::native;
    bool dynamic = false;           // samples are varied where a request says nothing of it
    bool ignores_examples = false;  // samples are made of schemas wherever there are any
    bool checks_answers = false;    // answers made of the state are checked as others are
    bool errors = false;            // an answer that its contract does not promise is not sent
    Mailing mailing;                // of callbacks and webhooks
};

}  // namespace standin::engine
