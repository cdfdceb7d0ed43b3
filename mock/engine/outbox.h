// What the APIs of a session have sent on their own account: its last deliveries.
#pragma once

#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "mock/engine/delivery.h"

namespace standin::engine {

// A bounded ring in the order in which they were written. Safe to use from several threads. What
// waits when it is cleared or destroyed is dropped; what makes room for others is still sent.
class Outbox {
  public:
    static constexpr size_t most = 1000;            // deliveries
    static constexpr size_t most_bytes = 16 << 20;  // of their bodies

    Outbox(std::string session, uint64_t seed) : session_(std::move(session)), seed_(seed) {}
    ~Outbox();

    // When a letter was written, and where it comes from.
    struct Written {
        Instant time = 0;
        uint64_t exchange = 0;                // as in Postmark
        std::optional<uint64_t> beginning{};  // how often the session was reset before; nothing =
                                              // whatever it is
    };
    // Gives a letter its number and its id, and the headers `webhook-id` and `webhook-timestamp`
    // (Standard Webhooks). Null where the session was reset in the meantime.
    std::shared_ptr<Delivery> add(Letter letter, const Written& written);

    // From the oldest to the newest.
    std::vector<std::shared_ptr<Delivery>> deliveries() const;
    // Leaves it empty; what it kept is the caller's to free.
    std::shared_ptr<const void> clear();
    // The same, and numbers begin at 1 again.
    std::shared_ptr<const void> begin_anew(uint64_t beginning);
    // It goes on in another session, which was reset so often.
    void go_on(uint64_t beginning);

  private:
    // Most sessions have none, and an empty vector takes no memory.
    using Deliveries = std::vector<std::shared_ptr<Delivery>>;

    Postmark postmark(const Written& written);      // with mutex_ held
    void keep(std::shared_ptr<Delivery> delivery);  // with mutex_ held

    const std::string session_;
    const uint64_t seed_;

    mutable std::mutex mutex_;
    Deliveries kept_;         // guarded by mutex_
    size_t bytes_ = 0;        // guarded by mutex_
    uint64_t count_ = 0;      // guarded by mutex_
    uint64_t beginning_ = 0;  // guarded by mutex_
};

}  // namespace standin::engine
