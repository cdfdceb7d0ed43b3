// What does a request do to the state?
#pragma once

#include "mock/contract/outcome.h"
#include "mock/contract/request_scope.h"
#include "mock/state/sampler.h"
#include "mock/state/world.h"

namespace standin::state {

// One request's turn to act on a world.
struct Turn {
    const contract::Contract& contract;
    const contract::Operation& operation;
    const http::Request& request;
    contract::Input& input;             // its body becomes what was taken in
    const contract::Shape* body_shape;  // of the body as it was read; null where no schema tells
    Instant now;                        // the exchange's time, which generated times tell
    World& world;
    const Sampler* sampler = nullptr;  // for what nobody else gives; null where nothing is sampled
};

// Carries out the operation's action on its resource, or refuses and changes nothing but which
// values are generated next. Refusals, in the order in which they are looked for: parent_not_found,
// rules before the lookup, not_found, rules, embedded_not_found, duplicate, in_use. An operation
// without a resource has its rules only, and shows an example. The caller holds the session's lock.
contract::Outcome behave(const Turn& turn);

}  // namespace standin::state
