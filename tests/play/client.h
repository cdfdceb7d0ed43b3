// A plain HTTP/1.1 client on one socket, which shows exactly what came back.
#pragma once

#include <string>

#include "mock/http/message.h"

namespace standin::play {

// One keep-alive connection to 127.0.0.1. Throws std::runtime_error when the connection fails or
// the answer is not HTTP.
class Client {
  public:
    explicit Client(int port);
    ~Client();
    Client(const Client&) = delete;
    Client& operator=(const Client&) = delete;

    // Sends the request as it is, with Host and, for a body, Content-Length beside its headers.
    http::Response ask(const http::Request& request);

  private:
    void connect();
    void send(const std::string& bytes) const;
    bool receive();  // more bytes into buffer_; false at the end of the stream
    std::string take_line();
    std::string take(size_t size);
    std::string take_chunks();

    int port_;
    int socket_ = -1;
    std::string buffer_;
};

}  // namespace standin::play
