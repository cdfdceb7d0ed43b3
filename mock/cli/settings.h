// What the engine is made of, from the flags: contracts, overlays, fixtures, fault plans.
#pragma once

#include "mock/cli/option.h"
#include "mock/engine/engine.h"

namespace standin::cli {

// Reads everything that the flags name, and logs what was left out. Throws ContractError and
// UsageError.
engine::Settings settings_of(const ServeOptions& options, const contract::Reach& reach);

}  // namespace standin::cli
