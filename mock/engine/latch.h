// A lock for steps that take microseconds.
#pragma once

#include <mutex>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

namespace standin::engine {

// A mutex at which a thread looks a while longer before it goes to sleep: being woken costs more
// than the step for which it waits.
class Latch {
  public:
    void lock() {
        for (int looks = 0; looks < most_looks; ++looks) {
            if (mutex_.try_lock()) return;
            rest();
        }
        mutex_.lock();
    }
    bool try_lock() { return mutex_.try_lock(); }
    void unlock() { mutex_.unlock(); }

  private:
    static constexpr int most_looks = 100;

    static void rest() {
#ifdef __SSE2__
        _mm_pause();
#endif
    }

    std::mutex mutex_;
};

}  // namespace standin::engine
