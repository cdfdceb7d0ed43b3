// What the control API and the log tell of rules that fired on a request.
#pragma once

#include <string>
#include <string_view>

#include "mock/core/json_writer.h"
#include "mock/fault/decision.h"

namespace standin::admin {

// "before_checks", "before_state" or "after_state", as plans say it.
std::string_view name_of(fault::When when);

// Writes {"rule", "plan", "when", "why", "drawn", "did"}; without "did" where nothing was open.
void write_firing(JsonWriter& writer, const fault::Firing& firing);

// "slow (delay 83 ms)": the rule, and what it does.
std::string summary_of(const fault::Firing& firing);

}  // namespace standin::admin
