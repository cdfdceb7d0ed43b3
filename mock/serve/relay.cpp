#include "mock/serve/relay.h"

namespace standin::serve {

// The lock alone would let readers pass for as long as some are inside: whoever comes while a
// handler is exchanged waits at the door.
std::shared_lock<std::shared_mutex> Relay::enter() {
    if (closed_.load(std::memory_order_relaxed)) const std::lock_guard wait(door_);
    return std::shared_lock(mutex_);
}

Answer Relay::answer(http::Request request) {
    const auto inside = enter();
    return present_->answer(std::move(request));
}

Answer Relay::refuse(const http::Request& request, int status, std::string_view why) {
    const auto inside = enter();
    return present_->refuse(request, status, why);
}

void Relay::tidy() {
    const auto inside = enter();
    present_->tidy();
}

std::shared_ptr<Handler> Relay::replace(std::shared_ptr<Handler> next,
                                        const std::function<void()>& between) {
    struct Opened {
        ~Opened() { closed.store(false, std::memory_order_relaxed); }
        std::atomic<bool>& closed;
    };
    const std::lock_guard closing(door_);
    closed_.store(true, std::memory_order_relaxed);
    const Opened opened{closed_};
    const std::unique_lock alone(mutex_);
    between();
    std::swap(present_, next);
    return next;
}

}  // namespace standin::serve
