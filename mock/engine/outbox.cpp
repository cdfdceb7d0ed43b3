#include "mock/engine/outbox.h"

#include <utility>

#include "mock/core/chance.h"

namespace standin::engine {

Outbox::~Outbox() {
    clear();
}

Postmark Outbox::postmark(const Written& written) {
    const uint64_t number = ++count_;
    return {session_, number, written.exchange, written.time,
            "msg_" + uuid_of(chance(seed_, {session_, "delivery"}, number))};
}

std::shared_ptr<Delivery> Outbox::add(Letter letter, const Written& written) {
    const std::lock_guard lock(mutex_);
    if (written.beginning && *written.beginning != beginning_) return nullptr;
    Postmark mark = postmark(written);
    letter.headers.set("webhook-id", mark.id);
    letter.headers.set("webhook-timestamp", std::to_string(written.time / 1000));
    auto delivery = std::make_shared<Delivery>(std::move(letter), std::move(mark));
    keep(delivery);
    return delivery;
}

void Outbox::keep(std::shared_ptr<Delivery> delivery) {
    bytes_ += delivery->letter().body.size();
    kept_.push_back(std::move(delivery));
    size_t gone = 0;
    while (kept_.size() - gone > most || (bytes_ > most_bytes && kept_.size() - gone > 1)) {
        bytes_ -= kept_[gone++]->letter().body.size();
    }
    kept_.erase(kept_.begin(), kept_.begin() + static_cast<std::ptrdiff_t>(gone));
}

std::vector<std::shared_ptr<Delivery>> Outbox::deliveries() const {
    const std::lock_guard lock(mutex_);
    return kept_;
}

std::shared_ptr<const void> Outbox::clear() {
    auto gone = std::make_shared<Deliveries>();
    {
        const std::lock_guard lock(mutex_);
        gone->swap(kept_);
        bytes_ = 0;
    }
    for (const auto& delivery : *gone) delivery->settle(Delivery::State::dropped);
    return gone;
}

std::shared_ptr<const void> Outbox::begin_anew(uint64_t beginning) {
    {
        const std::lock_guard lock(mutex_);
        count_ = 0;
        beginning_ = beginning;
    }
    return clear();
}

void Outbox::go_on(uint64_t beginning) {
    const std::lock_guard lock(mutex_);
    beginning_ = beginning;
}

}  // namespace standin::engine
