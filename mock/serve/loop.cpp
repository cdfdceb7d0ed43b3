#include "mock/serve/loop.h"

#include <cassert>

#include <sys/epoll.h>

#ifdef __SANITIZE_THREAD__
// ThreadSanitizer knows that epoll_ctl uses a descriptor, but not that the worker who closes it got
// it from epoll after that: an event of a one-shot connection comes only once it is armed again.
extern "C" const char* __tsan_default_suppressions() {
    return "race:standin::serve::Loop::control\n";
}
#endif

namespace standin::serve {

namespace {

// EPOLLRDHUP tells of the client's end whatever lies unread before it; EPOLLIN would tell of that.
uint32_t events_of(Want want) {
    assert(want == Want::read || want == Want::write || want == Want::hang);
    const uint32_t side = want == Want::read    ? EPOLLIN
                          : want == Want::write ? EPOLLOUT
                                                : EPOLLRDHUP;
    return side | EPOLLONESHOT;
}

}  // namespace

Loop::Loop() : epoll_(::epoll_create1(EPOLL_CLOEXEC), "epoll_create1") {
    epoll_event event{.events = EPOLLIN, .data = {.ptr = nullptr}};
    if (::epoll_ctl(epoll_.number(), EPOLL_CTL_ADD, closed_.descriptor(), &event) != 0) {
        throw std::system_error(errno, std::generic_category(), "epoll_ctl");
    }
}

// One event a call: events that a thread has fetched and not yet handled would wait for a handler
// that blocks, those in the kernel's list go to whoever is free.
Connection* Loop::next() {
    epoll_event event{};
    while (::epoll_wait(epoll_.number(), &event, 1, -1) != 1) assert(errno == EINTR);
    auto* connection = static_cast<Connection*>(event.data.ptr);
    if (connection) connection->take_over();
    return connection;
}

bool Loop::add(Connection& connection, Want want) {
    return control(EPOLL_CTL_ADD, connection, want);
}

void Loop::arm(Connection& connection, Want want) {
    [[maybe_unused]] const bool armed = control(EPOLL_CTL_MOD, connection, want);
    assert(armed);
}

bool Loop::control(int operation, Connection& connection, Want want) {
    epoll_event event{.events = events_of(want), .data = {.ptr = &connection}};
    const int descriptor = connection.descriptor();  // later it is somebody else's
    connection.hand_over();
    return ::epoll_ctl(epoll_.number(), operation, descriptor, &event) == 0;
}

}  // namespace standin::serve
