#include "mock/engine/session.h"

namespace standin::engine {

Session::Session(std::string name, const Beginning& beginning)
    : name_(std::move(name)), beginning_(beginning), journal_(beginning.journal), world_(begin()) {}

std::unique_ptr<state::World> Session::begin() const {
    auto world = std::make_unique<state::World>(beginning_.seed, name_, beginning_.clock);
    for (const contract::Fixture& fixture : beginning_.fixtures) state::seed(*world, fixture);
    return world;
}

void Session::admit(Exchange& exchange) {
    const std::lock_guard lock(mutex_);
    exchange.ordinal = ++exchanges_;
    exchange.time = world_->clock.now();
}

void Session::reset() {
    auto fresh = begin();
    const std::lock_guard lock(mutex_);
    world_.swap(fresh);
    exchanges_ = 0;
    journal_.clear();
}

}  // namespace standin::engine
