// One isolated world with its journal.
#pragma once

#include <array>
#include <atomic>
#include <chrono>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <utility>
#include <vector>

#include "mock/engine/attic.h"
#include "mock/engine/exchange.h"
#include "mock/engine/handover.h"
#include "mock/engine/journal.h"
#include "mock/engine/latch.h"
#include "mock/engine/outbox.h"
#include "mock/engine/snapshot.h"

namespace standin::engine {

using Moment = std::chrono::steady_clock::time_point;

// What a session tells of itself when a request comes in.
struct Admission {
    // What it is; what of it may change is to be reached by Session::with only.
    std::shared_ptr<Snapshot> present;
    uint64_t resets = 0;          // how often it was reset before
    std::array<bool, 3> asked{};  // whether it has rules, by fault::When
    bool peeks = false;           // a rule before the checks looks into the request
};

// Everything that changes while requests are answered. Safe to use from several threads: what it is
// at present is reached only under its lock, the journal has its own.
class Session {
  public:
    static constexpr size_t most_snapshots = 1000;

    // Begins as the origin says, or as something else; a reset leads back to the origin either way.
    // `origin` and `attic` must outlive it.
    Session(std::string name, const Origin& origin, Attic& attic);
    Session(std::string name, const Origin& origin, Attic& attic, Snapshot present);
    ~Session();

    const std::string& name() const { return name_; }
    Journal& journal() { return journal_; }
    Outbox& outbox() { return *outbox_; }

    // Gives an exchange its number, its time and its session's name.
    Admission admit(Exchange& exchange);
    // Puts an exchange into the journal, unless the session was reset since it was admitted.
    void keep(std::shared_ptr<const Exchange> exchange, const Admission& admission);

    // Runs a step on what the session is at present, alone.
    template <class Step>
    auto with(Step step) {
        const std::lock_guard lock(mutex_);
        return step(*present_);
    }

    // The same on what it was when a request came in: one that is overtaken by a reset or a restore
    // ends in the world in which it began.
    template <class Step>
    auto with(const Admission& admission, Step step) {
        const std::lock_guard lock(mutex_);
        return step(*admission.present);
    }

    // Puts what a step makes of the present in its place.
    template <class Step>
    void replace(Step make) {
        Departed departed(attic_);
        const std::lock_guard lock(mutex_);
        auto made = std::make_shared<Snapshot>(make(std::as_const(*present_)));
        departed.add(std::exchange(present_, std::move(made)));
    }

    // Becomes what a session over former settings was, with its journal and snapshots, the names of
    // which are one. Nobody may use either meanwhile.
    void adopt(const Session& former, Handover& handover);

    // Each takes the same time however much is stored.
    Snapshot fork(const std::string& session) const;
    void reset();  // everything as it began; the journal and the snapshots are cleared
    bool take_snapshot(const std::string& snapshot);  // false when there are most_snapshots
    bool restore(const std::string& snapshot);        // false where there is none of that name
    bool drop_snapshot(const std::string& snapshot);
    std::vector<std::string> snapshots() const;  // by name

    // How many exchanges it has admitted since it began.
    uint64_t exchanges() const;

    // Somebody has it in hand: it is not idle.
    void use() { used_.store(true, std::memory_order_relaxed); }
    bool was_used() const { return used_.load(std::memory_order_relaxed); }  // since idle_time()
    // How long it has been unused, as far as whoever asks this from time to time can tell. For one
    // thread alone.
    Moment::duration idle_time(Moment now);

  private:
    const std::string name_;
    const Origin& origin_;
    Attic& attic_;
    Journal journal_;
    std::shared_ptr<Outbox> outbox_;
    std::atomic<bool> used_{true};  // since idle_time() was asked last
    Moment used_at_;                // belongs to idle_time()

    mutable Latch mutex_;
    std::shared_ptr<Snapshot> present_;                                 // guarded by mutex_
    std::map<std::string, std::shared_ptr<const Snapshot>> snapshots_;  // guarded by mutex_
    uint64_t exchanges_ = 0;                                            // guarded by mutex_
    uint64_t resets_ = 0;                                               // guarded by mutex_
};

}  // namespace standin::engine
