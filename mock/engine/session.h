// One isolated world with its journal.
#pragma once

#include <memory>
#include <mutex>
#include <string>

#include "mock/contract/fixture.h"
#include "mock/engine/journal.h"
#include "mock/state/world.h"

namespace standin::engine {

// How sessions begin.
struct Beginning {
    uint64_t seed = 0;
    Clock clock = Clock::fixed();
    std::vector<contract::Fixture> fixtures;
    Journal::Limits journal;
};

// Everything that changes while requests are answered. Safe to use from several threads: the world
// is reached only under the session's lock, the journal has its own.
class Session {
  public:
    // `beginning` must outlive the session.
    Session(std::string name, const Beginning& beginning);

    const std::string& name() const { return name_; }
    Journal& journal() { return journal_; }

    // Gives an exchange its number and its time.
    void admit(Exchange& exchange);

    // Runs a step with the world, alone.
    template <class Step>
    auto with_world(Step step) {
        const std::lock_guard lock(mutex_);
        return step(*world_);
    }

    // Puts everything back to how it began; the journal is cleared too.
    void reset();

  private:
    std::unique_ptr<state::World> begin() const;

    const std::string name_;
    const Beginning& beginning_;
    Journal journal_;

    std::mutex mutex_;
    std::unique_ptr<state::World> world_;  // guarded by mutex_
    uint64_t exchanges_ = 0;               // guarded by mutex_
};

}  // namespace standin::engine
