#include "tests/soak/line.h"

#include <array>
#include <cerrno>
#include <cstring>
#include <stdexcept>
#include <utility>

#include <arpa/inet.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <unistd.h>

namespace standin::soak {

namespace {

constexpr std::string_view end_of_head = "\r\n\r\n";
constexpr std::string_view length_field = "\r\nContent-Length: ";

[[noreturn]] void fail(std::string_view what, int error = errno) {
    throw std::runtime_error(std::string(what) + ": " + std::strerror(error));
}

void connect_to(int descriptor, uint16_t port) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    const auto* any = reinterpret_cast<const sockaddr*>(&address);
    if (connect(descriptor, any, sizeof address) != 0) fail("not connected");
}

void set_up(int descriptor) {
    const timeval patience{.tv_sec = 10, .tv_usec = 0};
    const int yes = 1;
    setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
    setsockopt(descriptor, SOL_SOCKET, SO_SNDTIMEO, &patience, sizeof patience);
    setsockopt(descriptor, IPPROTO_TCP, TCP_NODELAY, &yes, sizeof yes);
}

// Of a head that has no body if it says no length.
size_t length_in(std::string_view head) {
    const size_t field = head.find(length_field);
    if (field == std::string_view::npos) return 0;
    return std::stoul(std::string(head.substr(field + length_field.size(), 20)));
}

int status_in(std::string_view head) {
    if (!head.starts_with("HTTP/1.1 ")) {
        throw std::runtime_error("no status line: " + std::string(head));
    }
    return std::stoi(std::string(head.substr(9, 3)));
}

}  // namespace

Line::Line(uint16_t port) : descriptor_(socket(AF_INET, SOCK_STREAM, 0)) {
    if (descriptor_ < 0) fail("no socket");
    set_up(descriptor_);
    connect_to(descriptor_, port);
}

Line::Line(Line&& other) noexcept
    : descriptor_(std::exchange(other.descriptor_, -1)), received_(std::move(other.received_)) {}

Line::~Line() {
    if (descriptor_ >= 0) close(descriptor_);
}

void Line::send(std::string_view bytes) {
    while (!bytes.empty()) {
        const ssize_t sent = ::send(descriptor_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
        if (sent <= 0) fail("not sent");
        bytes.remove_prefix(static_cast<size_t>(sent));
    }
}

Reply Line::receive() {
    size_t head = 0;
    while ((head = received_.find(end_of_head)) == std::string::npos) more();
    const std::string_view lines = std::string_view(received_).substr(0, head);
    Reply reply{.status = status_in(lines), .body = {}};
    const size_t begin = head + end_of_head.size();
    const size_t whole = begin + length_in(lines);
    while (received_.size() < whole) more();
    reply.body = received_.substr(begin, whole - begin);
    received_.erase(0, whole);
    return reply;
}

void Line::more() {
    std::array<char, 16 << 10> bytes;
    const ssize_t got = recv(descriptor_, bytes.data(), bytes.size(), 0);
    if (got == 0) throw std::runtime_error("closed by the server; unread: " + received_);
    if (got < 0) fail("nothing received");
    received_.append(bytes.data(), static_cast<size_t>(got));
}

}  // namespace standin::soak
