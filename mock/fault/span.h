// Spans of time, as people and header fields are told them.
#pragma once

#include <chrono>
#include <cstdint>
#include <string>

namespace standin::fault {

using std::chrono::milliseconds;

// In the largest unit that leaves a whole number: "1 h", "60 s", "1500 ms".
std::string spell(milliseconds span);

// In whole seconds, rounded up.
int64_t seconds_of(milliseconds span);

}  // namespace standin::fault
