// A value as a Server-Sent Event (HTML Standard, section 9.2.5).
#pragma once

#include <string>

#include "mock/core/value.h"

namespace standin::sample {

// The fields `event`, `data`, `id` and `retry` of an object that has no other members, in its
// order; any other value is the JSON of `data`. A line feed begins another line of its field. Ends
// with the empty line that sends the event.
std::string event_of(const Value& value);

}  // namespace standin::sample
