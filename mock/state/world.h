// The world of one session: what is stored, what time it is, which values come next.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <string>

#include "mock/contract/fixture.h"
#include "mock/core/chance.h"
#include "mock/core/clock.h"
#include "mock/state/store.h"

namespace standin::state {

// Variables that references in requests may name, by contract.
using Environments =
    std::map<const contract::Contract*, std::map<std::string, std::string>>;  // never iterated

// How many values were generated, by what they are for: contract and resource ("library/books"),
// then "#" for a sequence, then the prefix of an id.
using Generated = std::map<std::string, uint64_t>;

// Makes values that are a function of seed, session, what they are for, and how many came before.
class Maker {
  public:
    Maker(uint64_t seed, std::string session) : seed_(seed), session_(std::move(session)) {}

    // The next value for this purpose ("library/books") at this time; text is kept in `document`.
    Value make(const contract::Generator& generator, const std::string& purpose, Instant now,
               Document& document);

    const Generated& generated() const { return generated_; }
    // Goes on as if so many were generated; never backwards, where one value would come twice.
    void go_on(const std::string& purpose, uint64_t count);
    // Forgets how many values were generated for purposes that are none any more.
    void keep_only(const std::function<bool(const std::string& purpose)>& is_one);
    // Goes on as another session's.
    void rename(const std::string& session) { session_ = session; }

  private:
    uint64_t seed_;
    std::string session_;
    Generated generated_;
};

// A copy takes time by the number of contracts, whatever is stored; it and its original never see
// each other's changes. Not thread-safe: its session's lock guards it. Copies share nothing that
// needs a lock, so each may have a session of its own.
struct World {
    World(uint64_t seed, const std::string& session, Clock time)
        : clock(time), maker(seed, session) {}

    // A copy from here on, in which values are generated as in the session of that name.
    World fork(const std::string& session) const;

    Store store;
    Clock clock;
    Maker maker;
    Environments environments;  // never changed once it is a session's
};

// Puts a fixture's seeds, environment and counts of generated values into a world. Throws
// ContractError where two seeds of one kind have the same key, or the same values in a unique set.
void seed(World& world, const contract::Fixture& fixture);

}  // namespace standin::state
