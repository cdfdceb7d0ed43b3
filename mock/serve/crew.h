// The worker threads.
#pragma once

#include <atomic>
#include <cstdint>
#include <functional>
#include <list>
#include <thread>

namespace standin::serve {

// A worker's pulse: odd while it works on something, even while it waits for work. Written by its
// worker, read by the crew.
class Pulse {
  public:
    void begin() { step(); }
    void end() { step(); }
    uint64_t count() const { return count_.load(std::memory_order_relaxed); }

  private:
    // A load and a store: there is only one writer.
    void step() { count_.store(count() + 1, std::memory_order_relaxed); }

    std::atomic<uint64_t> count_{0};
};

// Runs `work` in several threads, and in more of them when all are stuck. Every function belongs to
// the thread that made the crew. The threads block all signals.
class Crew {
  public:
    using Work = std::function<void(Pulse&)>;

    Crew(Work work, size_t threads, size_t most);
    ~Crew() { join(); }
    Crew(const Crew&) = delete;
    Crew& operator=(const Crew&) = delete;

    // Doubles the crew, up to `most`, if each of its threads is still at the very piece of work it
    // was at when this was called last. Calls should lie some milliseconds apart.
    void relieve();

    size_t size() const { return workers_.size(); }
    void join();  // waits until every `work` has returned

  private:
    struct Worker {
        alignas(64) Pulse pulse;  // on a cache line of its own
        uint64_t seen = 0;
        std::thread thread;
    };

    void hire(size_t threads);
    bool stuck();

    const Work work_;
    const size_t most_;
    std::list<Worker> workers_;  // a list: a worker stays where it is
};

}  // namespace standin::serve
