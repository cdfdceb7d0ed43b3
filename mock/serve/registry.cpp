#include "mock/serve/registry.h"

namespace standin::serve {

Connection& Registry::add(std::unique_ptr<Connection> connection) {
    Connection& added = *connection;
    const std::lock_guard lock(mutex_);
    connections_.emplace(&added, std::move(connection));
    return added;
}

void Registry::remove(Connection& connection) {
    std::unique_ptr<Connection> removed;  // destroyed after the lock is released
    const std::lock_guard lock(mutex_);
    const auto found = connections_.find(&connection);
    removed = std::move(found->second);
    connections_.erase(found);
    if (connections_.empty()) emptied_.notify_all();
}

size_t Registry::size() const {
    const std::lock_guard lock(mutex_);
    return connections_.size();
}

void Registry::each(const std::function<void(Connection&)>& visit) {
    const std::lock_guard lock(mutex_);
    for (auto& [connection, owned] : connections_) visit(*connection);
}

bool Registry::wait_empty(std::chrono::milliseconds time) {
    std::unique_lock lock(mutex_);
    return emptied_.wait_for(lock, time, [this] { return connections_.empty(); });
}

}  // namespace standin::serve
