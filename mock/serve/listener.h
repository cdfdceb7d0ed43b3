// The socket on which clients knock.
#pragma once

#include <atomic>
#include <functional>
#include <memory>
#include <string>
#include <utility>

#include "mock/serve/socket_file.h"

namespace standin::serve {

// Finds, binds and listens on an address and accepts connections.
class Listener {
  public:
    using Accepted = std::function<void(int descriptor)>;  // who owns the socket from then on

    explicit Listener(Accepted accepted) : accepted_(std::move(accepted)) {}
    ~Listener();
    Listener(const Listener&) = delete;
    Listener& operator=(const Listener&) = delete;

    // Returns the port. Throws std::runtime_error, "cannot listen on 127.0.0.1:4010: Address
    // already in use".
    int listen(const std::string& host, int port);

    // The same at the path of a Unix socket, whose file goes with the listener.
    void listen(const std::string& path);

    // Accepts until `stop`; false if the system ended it before. To be called once, after one
    // `listen`.
    bool accept();

    // From any thread. Connections that were not accepted are refused.
    void stop();

  private:
    const Accepted accepted_;
    // constant after `listen`
    int socket_ = -1;
    std::unique_ptr<SocketFile> file_;

    std::atomic<bool> stopped_{false};
};

}  // namespace standin::serve
