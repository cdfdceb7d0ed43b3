// Telling what a world holds, in the form in which fixtures are written.
#pragma once

#include "mock/core/json_writer.h"
#include "mock/state/world.h"

namespace standin::state {

// Writes the members of one contract's fixture (fixtures/README.md) into an object that the caller
// has begun: contract, environment, generated, and those resources of which there are any, whole
// and with their secrets. Seeding a world with it gives the same state. There are no credentials
// among them, because a world does not know them: the caller adds them.
void write_state(JsonWriter& writer, const World& world, const contract::Contract& contract);

}  // namespace standin::state
