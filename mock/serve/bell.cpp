#include "mock/serve/bell.h"

#include <cstdint>

#include <poll.h>
#include <sys/eventfd.h>

namespace standin::serve {

Bell::Bell() : event_(::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK), "eventfd") {}

void Bell::ring() noexcept {
    const int caller_errno = errno;  // a signal handler must not change it
    const uint64_t once = 1;
    [[maybe_unused]] const ssize_t written = ::write(event_.number(), &once, sizeof once);
    errno = caller_errno;
}

void Bell::quiet() noexcept {
    uint64_t times = 0;
    [[maybe_unused]] const ssize_t read = ::read(event_.number(), &times, sizeof times);
}

bool Bell::wait(std::chrono::milliseconds time) const {
    pollfd event{event_.number(), POLLIN, 0};
    return ::poll(&event, 1, static_cast<int>(time.count())) > 0;
}

}  // namespace standin::serve
