// A plain client that keeps its connection.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>

#include "mock/http/message.h"

namespace survey {

using Clock = std::chrono::steady_clock;
using Time = Clock::time_point;

// A port of the loopback on which nobody listens.
uint16_t free_port();

// One connection at a time, opened when it is needed, to 127.0.0.1.
class Client {
  public:
    explicit Client(uint16_t port) : port_(port) {}
    ~Client() { close(); }
    Client(const Client&) = delete;
    Client& operator=(const Client&) = delete;

    // The final answer (RFC 9110, section 15.2); nothing where there is none until `limit`, or
    // where it cannot be read. One that a kept connection loses is asked once more.
    std::optional<standin::http::Response> ask(const standin::http::Request& request, Time limit);

  private:
    using Answer = std::optional<standin::http::Response>;

    Answer try_once(const std::string& message, bool is_head, Time limit);
    bool open();
    void close();
    bool send(std::string_view message, Time limit);
    bool receive(Time limit);  // at least a byte more into received_
    bool receive_line(std::string& line, Time limit);
    bool receive_count(std::string& body, size_t count, Time limit);
    bool receive_head(standin::http::Response& answer, Time limit);
    bool receive_body(standin::http::Response& answer, Time limit);
    bool receive_chunks(std::string& body, Time limit);

    uint16_t port_;
    int socket_ = -1;
    std::string received_;
};

}  // namespace survey
