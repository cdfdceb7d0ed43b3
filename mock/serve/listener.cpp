#include "mock/serve/listener.h"

#include <cerrno>
#include <cstring>
#include <stdexcept>

#include <httplib.h>

namespace standin::serve {

namespace {

constexpr int backlog = 1024;  // the kernel cuts it down to net.core.somaxconn

// Runs every job at once in the accepting thread. Job is all there is to do with a socket: put it
// into epoll, which takes less time than handing it to another thread.
class NoQueue final : public httplib::TaskQueue {
    using Job = std::function<void()>;
    // void in older versions of the library; bool, "there was room", in newer ones
    using Enqueued = decltype(std::declval<httplib::TaskQueue&>().enqueue(Job()));

  public:
    Enqueued enqueue(Job job) override {
        job();
        return Enqueued(true);
    }
    void shutdown() override {}
};

// The library's own options would set SO_REUSEPORT, with which a second server on the same port
// starts and takes half of the first one's connections.
void set_options(socket_t socket) {
    const int yes = 1;
    ::setsockopt(socket, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
}

// Why the library, which says only "no", could not bind.
std::string reason_for(const std::string& host, int error) {
    addrinfo* found = nullptr;
    const int status = ::getaddrinfo(host.c_str(), nullptr, nullptr, &found);
    if (status != 0) return ::gai_strerror(status);
    ::freeaddrinfo(found);
    return error != 0 ? std::strerror(error) : "no address of that name can be bound";
}

}  // namespace

class Listener::Impl final : public httplib::Server {
  public:
    explicit Impl(Accepted accepted) : accepted_(std::move(accepted)) {
        new_task_queue = [] { return new NoQueue; };
        set_tcp_nodelay(true);  // Linux: accepted sockets inherit it
        set_socket_options(set_options);
    }
    ~Impl() override {
        if (socket_ != INVALID_SOCKET) ::close(socket_);
    }

    int listen_on(const std::string& host, int port) {
        errno = 0;
        const int bound = port == 0 ? bind_to_any_port(host) : bind_to_port(host, port) ? port : -1;
        if (bound < 0 || ::listen(svr_sock_, backlog) != 0) {
            const int error = errno;
            const bool literal_6 = host.find(':') != host.npos;
            throw std::runtime_error("cannot listen on " + (literal_6 ? "[" + host + "]" : host) +
                                     ":" + std::to_string(port) + ": " + reason_for(host, error));
        }
        socket_ = svr_sock_;
        return bound;
    }

    // The library's own stop() does nothing before its accept loop has begun, and closes the
    // descriptor under the loop's feet afterwards. Here the loop is woken, and the descriptor
    // closed when nobody uses it any more.
    void wake() {
        if (svr_sock_.exchange(INVALID_SOCKET) != INVALID_SOCKET) ::shutdown(socket_, SHUT_RDWR);
    }

    bool accept_all() {
        const bool stopped = listen_after_bind();
        if (!stopped) socket_ = INVALID_SOCKET;  // the library has closed it
        return stopped;
    }

  private:
    bool process_and_close_socket(socket_t socket) override {
        accepted_(static_cast<int>(socket));
        return true;
    }

    const Accepted accepted_;
    socket_t socket_ = INVALID_SOCKET;
};

Listener::Listener(Accepted accepted) : impl_(std::make_unique<Impl>(std::move(accepted))) {}
Listener::~Listener() = default;

int Listener::listen(const std::string& host, int port) {
    return impl_->listen_on(host, port);
}
bool Listener::accept() {
    return impl_->accept_all();
}
void Listener::stop() {
    impl_->wake();
}

}  // namespace standin::serve
