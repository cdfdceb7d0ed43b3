// Connections in a queue come out when they are due.
#include "mock/serve/pause_queue.h"

#include <list>
#include <semaphore>
#include <thread>
#include <vector>

#include <gtest/gtest.h>
#include <sys/eventfd.h>

namespace standin::serve {
namespace {

using namespace std::chrono_literals;

class PauseQueueTest : public testing::Test {
  protected:
    ~PauseQueueTest() override {
        queue_.close();
        thread_.join();
    }

    // The queue looks at no socket; any descriptor will do.
    Connection& connection() { return connections_.emplace_back(::eventfd(0, 0), limits_); }

    // The next one that comes out, or null when none does within ten seconds.
    Connection* next() {
        if (!resumed_count_.try_acquire_for(10s)) return nullptr;
        const std::lock_guard lock(mutex_);
        return resumed_[taken_++];
    }
    static Moment in(std::chrono::milliseconds time) {
        return std::chrono::steady_clock::now() + time;
    }

    const Limits limits_;
    std::list<Connection> connections_;
    std::mutex mutex_;
    std::vector<Connection*> resumed_;
    size_t taken_ = 0;
    std::counting_semaphore<> resumed_count_{0};
    PauseQueue queue_{[this](Connection& connection) {
        const std::lock_guard lock(mutex_);
        resumed_.push_back(&connection);
        resumed_count_.release();
    }};
    std::thread thread_{[this] { queue_.run(); }};
};

TEST_F(PauseQueueTest, ResumesInTheOrderOfTheMoments) {
    Connection& last = connection();
    Connection& first = connection();
    Connection& middle = connection();
    const Moment begin = in(0ms);
    queue_.add(last, begin + 90ms);
    queue_.add(first, begin + 30ms);
    queue_.add(middle, begin + 60ms);
    EXPECT_EQ(next(), &first);
    EXPECT_EQ(next(), &middle);
    EXPECT_EQ(next(), &last);
    EXPECT_GE(in(0ms), begin + 90ms);
}

TEST_F(PauseQueueTest, ResumesAtOnceWhatIsDue) {
    Connection& later = connection();
    Connection& due = connection();
    queue_.add(later, in(1h));
    queue_.add(due, in(-1s));
    EXPECT_EQ(next(), &due);
}

TEST_F(PauseQueueTest, ReleasesEverythingNowAndLater) {
    Connection& second = connection();
    Connection& first = connection();
    Connection& afterwards = connection();
    queue_.add(second, in(2h));
    queue_.add(first, in(1h));
    queue_.release();
    EXPECT_EQ(next(), &first);
    EXPECT_EQ(next(), &second);
    queue_.add(afterwards, in(1h));
    EXPECT_EQ(next(), &afterwards);
}

TEST_F(PauseQueueTest, ClosesWhileSomethingWaits) {
    queue_.add(connection(), in(1h));
}

}  // namespace
}  // namespace standin::serve
