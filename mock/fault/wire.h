// The names of what can happen to a connection, as plans and clients say them.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "mock/fault/delivery.h"

namespace standin::fault {

// WireMock's and Toxiproxy's names: "EMPTY_RESPONSE", "timeout". "" of Wire::none.
std::string_view name_of(Wire wire);
std::optional<Wire> wire_named(std::string_view name);

// The names of those that say everything by their name alone, in a fixed order.
const std::vector<std::string_view>& bare_wires();

// Whether it does something to an answer and so cannot be without one.
bool needs_answer(Wire wire);

}  // namespace standin::fault
