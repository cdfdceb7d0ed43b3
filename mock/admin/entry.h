// One exchange of the journal, as the control API and the log tell of it: without secrets.
#pragma once

#include <string>

#include "mock/core/json_writer.h"
#include "mock/engine/exchange.h"

namespace standin::admin {

// A UUID that is the same whenever the same requests are made.
std::string id_of(const engine::Exchange& exchange, uint64_t seed);

// WireMock's entry (request, response, wasMatched) with what the contract says beside it.
void write_entry(JsonWriter& writer, const engine::Exchange& exchange, uint64_t seed);

// What was wrong with a request, and which faults fired on it, in one line; "" where nothing was.
std::string summary_of(const engine::Exchange& exchange);

}  // namespace standin::admin
