#include "mock/serve/listener.h"

#include <cerrno>
#include <chrono>
#include <cstring>
#include <memory>
#include <stdexcept>
#include <thread>

#include <netdb.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <unistd.h>

namespace standin::serve {

namespace {

constexpr int backlog = 1 << 16;  // the kernel cuts it down to net.core.somaxconn
constexpr std::chrono::milliseconds until_there_is_more{10};

using Addresses = std::unique_ptr<addrinfo, decltype(&::freeaddrinfo)>;

Addresses addresses_of(const std::string& host, int port, std::string& why) {
    addrinfo wanted{};
    wanted.ai_socktype = SOCK_STREAM;
    wanted.ai_flags = AI_PASSIVE | AI_NUMERICSERV;
    addrinfo* found = nullptr;
    const int status = ::getaddrinfo(host.c_str(), std::to_string(port).c_str(), &wanted, &found);
    if (status != 0) why = ::gai_strerror(status);
    return {found, ::freeaddrinfo};
}

// A socket that listens on an address; -1 and errno where there is none. Without SO_REUSEPORT: a
// second server on the same port would start, and take half of the first one's connections.
int listen_on(const addrinfo& address) {
    const int type = address.ai_socktype | SOCK_CLOEXEC;
    const int socket = ::socket(address.ai_family, type, address.ai_protocol);
    if (socket < 0) return -1;
    const int yes = 1;
    ::setsockopt(socket, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
    ::setsockopt(socket, IPPROTO_TCP, TCP_NODELAY, &yes, sizeof yes);  // accepted ones inherit it
    const int no = 0;
    if (address.ai_family == AF_INET6) {
        ::setsockopt(socket, IPPROTO_IPV6, IPV6_V6ONLY, &no, sizeof no);
    }
    if (::bind(socket, address.ai_addr, address.ai_addrlen) == 0 &&
        ::listen(socket, backlog) == 0) {
        return socket;
    }
    const int error = errno;
    ::close(socket);
    errno = error;
    return -1;
}

int port_of(int socket) {
    sockaddr_storage address{};
    socklen_t size = sizeof address;
    if (::getsockname(socket, reinterpret_cast<sockaddr*>(&address), &size) != 0) return -1;
    const auto& port = address.ss_family == AF_INET6
                           ? reinterpret_cast<const sockaddr_in6&>(address).sin6_port
                           : reinterpret_cast<const sockaddr_in&>(address).sin_port;
    return ntohs(port);
}

// What goes wrong with one connection, or passes (accept(2)): the next one may do.
bool may_go_on(int error) {
    switch (error) {
        case EBADF:
        case EFAULT:
        case EINVAL:
        case ENOTSOCK:
        case EOPNOTSUPP:
            return false;
        default:
            return true;
    }
}

// Whether descriptors or memory are lacking, which others may give back.
bool is_short_of(int error) {
    return error == EMFILE || error == ENFILE || error == ENOBUFS || error == ENOMEM;
}

}  // namespace

Listener::~Listener() {
    if (socket_ >= 0) ::close(socket_);
}

int Listener::listen(const std::string& host, int port) {
    std::string why = "no address of that name can be bound";
    const Addresses addresses = addresses_of(host, port, why);
    for (const addrinfo* each = addresses.get(); each && socket_ < 0; each = each->ai_next) {
        socket_ = listen_on(*each);
        if (socket_ < 0) why = std::strerror(errno);
    }
    if (socket_ >= 0) return port_of(socket_);
    const bool literal_6 = host.find(':') != host.npos;
    throw std::runtime_error("cannot listen on " + (literal_6 ? "[" + host + "]" : host) + ":" +
                             std::to_string(port) + ": " + why);
}

void Listener::listen(const std::string& path) {
    socket_ = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    file_ = std::make_unique<SocketFile>(socket_, path);
    if (::listen(socket_, backlog) == 0) return;
    throw std::runtime_error("cannot listen on unix:" + path + ": " + std::strerror(errno));
}

bool Listener::accept() {
    for (;;) {
        const int descriptor = ::accept4(socket_, nullptr, nullptr, SOCK_CLOEXEC);
        const int error = descriptor < 0 ? errno : 0;
        if (stopped_) {
            if (descriptor >= 0) ::close(descriptor);
            return true;
        }
        if (descriptor >= 0) {
            accepted_(descriptor);
        } else if (!may_go_on(error)) {
            return false;
        } else if (is_short_of(error)) {
            std::this_thread::sleep_for(until_there_is_more);
        }
    }
}

// A shut socket accepts no more, and whoever waits for it to is woken.
void Listener::stop() {
    stopped_ = true;
    if (socket_ >= 0) ::shutdown(socket_, SHUT_RDWR);
}

}  // namespace standin::serve
