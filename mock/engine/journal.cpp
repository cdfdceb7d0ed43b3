#include "mock/engine/journal.h"

namespace standin::engine {

namespace {

// A body is kept as it was sent and as it was read, which takes several times as much.
size_t bytes_of(const Exchange& exchange) {
    size_t bytes = sizeof exchange + exchange.request.target.size() +
                   exchange.request.body.size() * (exchange.input.text ? 8 : 1) +
                   exchange.response.body.size() + exchange.outcome.result.size();
    for (const auto& [name, value] : exchange.request.headers) bytes += name.size() + value.size();
    for (const Problem& problem : exchange.problems) {
        bytes += sizeof problem + problem.pointer.size() + problem.schema.size() +
                 problem.expected.size() + problem.received.size() + problem.message.size();
    }
    return bytes;
}

// An exchange that keeps alive what it points into.
std::shared_ptr<const Exchange> standing_on(std::shared_ptr<const void> ground,
                                            std::shared_ptr<const Exchange> exchange) {
    using Both = std::pair<std::shared_ptr<const void>, std::shared_ptr<const Exchange>>;
    const Exchange* told = exchange.get();
    return {std::make_shared<const Both>(std::move(ground), std::move(exchange)), told};
}

}  // namespace

void Journal::keep(std::shared_ptr<const Exchange> exchange, uint64_t beginning) {
    const size_t bytes = bytes_of(*exchange);
    Gone gone;  // destroyed after the lock is released
    const std::lock_guard lock(mutex_);
    if (beginning != beginning_) return;
    keep({std::move(exchange), bytes, 0}, gone);
}

void Journal::keep(Entry entry, Gone& gone) {
    bytes_ += entry.bytes;
    kept_.push_back(std::move(entry));
    while (kept_.size() > limits_.exchanges || (bytes_ > limits_.bytes && kept_.size() > 1)) {
        bytes_ -= kept_.front().bytes;
        gone.add(std::move(kept_.front().exchange));
        kept_.pop_front();
    }
}

void Journal::adopt(const Journal& former, const std::shared_ptr<const void>& ground) {
    Gone gone;
    const std::scoped_lock lock(mutex_, former.mutex_);
    for (const auto& [exchange, bytes, moves] : former.kept_) {
        if (moves == most_moves) continue;
        // Whoever holds an exchange holds its ground, even where the journal has let go of it.
        keep({moves > 0 ? exchange : standing_on(ground, exchange), bytes, moves + 1}, gone);
    }
}

std::vector<std::shared_ptr<const Exchange>> Journal::exchanges() const {
    std::vector<std::shared_ptr<const Exchange>> exchanges;
    const std::lock_guard lock(mutex_);
    exchanges.reserve(kept_.size());
    for (const Entry& entry : kept_) exchanges.push_back(entry.exchange);
    return exchanges;
}

std::shared_ptr<const void> Journal::clear() {
    return clear(0);
}

std::shared_ptr<const void> Journal::begin_anew() {
    return clear(1);
}

std::shared_ptr<const void> Journal::clear(uint64_t beginnings) {
    auto cleared = std::make_shared<Entries>();
    const std::lock_guard lock(mutex_);
    cleared->swap(kept_);
    bytes_ = 0;
    beginning_ += beginnings;
    return cleared;
}

}  // namespace standin::engine
