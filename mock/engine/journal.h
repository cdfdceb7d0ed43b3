// What happened in a session: its last exchanges.
#pragma once

#include <deque>
#include <memory>
#include <mutex>
#include <vector>

#include "mock/engine/exchange.h"

namespace standin::engine {

// A bounded ring: the oldest exchanges make room for new ones. Safe to use from several threads;
// an exchange that was kept is immutable.
class Journal {
  public:
    struct Limits {
        size_t exchanges = 1000;
        size_t bytes = 64 << 20;  // of memory, about
    };

    // How many times exchanges go from one journal into another.
    static constexpr int most_moves = 4;

    explicit Journal(Limits limits) : limits_(limits) {}

    // Takes in what another one has kept, behind its own. `ground` is what those exchanges
    // point into: they hold it from then on. Each may keep a whole set of contracts alive, so those
    // that were moved most_moves times before are left out.
    void adopt(const Journal& former, const std::shared_ptr<const void>& ground);

    void keep(std::shared_ptr<const Exchange> exchange);
    // From the oldest to the newest.
    std::vector<std::shared_ptr<const Exchange>> exchanges() const;
    // Leaves it empty; what it kept is the caller's to free.
    std::shared_ptr<const void> clear();

  private:
    struct Kept {
        std::shared_ptr<const Exchange> exchange;
        int moves = 0;
    };

    void keep(Kept kept);

    const Limits limits_;

    mutable std::mutex mutex_;
    std::deque<Kept> kept_;  // guarded by mutex_
    size_t bytes_ = 0;       // guarded by mutex_
};

}  // namespace standin::engine
