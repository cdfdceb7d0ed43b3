// The socket on which clients knock.
#pragma once

#include <atomic>
#include <functional>
#include <string>
#include <utility>

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

    // Accepts until `stop`; false if the system ended it before. To be called once, after `listen`.
    bool accept();

    // From any thread. Connections that were not accepted are refused.
    void stop();

  private:
    const Accepted accepted_;
    int socket_ = -1;  // constant after `listen`
    std::atomic<bool> stopped_{false};
};

}  // namespace standin::serve
