// The connections whose answers pause.
#pragma once

#include <condition_variable>
#include <functional>
#include <map>
#include <mutex>

#include "mock/serve/connection.h"
#include "mock/serve/moment.h"

namespace standin::serve {

// Keeps connections until their moments come; one thread waits for all of them, in `run`. Whoever
// adds a connection must not touch it afterwards: it is this queue's until it is handed to
// `resume`. Twice a second the queue looks for clients that have closed their side after waiting
// for half a second or more: their connections are broken off and due at once, for nobody will read
// the answer. All functions may be
// called from several threads at once.
class PauseQueue {
  public:
    using Resume = std::function<void(Connection&)>;

    // `resume` is called by the thread in `run`, a few milliseconds after the moment at most, in
    // the order of the moments; it should take no time.
    explicit PauseQueue(Resume resume) : resume_(std::move(resume)) {}

    void add(Connection& connection, Moment due);

    // Everything is due, now and later.
    void release();

    // From here on no client is looked for: the server itself may close their side.
    void stop_looking();

    // Until `close`. Connections that are still there then stay where they are.
    void run();
    void close();

  private:
    struct Waiting {
        Connection* connection;
        Moment since;
    };

    // under the lock
    bool due(Moment moment) const;
    void look();

    const Resume resume_;  // constant after construction

    std::mutex mutex_;
    std::condition_variable changed_;
    // guarded by mutex_
    std::multimap<Moment, Waiting> waiting_;  // by when they are due
    Moment looked_;
    bool looks_ = true;
    bool released_ = false;
    bool closed_ = false;
};

}  // namespace standin::serve
