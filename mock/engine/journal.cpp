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

void Journal::keep(std::shared_ptr<const Exchange> exchange) {
    const std::lock_guard lock(mutex_);
    keep(Kept{std::move(exchange)});
}

void Journal::keep(Kept kept) {
    bytes_ += bytes_of(*kept.exchange);
    kept_.push_back(std::move(kept));
    while (kept_.size() > limits_.exchanges || (bytes_ > limits_.bytes && kept_.size() > 1)) {
        bytes_ -= bytes_of(*kept_.front().exchange);
        kept_.pop_front();
    }
}

void Journal::adopt(const Journal& former, const std::shared_ptr<const void>& ground) {
    const std::scoped_lock lock(mutex_, former.mutex_);
    for (const auto& [exchange, moves] : former.kept_) {
        if (moves == most_moves) continue;
        // Whoever holds an exchange holds its ground, even where the journal has let go of it.
        keep({moves > 0 ? exchange : standing_on(ground, exchange), moves + 1});
    }
}

std::vector<std::shared_ptr<const Exchange>> Journal::exchanges() const {
    const std::lock_guard lock(mutex_);
    std::vector<std::shared_ptr<const Exchange>> exchanges;
    exchanges.reserve(kept_.size());
    for (const Kept& kept : kept_) exchanges.push_back(kept.exchange);
    return exchanges;
}

std::shared_ptr<const void> Journal::clear() {
    auto cleared = std::make_shared<decltype(kept_)>();
    const std::lock_guard lock(mutex_);
    cleared->swap(kept_);
    bytes_ = 0;
    return cleared;
}

}  // namespace standin::engine
