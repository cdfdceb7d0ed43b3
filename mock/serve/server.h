// The HTTP server: requests from sockets to a handler, and its responses back.
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "mock/serve/handler.h"
#include "mock/serve/limits.h"
#include "mock/serve/tls.h"

namespace standin::serve {

struct Options {
    std::string host = "127.0.0.1";  // an address, IPv6 without brackets, or a name that resolves
    std::optional<int> port = 0;     // 0: any free one; none: not there
    std::string socket = {};         // path at which a Unix socket listens too; "": none does
    unsigned threads = 0;            // to begin with, more when all are stuck; 0: one a core
    Limits limits = {};
    std::shared_ptr<Tls> tls = {};  // null: what is sent lies open
};

// Serves one port, one Unix socket or both once: listen, run, and stop from somewhere else.
//
//     Server server(handler, {.port = 4010});
//     server.listen();  // connections made from here on are answered
//     server.run();     // until stop()
class Server {
  public:
    // The handler must outlive the server.
    Server(Handler& handler, Options options);
    ~Server();  // after run() has returned, if it was called

    // Binds and listens; returns the port, 0 where there is none. Throws std::runtime_error:
    // "cannot listen on 127.0.0.1:4010: Address already in use".
    int listen();

    // Accepts and answers until stop(). Then accepts nothing more, reads no further request,
    // finishes the answers that were started, for Limits::drain at most, and returns. A call of the
    // handler cannot be cut short: it is waited for. Throws std::runtime_error, after the same
    // steps, if the system stops accepting connections.
    void run();

    // From any thread, from a signal handler, before or after run(), any number of times.
    void stop() noexcept;

  private:
    class Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace standin::serve
