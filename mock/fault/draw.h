// What one rule draws for one request.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "mock/core/chance.h"
#include "mock/fault/rule.h"

namespace standin::fault {

// From 0 to below 1, of 53 bits each.
double uniform_of(uint64_t bits);

// A delay, in whole milliseconds: of a uniform one each from lower to upper is as likely, a
// lognormal one is median * exp(sigma * z), where z is normal (Box and Muller, 1958).
milliseconds delay_of(const Delay& delay, Bits bits);

// A function of the key alone: other rules and other requests change nothing. Remembers the numbers
// that it gave.
class Draw {
  public:
    struct Key {
        uint64_t seed = 0;
        std::string_view session;
        std::string_view purpose;  // keeps what a request asks for apart from what is in force
        uint64_t count = 0;        // of requests, for this rule
    };

    // All of it must outlive this.
    Draw(const Key& key, const Rule& rule) : key_(key), rule_(rule) {}

    double number(std::string_view what);
    milliseconds time(std::string_view what, const Delay& delay);
    Bits bits(std::string_view what) const;
    // 128 bytes that are no chunk and no response: the first one is neither a digit nor a letter.
    std::string garbage() const;

    uint64_t count() const { return key_.count; }
    const std::vector<std::pair<std::string, double>>& drawn() const { return drawn_; }

  private:
    const Key key_;
    const Rule& rule_;
    std::vector<std::pair<std::string, double>> drawn_;
};

}  // namespace standin::fault
