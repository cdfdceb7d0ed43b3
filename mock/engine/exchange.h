// One request with everything that happened to it.
//
//   what was sent?                      request      serve reads
//   whose world is it?                  session      Session
//   which operation is it?              match        match::Router
//   may this caller use it?             error        check::credentials
//   is it what the contract asks for?   input        check::input
//   should it go wrong on purpose?      fault        fault::Faults
//   what does it do to the state?       outcome      state::behave
//   how does this contract dress it?    response     envelope
//   what happened?                      (all of it)  Journal
//
// The fields stand in that order and are filled from the top; where a station refuses, those below
// it stay empty but for the response. Faults are asked three times: before anything is checked,
// before the state is reached, and after.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "mock/contract/input.h"
#include "mock/contract/outcome.h"
#include "mock/core/clock.h"
#include "mock/engine/delivery.h"
#include "mock/fault/decision.h"
#include "mock/http/message.h"
#include "mock/match/router.h"

namespace standin::engine {

struct Exchange {
    http::Request request;
    std::string session;
    uint64_t ordinal = 0;  // in its session, from 1
    Instant time = 0;      // of the session's clock
    match::Match match;
    std::string error;  // names what was refused, "" = nothing was; a rule is "rule"
    Problems problems;
    contract::Input input;
    const contract::Shape* body_shape =
        nullptr;  // of the body as it was read, where a schema tells
    fault::Decision fault;
    contract::Outcome outcome;
    http::Response response;  // of status 0 where a fault left nothing to answer
    Problems violations;  // what it has that the contract does not promise, where that was asked
    std::vector<std::shared_ptr<Delivery>> deliveries;  // of its operation's callbacks

    // The operation's id; "" where none was found.
    std::string_view operation_id() const {
        return match.operation ? std::string_view(match.operation->id) : std::string_view();
    }
};

}  // namespace standin::engine
