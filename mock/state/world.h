// The world of one session: what is stored, what time it is, which values come next.
#pragma once

#include <cstdint>
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

// Makes values that are a function of seed, session, what they are for, and how many came before.
class Maker {
  public:
    Maker(uint64_t seed, std::string session) : seed_(seed), session_(std::move(session)) {}

    // The next value for this purpose ("library/books"); text is kept in `document`.
    Value make(const contract::Generator& generator, const std::string& purpose, const Clock& clock,
               Document& document);

  private:
    uint64_t seed_;
    std::string session_;
    std::map<std::string, uint64_t> ordinals_;  // how many were made, by purpose
};

// Not thread-safe: its session's lock guards it.
struct World {
    World(uint64_t seed, const std::string& session, Clock time)
        : clock(time), maker(seed, session) {}

    Store store;
    Clock clock;
    Maker maker;
    Environments environments;
};

// Puts a fixture's seeds and environment into a world. Throws ContractError where two seeds of one
// kind have the same key, or the same values in a unique set.
void seed(World& world, const contract::Fixture& fixture);

}  // namespace standin::state
