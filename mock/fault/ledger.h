// How much of one quota has been used, by whom.
#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>

#include "mock/core/clock.h"
#include "mock/core/shared.h"
#include "mock/fault/effect.h"

namespace standin::fault {

// A window of a quota, for one key.
struct Used {
    Instant begin = 0;
    uint64_t requests = 0;  // those beyond the limit too
};

// Not thread-safe. Holds a bounded number of keys: a new one beyond it takes the place of one whose
// window is over, else of the one whose window began first. Counting costs the logarithm of their
// number.
class Ledger : public Counted {
  public:
    static constexpr size_t most_keys = 4096;

    explicit Ledger(milliseconds window) : window_(window) {}
    Ledger(const Ledger& other);

    // Counts one request. A window begins with the first request of its key, lasts as long as the
    // quota says, and is over too when the clock is put back to before it.
    Used count(const std::string& key, Instant time);

    size_t size() const { return used_.size(); }

  private:
    void make_room(Instant time);
    bool is_over(const Used& used, Instant time) const;

    const milliseconds window_;
    std::map<std::string, Used> used_;                         // by key
    std::set<std::pair<Instant, std::string_view>> by_begin_;  // the same keys, as used_ has them
};

}  // namespace standin::fault
