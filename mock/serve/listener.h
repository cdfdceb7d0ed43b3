// The listening socket: cpp-httplib's, seen from the outside.
#pragma once

#include <functional>
#include <memory>
#include <string>

namespace standin::serve {

// Finds, binds and listens on an address and accepts connections. cpp-httplib stays behind this
// header: it compiles slowly, and nothing else here needs to know it.
class Listener {
  public:
    using Accepted = std::function<void(int descriptor)>;  // who owns the socket from then on

    explicit Listener(Accepted accepted);
    ~Listener();

    // Returns the port. Throws std::runtime_error, "cannot listen on 127.0.0.1:4010: Address
    // already in use".
    int listen(const std::string& host, int port);

    // Accepts until `stop`; false if the system ended it before. To be called once, after `listen`,
    // in a thread that blocks signals: cpp-httplib takes an interrupted accept for the end.
    bool accept();

    // From any thread. Connections that were not accepted are refused.
    void stop();

  private:
    class Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace standin::serve
