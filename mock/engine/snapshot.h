// What a session is at one moment, and what every session begins as.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "mock/check/credentials.h"
#include "mock/contract/fixture.h"
#include "mock/engine/journal.h"
#include "mock/fault/faults.h"
#include "mock/state/world.h"

namespace standin::engine {

// How sessions begin.
struct Beginning {
    uint64_t seed = 0;
    Clock clock = Clock::fixed();
    std::vector<contract::Fixture> fixtures;
    std::vector<std::shared_ptr<const fault::Plan>> faults;
    Journal::Limits journal;
};

// A session's state, clock, ids and faults. Copying costs the same however much is stored: what two
// of them have in common is shared, and a change to one is not seen in the other.
struct Snapshot {
    state::World world;
    fault::Faults faults;
    std::shared_ptr<const check::Credentials> credentials;  // that are known; set when it is made

    // The same, but what is generated from here on is that of another session.
    Snapshot fork(const std::string& session) const {
        return {world.fork(session), faults.fork(session), credentials};
    }
};

// A snapshot made of a seed and a clock, with these fixtures in its state and no faults. Throws
// ContractError where two fixtures contradict each other.
Snapshot snapshot_of(const std::string& session, const Beginning& beginning,
                     const std::vector<contract::Fixture>& fixtures);

// The credentials that fixtures name.
std::shared_ptr<const check::Credentials> credentials_of(
    const std::vector<contract::Fixture>& fixtures);

// Puts a plan's rules in force, and its tick. Throws ContractError where a rule of that name is,
// or where they would be too many; nothing is changed then.
void install(Snapshot& snapshot, const std::shared_ptr<const fault::Plan>& plan);

// What every session begins as: made once, copied for each. Immutable.
class Origin {
  public:
    // `beginning` must outlive it. Throws ContractError as snapshot_of and install do.
    explicit Origin(const Beginning& beginning);

    const Beginning& beginning() const { return beginning_; }
    Snapshot begin(const std::string& session) const;

  private:
    const Beginning& beginning_;
    const Snapshot first_;
};

}  // namespace standin::engine
