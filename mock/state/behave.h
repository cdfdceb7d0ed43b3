// What does a request do to the state?
#pragma once

#include <optional>
#include <string>

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
    std::optional<Value> taken_in = {};  // of the body: by take_in_body
};

// Sees to what of the body is taken in. Needs no lock: of a world it looks at the environments,
// which never change.
void take_in_body(Turn& turn);

// What a turn did: the outcome, and the resource that it shows, if it does, and whose text is still
// to be told.
struct Deed {
    contract::Outcome outcome;
    ItemPointer shows = {};
};

// Carries out the operation's action on its resource, or refuses and changes nothing but which
// values are generated next. Refusals, in the order in which they are looked for: parent_not_found,
// rules before the lookup, not_found, rules, embedded_not_found, duplicate, in_use. An operation
// without a resource has its rules only, and shows an example. The caller holds the session's lock.
Deed behave(const Turn& turn);

// A resource's JSON text as the turn's operation shows it. Needs no lock: resources are immutable.
std::string text_of(const Turn& turn, const Item& item);

}  // namespace standin::state
