#include "mock/serve/pause_queue.h"

namespace standin::serve {

void PauseQueue::add(Connection& connection, Moment due) {
    const std::lock_guard lock(mutex_);
    const auto added = waiting_.emplace(due, &connection);
    if (added == waiting_.begin()) changed_.notify_one();
}

void PauseQueue::release() {
    const std::lock_guard lock(mutex_);
    released_ = true;
    changed_.notify_one();
}

void PauseQueue::close() {
    const std::lock_guard lock(mutex_);
    closed_ = true;
    changed_.notify_one();
}

void PauseQueue::run() {
    std::unique_lock lock(mutex_);
    while (!closed_) {
        if (waiting_.empty()) {
            changed_.wait(lock);
            continue;
        }
        const auto [moment, connection] = *waiting_.begin();
        if (!due(moment)) {
            changed_.wait_until(lock, moment);
            continue;
        }
        waiting_.erase(waiting_.begin());
        lock.unlock();
        resume_(*connection);
        lock.lock();
    }
}

bool PauseQueue::due(Moment moment) const {
    return released_ || moment <= std::chrono::steady_clock::now();
}

}  // namespace standin::serve
