// What happened in a session: its last exchanges.
#pragma once

#include <deque>
#include <memory>
#include <mutex>
#include <vector>

#include "mock/engine/exchange.h"
#include "mock/engine/latch.h"

namespace standin::engine {

// A bounded ring: the oldest exchanges make room for new ones. Safe to use from several threads;
// an exchange that was kept is immutable. Its lock is held while a pointer is put in its place:
// what has to make room is destroyed, and an entry is rendered, outside of it.
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

    // Unless the journal has begun anew more often than `beginning` says: what was asked before
    // that is none of its exchanges.
    void keep(std::shared_ptr<const Exchange> exchange, uint64_t beginning = 0);
    // From the oldest to the newest.
    std::vector<std::shared_ptr<const Exchange>> exchanges() const;
    // Leaves it empty; what it kept is the caller's to free.
    std::shared_ptr<const void> clear();
    // The same, and begins anew.
    std::shared_ptr<const void> begin_anew();

  private:
    struct Entry {
        std::shared_ptr<const Exchange> exchange;
        size_t bytes = 0;
        int moves = 0;  // from other journals
    };
    using Entries = std::deque<Entry>;

    // What had to make room: mostly one exchange.
    struct Gone {
        std::shared_ptr<const Exchange> first;
        std::vector<std::shared_ptr<const Exchange>> others;

        void add(std::shared_ptr<const Exchange> exchange) {
            first ? others.push_back(std::move(exchange)) : first.swap(exchange);
        }
    };

    std::shared_ptr<const void> clear(uint64_t beginnings);
    void keep(Entry entry, Gone& gone);  // with mutex_ held

    const Limits limits_;

    mutable Latch mutex_;
    Entries kept_;            // guarded by mutex_
    size_t bytes_ = 0;        // guarded by mutex_
    uint64_t beginning_ = 0;  // how often it has begun anew; guarded by mutex_
};

}  // namespace standin::engine
