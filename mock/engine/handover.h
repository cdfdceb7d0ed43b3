// What happens to sessions when contracts, fixtures and fault plans are loaded anew.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "mock/engine/snapshot.h"
#include "mock/state/carry.h"

namespace standin::engine {

struct Settings;

// What became of the sessions of a mock.
struct Handed {
    size_t sessions = 0;
    state::Carried resources;         // of what the sessions are at present
    std::vector<std::string> faults;  // plans that are none any more, and why
};

// Turns snapshots over former settings into such over others: state and counts of faults are kept,
// as far as the others allow. Credentials are kept too, but for those of schemes that were not
// there before, which are as the fixtures say. Belongs to one thread; `from` and `to` must outlive
// it.
class Handover {
  public:
    Handover(const Settings& from, const Settings& to);

    // What a session is at present, or was when a snapshot was taken. Only the former is told.
    Snapshot present(const Snapshot& former);
    Snapshot past(const Snapshot& former);

    // What exchanges that were answered over the former settings point into.
    const std::shared_ptr<const void>& ground() const { return ground_; }

    Handed& handed() { return handed_; }

  private:
    using PlanPointer = std::shared_ptr<const fault::Plan>;

    Snapshot carry(const Snapshot& former, state::Carried& told);
    fault::Faults faults(const Snapshot& former);
    PlanPointer heir(const PlanPointer& plan);
    PlanPointer read_again(const fault::Plan& plan);
    std::shared_ptr<const check::Credentials> credentials(const check::Credentials& former) const;

    const Settings& from_;
    const Settings& to_;
    const std::shared_ptr<const void> ground_;
    state::Carrier carrier_;
    std::map<PlanPointer, PlanPointer> heirs_;  // never iterated
    std::map<const check::Credentials*, std::shared_ptr<const check::Credentials>> known_;  // so
    Handed handed_;
};

}  // namespace standin::engine
