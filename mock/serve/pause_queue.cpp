#include "mock/serve/pause_queue.h"

#include <algorithm>
#include <vector>

#include <poll.h>

namespace standin::serve {

namespace {

constexpr std::chrono::milliseconds between_looks{500};

}  // namespace

void PauseQueue::add(Connection& connection, Moment due) {
    const std::lock_guard lock(mutex_);
    const Waiting waiting{&connection, std::chrono::steady_clock::now()};
    const auto added = waiting_.emplace(due, waiting);
    if (added == waiting_.begin()) changed_.notify_one();
}

void PauseQueue::release() {
    const std::lock_guard lock(mutex_);
    released_ = true;
    changed_.notify_one();
}

void PauseQueue::stop_looking() {
    const std::lock_guard lock(mutex_);
    looks_ = false;
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
        look();
        const auto [moment, waiting] = *waiting_.begin();
        if (!due(moment)) {
            changed_.wait_until(lock, std::min(moment, looked_ + between_looks));
            continue;
        }
        waiting_.erase(waiting_.begin());
        lock.unlock();
        resume_(*waiting.connection);
        lock.lock();
    }
}

void PauseQueue::look() {
    const Moment now = std::chrono::steady_clock::now();
    if (!looks_ || now < looked_ + between_looks) return;
    looked_ = now;
    std::vector<pollfd> sockets;
    for (const auto& [moment, waiting] : waiting_) {
        const bool fresh = waiting.since + between_looks > now;
        const int nobody = -1;  // poll() passes it over
        sockets.push_back({fresh ? nobody : waiting.connection->descriptor(), POLLRDHUP, 0});
    }
    if (::poll(sockets.data(), sockets.size(), 0) <= 0) return;
    auto each = waiting_.begin();
    for (const pollfd& socket : sockets) {
        const auto here = each++;
        if ((socket.revents & (POLLRDHUP | POLLHUP | POLLERR)) == 0) continue;
        here->second.connection->break_off();
        auto gone = waiting_.extract(here);
        gone.key() = Moment::min();
        waiting_.insert(std::move(gone));
    }
}

bool PauseQueue::due(Moment moment) const {
    return released_ || moment <= std::chrono::steady_clock::now();
}

}  // namespace standin::serve
