// The connections that are open.
#pragma once

#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <unordered_map>

#include "mock/serve/connection.h"

namespace standin::serve {

// Owns every connection. All functions may be called from several threads at once; a connection is
// removed by the thread that has its turn.
class Registry {
  public:
    Connection& add(std::unique_ptr<Connection> connection);
    void remove(Connection& connection);  // destroys it, which closes the socket
    size_t size() const;

    // Calls `visit` for each, under the lock: no connection goes away meanwhile.
    void each(const std::function<void(Connection&)>& visit);

    // Whether none was left before `time` was over.
    bool wait_empty(std::chrono::milliseconds time);

  private:
    mutable std::mutex mutex_;
    std::condition_variable emptied_;
    // guarded by mutex_
    std::unordered_map<Connection*, std::unique_ptr<Connection>> connections_;
};

}  // namespace standin::serve
