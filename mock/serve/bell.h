// A bell that one thread rings and others wait for.
#pragma once

#include <chrono>

#include "mock/serve/descriptor.h"

namespace standin::serve {

// Once rung it stays rung, until it is quieted. `ring` is async-signal-safe and may be called from
// any thread.
class Bell {
  public:
    Bell();

    void ring() noexcept;
    void quiet() noexcept;
    // Whether it has been rung when `time` is over; returns at once when it is.
    bool wait(std::chrono::milliseconds time) const;
    int descriptor() const { return event_.number(); }  // readable once rung

  private:
    Descriptor event_;
};

}  // namespace standin::serve
