// Points in time, for waiting: no clock that a client sees.
#pragma once

#include <chrono>

namespace standin::serve {

using Moment = std::chrono::steady_clock::time_point;
using Pause = std::chrono::microseconds;

}  // namespace standin::serve
