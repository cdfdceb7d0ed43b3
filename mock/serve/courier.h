// Carrying callbacks and webhooks to whom they are for.
#pragma once

#include <chrono>
#include <condition_variable>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <thread>

#include "mock/engine/delivery.h"
#include "mock/serve/moment.h"

namespace standin::serve {

struct CourierOptions {
    std::chrono::milliseconds delay{0};       // before the first try
    int retries = 2;                          // after the first try, where nobody answers, or a 5xx
    std::chrono::milliseconds back_off{500};  // before the first of them; then twice as long each
    std::chrono::milliseconds timeout{
        10000};                             // of silence in one try, and of three times all of it
    std::chrono::milliseconds drain{2000};  // for what still waits when it stops
    size_t most = 1000;                     // that may wait
    std::string key;                        // to sign with (Standard Webhooks); "" = unsigned
};

// Sends deliveries, one after the other, in a thread of its own, which blocks all signals and
// begins with the first. Redirections are not followed. What came of each is kept in the delivery,
// which is observed in that thread once nothing more will be tried, unless it was dropped. Safe to
// use from several threads.
class Courier {
  public:
    using Observer = std::function<void(const engine::Delivery&)>;

    Courier(CourierOptions options, Observer observe);
    ~Courier();  // as stop()
    Courier(const Courier&) = delete;
    Courier& operator=(const Courier&) = delete;

    // Returns at once. One too many has failed then, and is observed here.
    void send(std::shared_ptr<engine::Delivery> delivery);

    // Sends what is due until the drain limit, and drops the rest. Later ones are dropped, too.
    void stop();

  private:
    struct Parcel {
        std::shared_ptr<engine::Delivery> delivery;
        int tried = 0;
    };

    void run();
    bool wait_for_parcel(std::unique_lock<std::mutex>& lock);
    void carry(Parcel parcel);
    engine::Delivery::Try attempt(const engine::Delivery& delivery);
    void settle(engine::Delivery& delivery, engine::Delivery::State state) const;
    Moment end_of_try();

    const CourierOptions options_;
    const Observer observe_;

    std::mutex mutex_;
    std::condition_variable changed_;
    std::multimap<Moment, Parcel> waiting_;  // by when it is due; guarded by mutex_
    bool stopping_ = false;                  // guarded by mutex_
    Moment end_;                             // when stopping; guarded by mutex_
    std::thread thread_;                     // begun under mutex_
};

}  // namespace standin::serve
