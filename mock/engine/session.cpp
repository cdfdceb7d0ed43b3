#include "mock/engine/session.h"

namespace standin::engine {

Session::Session(std::string name, const Origin& origin, Attic& attic)
    : Session(name, origin, attic, origin.begin(name)) {}

Session::Session(std::string name, const Origin& origin, Attic& attic, Snapshot present)
    : name_(std::move(name)),
      origin_(origin),
      attic_(attic),
      journal_(origin.beginning().journal),
      present_(std::make_shared<Snapshot>(std::move(present))) {}

Session::~Session() {
    attic_.put(std::move(present_));
    for (auto& [name, snapshot] : snapshots_) attic_.put(std::move(snapshot));
}

Admission Session::admit(Exchange& exchange) {
    used_.store(true, std::memory_order_relaxed);
    exchange.session = name_;
    const std::lock_guard lock(mutex_);
    exchange.ordinal = ++exchanges_;
    exchange.time = present_->world.clock.take();
    return {present_->credentials, !present_->faults.empty(), resets_};
}

void Session::keep(std::shared_ptr<const Exchange> exchange, const Admission& admission) {
    const std::lock_guard lock(mutex_);
    if (admission.resets == resets_) journal_.keep(std::move(exchange));
}

Snapshot Session::fork(const std::string& session) const {
    const std::lock_guard lock(mutex_);
    return present_->fork(session);
}

// With the lock held.
void Session::put_present(std::shared_ptr<Snapshot> present) {
    present_.swap(present);
    attic_.put(std::move(present));
}

void Session::reset() {
    auto present = std::make_shared<Snapshot>(origin_.begin(name_));
    const std::lock_guard lock(mutex_);
    put_present(std::move(present));
    for (auto& [name, snapshot] : snapshots_) attic_.put(std::move(snapshot));
    snapshots_.clear();
    exchanges_ = 0;
    ++resets_;
    journal_.clear();
}

void Session::replace(Snapshot present) {
    auto made = std::make_shared<Snapshot>(std::move(present));
    const std::lock_guard lock(mutex_);
    put_present(std::move(made));
}

bool Session::take_snapshot(const std::string& snapshot) {
    const std::lock_guard lock(mutex_);
    const auto known = snapshots_.find(snapshot);
    if (known == snapshots_.end() && snapshots_.size() >= most_snapshots) return false;
    auto taken = std::make_shared<const Snapshot>(*present_);
    if (known != snapshots_.end()) {
        attic_.put(std::exchange(known->second, std::move(taken)));
    } else {
        snapshots_.emplace(snapshot, std::move(taken));
    }
    return true;
}

bool Session::restore(const std::string& snapshot) {
    const std::lock_guard lock(mutex_);
    const auto found = snapshots_.find(snapshot);
    if (found == snapshots_.end()) return false;
    put_present(std::make_shared<Snapshot>(*found->second));
    return true;
}

bool Session::drop_snapshot(const std::string& snapshot) {
    const std::lock_guard lock(mutex_);
    const auto found = snapshots_.find(snapshot);
    if (found == snapshots_.end()) return false;
    attic_.put(std::move(found->second));
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
