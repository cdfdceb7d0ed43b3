#include "mock/engine/session.h"

namespace standin::engine {

using fault::When;

Session::Session(std::string name, const Origin& origin, Attic& attic)
    : Session(name, origin, attic, origin.begin(name)) {}

Session::Session(std::string name, const Origin& origin, Attic& attic, Snapshot present)
    : name_(std::move(name)),
      origin_(origin),
      attic_(attic),
      journal_(origin.beginning().journal),
      outbox_(std::make_shared<Outbox>(name_, origin.beginning().seed)),
      present_(std::make_shared<Snapshot>(std::move(present))) {}

Session::~Session() {
    Departed departed(attic_);
    departed.add(std::move(present_));
    for (auto& [name, snapshot] : snapshots_) departed.add(std::move(snapshot));
    departed.add(journal_.clear());
}

Admission Session::admit(Exchange& exchange) {
    exchange.session = name_;
    const std::lock_guard lock(mutex_);
    exchange.ordinal = ++exchanges_;
    exchange.time = present_->world.clock.take();
    const fault::Faults& faults = present_->faults;
    return {present_,
            resets_,
            {faults.asks(When::before_checks), faults.asks(When::before_state),
             faults.asks(When::after_state)},
            faults.peeks()};
}

void Session::keep(std::shared_ptr<const Exchange> exchange, const Admission& admission) {
    journal_.keep(std::move(exchange), admission.resets);
}

void Session::adopt(const Session& former, Handover& handover) {
    const std::scoped_lock lock(mutex_, former.mutex_);
    present_ = std::make_shared<Snapshot>(handover.present(*former.present_));
    for (const auto& [name, snapshot] : former.snapshots_) {
        snapshots_[name] = std::make_shared<const Snapshot>(handover.past(*snapshot));
    }
    exchanges_ = former.exchanges_;
    journal_.adopt(former.journal_, handover.ground());
    outbox_ = former.outbox_;
    outbox_->go_on(resets_);
}

Snapshot Session::fork(const std::string& session) const {
    const std::lock_guard lock(mutex_);
    return present_->fork(session);
}

void Session::reset() {
    Departed departed(attic_);
    auto present = std::make_shared<Snapshot>(origin_.begin(name_));
    const std::lock_guard lock(mutex_);
    departed.add(std::exchange(present_, std::move(present)));
    for (auto& [name, snapshot] : snapshots_) departed.add(std::move(snapshot));
    snapshots_.clear();
    exchanges_ = 0;
    ++resets_;
    departed.add(outbox_->begin_anew(resets_));
    departed.add(journal_.begin_anew());
}

bool Session::take_snapshot(const std::string& snapshot) {
    Departed departed(attic_);
    const std::lock_guard lock(mutex_);
    const bool known = snapshots_.contains(snapshot);
    if (!known && snapshots_.size() >= most_snapshots) return false;
    auto& taken = snapshots_[snapshot];
    if (known) departed.add(std::move(taken));
    taken = std::make_shared<const Snapshot>(*present_);
    return true;
}

bool Session::restore(const std::string& snapshot) {
    Departed departed(attic_);
    const std::lock_guard lock(mutex_);
    const auto found = snapshots_.find(snapshot);
    if (found == snapshots_.end()) return false;
    auto present = std::make_shared<Snapshot>(*found->second);
    departed.add(std::exchange(present_, std::move(present)));
    return true;
}

bool Session::drop_snapshot(const std::string& snapshot) {
    Departed departed(attic_);
    const std::lock_guard lock(mutex_);
    const auto found = snapshots_.find(snapshot);
    if (found == snapshots_.end()) return false;
    departed.add(std::move(found->second));
    snapshots_.erase(found);
    return true;
}

std::vector<std::string> Session::snapshots() const {
    const std::lock_guard lock(mutex_);
    std::vector<std::string> names;
    for (const auto& [name, snapshot] : snapshots_) names.push_back(name);
    return names;
}

Moment::duration Session::idle_time(Moment now) {
    if (used_.exchange(false, std::memory_order_relaxed)) used_at_ = now;
    return now - used_at_;
}

uint64_t Session::exchanges() const {
    const std::lock_guard lock(mutex_);
    return exchanges_;
}

}  // namespace standin::engine
