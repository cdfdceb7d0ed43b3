// Answers that break their own contract: the client's decoder is the thing under test.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "mock/contract/contract.h"
#include "mock/core/chance.h"
#include "mock/fault/rule.h"
#include "mock/http/message.h"

namespace standin::fault {

// "missing_member", …
std::string_view name_of(Breach breach);
std::optional<Breach> breach_named(std::string_view name);

struct Broken {
    std::string body;
    std::string did;  // "missing_member at /result/alias"
};

// The response's body, changed in one place so that the schema which the operation documents for
// its status no longer holds. Only an extra_member may fit it, where nothing forbids one: then it
// is a member that nobody declared. `draw` chooses among the places and the rule's kinds of breach.
// Nothing where the body is not JSON, no schema speaks of it, or nothing in it can be broken so.
std::optional<Broken> break_answer(const contract::Operation& operation,
                                   const http::Response& response, const Rule& rule, Bits draw);

}  // namespace standin::fault
