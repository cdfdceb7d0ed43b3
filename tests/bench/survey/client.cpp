#include "tests/bench/survey/client.h"

#include <cstdlib>

#include <arpa/inet.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace survey {

using standin::http::Request;
using standin::http::Response;

namespace {

sockaddr_in loopback(uint16_t port) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    address.sin_port = htons(port);
    return address;
}

std::string written(const Request& request, uint16_t port) {
    std::string text = request.method + ' ' + request.target + " HTTP/1.1\r\n";
    text += "Host: 127.0.0.1:" + std::to_string(port) + "\r\n";
    for (const auto& [name, value] : request.headers) text += name + ": " + value + "\r\n";
    const bool sends = request.method != "GET" && request.method != "HEAD";
    if (sends || !request.body.empty()) {
        text += "Content-Length: " + std::to_string(request.body.size()) + "\r\n";
    }
    return text + "\r\n" + request.body;
}

bool wait(int socket, short event, Time limit) {
    const auto left = std::chrono::ceil<std::chrono::milliseconds>(limit - Clock::now()).count();
    pollfd waited{socket, event, 0};
    return left > 0 && poll(&waited, 1, static_cast<int>(left)) > 0;
}

}  // namespace

uint16_t free_port() {
    const int socket = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address = loopback(0);
    socklen_t size = sizeof address;
    auto* plain = reinterpret_cast<sockaddr*>(&address);
    bind(socket, plain, size);
    getsockname(socket, plain, &size);
    ::close(socket);
    return ntohs(address.sin_port);
}

bool Client::open() {
    socket_ = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    const int yes = 1;
    setsockopt(socket_, IPPROTO_TCP, TCP_NODELAY, &yes, sizeof yes);
    sockaddr_in address = loopback(port_);
    if (connect(socket_, reinterpret_cast<sockaddr*>(&address), sizeof address) == 0) return true;
    close();
    return false;
}

void Client::close() {
    if (socket_ >= 0) ::close(socket_);
    socket_ = -1;
    received_.clear();
}

bool Client::send(std::string_view message, Time limit) {
    while (!message.empty()) {
        if (!wait(socket_, POLLOUT, limit)) return false;
        const ssize_t sent = ::send(socket_, message.data(), message.size(), MSG_NOSIGNAL);
        if (sent <= 0) return false;
        message.remove_prefix(static_cast<size_t>(sent));
    }
    return true;
}

bool Client::receive(Time limit) {
    char buffer[65536];
    if (!wait(socket_, POLLIN, limit)) return false;
    const ssize_t count = recv(socket_, buffer, sizeof buffer, 0);
    if (count <= 0) return false;
    received_.append(buffer, static_cast<size_t>(count));
    return true;
}

bool Client::receive_line(std::string& line, Time limit) {
    size_t end = 0;
    while ((end = received_.find("\r\n")) == std::string::npos) {
        if (!receive(limit)) return false;
    }
    line = received_.substr(0, end);
    received_.erase(0, end + 2);
    return true;
}

bool Client::receive_count(std::string& body, size_t count, Time limit) {
    while (received_.size() < count) {
        if (!receive(limit)) return false;
    }
    body.append(received_, 0, count);
    received_.erase(0, count);
    return true;
}

bool Client::receive_head(Response& answer, Time limit) {
    std::string line;
    if (!receive_line(line, limit) || line.size() < 12 || !line.starts_with("HTTP/1."))
        return false;
    answer.status = std::atoi(line.c_str() + 9);
    answer.headers = {};
    while (receive_line(line, limit)) {
        if (line.empty()) return true;
        const size_t colon = line.find(':');
        if (colon == std::string::npos) return false;
        const size_t value = line.find_first_not_of(" \t", colon + 1);
        answer.headers.add(line.substr(0, colon), value == line.npos ? "" : line.substr(value));
    }
    return false;
}

bool Client::receive_chunks(std::string& body, Time limit) {
    for (std::string line; receive_line(line, limit);) {
        const size_t count = std::strtoul(line.c_str(), nullptr, 16);
        if (!receive_count(body, count, limit) || !receive_line(line, limit)) return false;
        if (count == 0) return true;
    }
    return false;
}

bool Client::receive_body(Response& answer, Time limit) {
    if (answer.status == 204 || answer.status == 304) return true;
    if (answer.headers.find("Transfer-Encoding")) return receive_chunks(answer.body, limit);
    if (const std::string* length = answer.headers.find("Content-Length")) {
        return receive_count(answer.body, std::strtoul(length->c_str(), nullptr, 10), limit);
    }
    while (receive(limit)) continue;
    answer.body = received_;
    close();
    return true;
}

Client::Answer Client::try_once(const std::string& message, bool is_head, Time limit) {
    Response answer;
    bool fine = send(message, limit);
    do {
        fine = fine && receive_head(answer, limit);
    } while (fine && answer.status < 200);
    if (!fine || (!is_head && !receive_body(answer, limit))) {
        close();
        return std::nullopt;
    }
    const std::string* connection = answer.headers.find("Connection");
    if (connection && standin::http::same_name(*connection, "close")) close();
    return answer;
}

Client::Answer Client::ask(const Request& request, Time limit) {
    const std::string message = written(request, port_);
    const bool is_head = request.method == "HEAD";
    if (socket_ >= 0) {
        if (Answer answer = try_once(message, is_head, limit)) return answer;
    }
    return open() ? try_once(message, is_head, limit) : std::nullopt;
}

}  // namespace survey
