// The connections that wait, and the threads' way of getting the next one that need not.
#pragma once

#include "mock/serve/bell.h"
#include "mock/serve/connection.h"

namespace standin::serve {

// An epoll instance from which every worker takes one connection at a time. A connection that was
// taken is that worker's alone until `arm` gives it back, so connections need no locks, and one
// blocked worker keeps no ready connection from the others. All functions may be called from
// several threads at once.
class Loop {
  public:
    Loop();

    // Blocks until a connection is ready and takes it; null once `close` was called.
    Connection* next();

    // Gives a connection to the loop, which may hand it to another thread before this returns.
    // It waits for what `want` says, which is to be read, write or hang. Whether the system had
    // room for it; if not, it is still the caller's.
    bool add(Connection& connection, Want want);
    void arm(Connection& connection, Want want);

    // Makes every `next`, now and later, return null.
    void close() { closed_.ring(); }

  private:
    bool control(int operation, Connection& connection, Want want);

    Descriptor epoll_;
    Bell closed_;
};

}  // namespace standin::serve
