// How much of which quota has been used, by whom.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>

#include "mock/core/clock.h"
#include "mock/fault/effect.h"

namespace standin::fault {

// A window of a quota, for one key.
struct Used {
    Instant begin = 0;
    uint64_t requests = 0;  // those beyond the limit too
};

// Not thread-safe. Holds a bounded number of keys for each rule: where there are more, windows that
// are over go first, then the one that began first.
class Ledger {
  public:
    static constexpr size_t most_keys = 4096;

    // Counts one request. A window begins with the first request of its key, lasts as long as the
    // quota says, and is over too when the clock is put back to before it.
    Used count(const std::string& rule, const std::string& key, milliseconds window, Instant time);

    void forget(const std::string& rule) { used_.erase(rule); }
    void clear() { used_.clear(); }
    size_t size(const std::string& rule) const;

  private:
    std::map<std::string, std::map<std::string, Used>> used_;  // by rule, then by key
};

}  // namespace standin::fault
