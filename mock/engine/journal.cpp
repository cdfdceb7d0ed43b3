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

}  // namespace

void Journal::keep(std::shared_ptr<const Exchange> exchange) {
    const std::lock_guard lock(mutex_);
    bytes_ += bytes_of(*exchange);
    kept_.push_back(std::move(exchange));
    while (kept_.size() > limits_.exchanges || (bytes_ > limits_.bytes && kept_.size() > 1)) {
        bytes_ -= bytes_of(*kept_.front());
        kept_.pop_front();
    }
}

std::vector<std::shared_ptr<const Exchange>> Journal::exchanges() const {
    const std::lock_guard lock(mutex_);
    return {kept_.begin(), kept_.end()};
}

std::shared_ptr<const void> Journal::clear() {
    auto cleared = std::make_shared<decltype(kept_)>();
    const std::lock_guard lock(mutex_);
    cleared->swap(kept_);
    bytes_ = 0;
    return cleared;
}

}  // namespace standin::engine
