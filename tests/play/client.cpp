#include "tests/play/client.h"

#include <stdexcept>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

namespace standin::play {

Client::Client(int port) : port_(port) {
    connect();
}

Client::~Client() {
    if (socket_ >= 0) close(socket_);
}

void Client::connect() {
    if (socket_ >= 0) close(socket_);
    buffer_.clear();
    socket_ = ::socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(static_cast<uint16_t>(port_));
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (::connect(socket_, reinterpret_cast<sockaddr*>(&address), sizeof address) != 0) {
        throw std::runtime_error("cannot connect");
    }
}

void Client::send(const std::string& bytes) const {
    size_t sent = 0;
    while (sent < bytes.size()) {
        const ssize_t count =
            ::send(socket_, bytes.data() + sent, bytes.size() - sent, MSG_NOSIGNAL);
        if (count <= 0) throw std::runtime_error("cannot send");
        sent += static_cast<size_t>(count);
    }
}

bool Client::receive() {
    char bytes[16384];
    const ssize_t count = ::recv(socket_, bytes, sizeof bytes, 0);
    if (count <= 0) return false;
    buffer_.append(bytes, static_cast<size_t>(count));
    return true;
}

std::string Client::take_line() {
    size_t end = buffer_.find("\r\n");
    while (end == buffer_.npos) {
        if (!receive()) throw std::runtime_error("the connection was closed within the head");
        end = buffer_.find("\r\n");
    }
    std::string line = buffer_.substr(0, end);
    buffer_.erase(0, end + 2);
    return line;
}

std::string Client::take(size_t size) {
    while (buffer_.size() < size) {
        if (!receive()) throw std::runtime_error("the connection was closed within the body");
    }
    std::string bytes = buffer_.substr(0, size);
    buffer_.erase(0, size);
    return bytes;
}

std::string Client::take_chunks() {
    std::string body;
    for (size_t size = 1; size > 0;) {
        const std::string line = take_line();
        if (line.empty() || line.find_first_not_of("0123456789abcdef") != line.npos) {
            throw std::runtime_error("not the size of a chunk: " + line);
        }
        size = std::stoul(line, nullptr, 16);
        body += take(size);
        if (take(2) != "\r\n") throw std::runtime_error("a chunk is longer than it says");
    }
    return body;
}

http::Response Client::ask(const http::Request& request) {
    std::string bytes = request.method + " " + request.target + " HTTP/1.1\r\n";
    if (!request.headers.find("Host")) bytes += "Host: localhost\r\n";
    for (const auto& [name, value] : request.headers) bytes += name + ": " + value + "\r\n";
    if (!request.body.empty()) {
        bytes += "Content-Length: " + std::to_string(request.body.size()) + "\r\n";
    }
    send(bytes + "\r\n" + request.body);

    http::Response response;
    const std::string status = take_line();
    if (!status.starts_with("HTTP/1.1 ")) throw std::runtime_error("not HTTP: " + status);
    response.status = std::stoi(status.substr(9, 3));
    for (std::string line = take_line(); !line.empty(); line = take_line()) {
        const size_t colon = line.find(": ");
        if (colon == line.npos) throw std::runtime_error("not a header: " + line);
        response.headers.add(line.substr(0, colon), line.substr(colon + 2));
    }
    const std::string* length = response.headers.find("Content-Length");
    if (request.method == "HEAD") {
        // its headers speak of a body that does not come
    } else if (length) {
        response.body = take(std::stoul(*length));
    } else if (response.headers.find("Transfer-Encoding")) {
        response.body = take_chunks();
    }
    const std::string* connection = response.headers.find("Connection");
    if (connection && *connection == "close") connect();
    return response;
}

}  // namespace standin::play
