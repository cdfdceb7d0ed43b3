#include "mock/engine/delivery.h"

#include <utility>

namespace standin::engine {

Delivery::Delivery(Letter letter, Postmark postmark)
    : letter_(std::move(letter)), postmark_(std::move(postmark)) {
    if (!letter_.refusal.empty()) report_.state = State::refused;
}

Delivery::Report Delivery::report() const {
    const std::lock_guard lock(mutex_);
    return report_;
}

bool Delivery::is_waiting() const {
    const std::lock_guard lock(mutex_);
    return report_.state == State::waiting;
}

void Delivery::add(Try made) {
    const std::lock_guard lock(mutex_);
    report_.tries.push_back(std::move(made));
}

void Delivery::settle(State state) {
    const std::lock_guard lock(mutex_);
    if (report_.state == State::waiting) report_.state = state;
}

std::string_view name_of(Delivery::State state) {
    switch (state) {
        case Delivery::State::delivered:
            return "delivered";
        case Delivery::State::failed:
            return "failed";
        case Delivery::State::refused:
            return "refused";
        case Delivery::State::dropped:
            return "dropped";
        default:
            return "waiting";
    }
}

}  // namespace standin::engine
