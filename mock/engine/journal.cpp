#include "mock/engine/journal.h"

namespace standin::engine {

namespace {

size_t bytes_of(const Exchange& exchange) {
    return exchange.request.target.size() + exchange.request.body.size() +
           exchange.response.body.size();
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

void Journal::clear() {
    const std::lock_guard lock(mutex_);
    kept_.clear();
    bytes_ = 0;
}

}  // namespace standin::engine
