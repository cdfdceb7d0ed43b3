// A server that runs beside a test, and a client that speaks in raw bytes.
#pragma once

#include <cerrno>
#include <chrono>
#include <filesystem>
#include <map>
#include <semaphore>
#include <stdexcept>
#include <string>
#include <string_view>
#include <thread>

#include <netdb.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include "mock/serve/server.h"

namespace standin::serve {

// Runs while it lives.
class RunningServer {
  public:
    RunningServer(Handler& handler, Options options)
        : server_(handler, std::move(options)), port_(server_.listen()) {
        thread_ = std::thread([this] { server_.run(); });
    }
    ~RunningServer() { finish(); }

    int port() const { return port_; }
    void stop() { server_.stop(); }
    void finish() {  // returns when run() has
        stop();
        if (thread_.joinable()) thread_.join();
    }

  private:
    Server server_;
    int port_;
    std::thread thread_;
};

// A connection to a port of this machine. Every call throws after ten seconds of silence, so a test
// fails rather than hangs.
class Client {
  public:
    explicit Client(int port, const char* host = "127.0.0.1") {
        addrinfo wanted{};
        wanted.ai_socktype = SOCK_STREAM;
        addrinfo* found = nullptr;
        if (::getaddrinfo(host, std::to_string(port).c_str(), &wanted, &found) != 0)
            fail("resolve");
        for (addrinfo* address = found; address && socket_ < 0; address = address->ai_next) {
            connect_to(*address);
        }
        ::freeaddrinfo(found);
        if (socket_ < 0) fail("connect");
    }
    // At a Unix socket.
    explicit Client(const std::filesystem::path& path) {
        sockaddr_un address{.sun_family = AF_UNIX, .sun_path = {}};
        path.native().copy(address.sun_path, sizeof address.sun_path - 1);
        addrinfo found{};
        found.ai_family = AF_UNIX;
        found.ai_socktype = SOCK_STREAM;
        found.ai_addr = reinterpret_cast<sockaddr*>(&address);
        found.ai_addrlen = sizeof address;
        connect_to(found);
        if (socket_ < 0) fail("connect");
    }
    ~Client() { ::close(socket_); }
    Client(const Client&) = delete;
    Client& operator=(const Client&) = delete;

    int descriptor() const { return socket_; }

    void send(std::string_view bytes) {
        while (!bytes.empty()) {
            const ssize_t sent = ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
            if (sent <= 0) fail("send");
            bytes.remove_prefix(static_cast<size_t>(sent));
        }
    }
    void finish_sending() { ::shutdown(socket_, SHUT_WR); }
    void reset_at_close() {
        const linger nothing{.l_onoff = 1, .l_linger = 0};
        ::setsockopt(socket_, SOL_SOCKET, SO_LINGER, &nothing, sizeof nothing);
    }

    // Exactly so many bytes.
    std::string receive(size_t size) {
        while (received_.size() < size) {
            if (!receive_some()) fail("receive");
        }
        std::string taken = received_.substr(0, size);
        received_.erase(0, size);
        return taken;
    }
    // A whole answer that has a Content-Length.
    std::string receive_answer() {
        constexpr std::string_view length = "\r\nContent-Length: ";
        size_t end = std::string::npos;
        while ((end = received_.find("\r\n\r\n")) == std::string::npos) {
            if (!receive_some()) fail("receive");
        }
        const size_t at = received_.find(length);
        if (at > end) fail("find a length");
        return receive(end + 4 + std::stoul(received_.substr(at + length.size())));
    }
    // Everything up to the end of the connection, which is to be no reset.
    std::string receive_all() {
        while (receive_some()) continue;
        return std::exchange(received_, {});
    }
    // Everything up to the end of the connection, and behind it "|FIN" or "|RST".
    std::string receive_with_end() {
        ssize_t size = 1;
        while (size > 0) size = receive_once();
        if (size < 0 && errno != ECONNRESET) fail("receive");
        return std::exchange(received_, {}) + (size == 0 ? "|FIN" : "|RST");
    }
    // Whether the connection is open and nothing more has arrived at this moment.
    bool hears_nothing() {
        char byte = 0;
        const ssize_t size = ::recv(socket_, &byte, 1, MSG_PEEK | MSG_DONTWAIT);
        return size < 0 && (errno == EAGAIN || errno == EWOULDBLOCK);
    }
    std::string exchange(std::string_view request, size_t size_of_answer) {
        send(request);
        return receive(size_of_answer);
    }

  private:
    void connect_to(const addrinfo& address) {
        const int tried = ::socket(address.ai_family, address.ai_socktype, address.ai_protocol);
        const timeval patience{.tv_sec = 10, .tv_usec = 0};
        ::setsockopt(tried, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
        ::setsockopt(tried, SOL_SOCKET, SO_SNDTIMEO, &patience, sizeof patience);
        if (::connect(tried, address.ai_addr, address.ai_addrlen) == 0) {
            socket_ = tried;
        } else {
            ::close(tried);
        }
    }
    ssize_t receive_once() {
        char buffer[1 << 16];
        const ssize_t size = ::recv(socket_, buffer, sizeof buffer, 0);
        if (size > 0) received_.append(buffer, static_cast<size_t>(size));
        return size;
    }
    bool receive_some() {
        const ssize_t size = receive_once();
        if (size < 0) fail("receive");
        return size > 0;
    }
    [[noreturn]] void fail(const char* what) {
        throw std::runtime_error(std::string("the client cannot ") + what + ", after \"" +
                                 received_.substr(0, 1000) + "\"");
    }

    int socket_ = -1;
    std::string received_;
};

// Answers with the request as it was understood: "GET /things body". Words refusals as
// "400 GET / why".
class Echo : public Handler {
  public:
    Answer answer(http::Request request) override {
        return {{200,
                 {{"X-A", "1"}, {"X-B", "2"}},
                 request.method + ' ' + request.target + ' ' + request.body}};
    }
    Answer refuse(const http::Request& request, int status, std::string_view why) override {
        return {{status, {}, request.method + ' ' + request.target + ' ' + std::string(why)}};
    }
};

// Says what Echo says, delivered as the target wants it.
class Faulty : public Echo {
  public:
    explicit Faulty(std::map<std::string, fault::Delivery> deliveries)
        : deliveries_(std::move(deliveries)) {}

    Answer answer(http::Request request) override {
        const fault::Delivery delivery = delivery_of(request);
        return {Echo::answer(std::move(request)).response, delivery};
    }
    Answer refuse(const http::Request& request, int status, std::string_view why) override {
        return {Echo::refuse(request, status, why).response, delivery_of(request)};
    }
    // Whether so many answers go wrong, or come to it within ten seconds each.
    bool spoils(int answers) {
        for (int i = 0; i < answers; ++i) {
            if (!spoilt_.try_acquire_for(std::chrono::seconds(10))) return false;
        }
        return true;
    }

  private:
    fault::Delivery delivery_of(const http::Request& request) {
        const auto found = deliveries_.find(request.target);
        if (found == deliveries_.end()) return {};
        spoilt_.release();
        return found->second;
    }

    const std::map<std::string, fault::Delivery> deliveries_;
    std::counting_semaphore<> spoilt_{0};
};

// The bytes of Echo's answers, with a transport's header behind the length where one is due.
inline std::string echoed(const std::string& body, const std::string& connection = "") {
    return "HTTP/1.1 200 OK\r\nX-A: 1\r\nX-B: 2\r\nContent-Length: " + std::to_string(body.size()) +
           "\r\n" + connection + "\r\n" + body;
}
inline std::string refused(const std::string& status, const std::string& body) {
    return "HTTP/1.1 " + status + "\r\nContent-Length: " + std::to_string(body.size()) +
           "\r\nConnection: close\r\n\r\n" + body;
}

}  // namespace standin::serve
