// One request that an API makes on its own account, a callback or a webhook, and what became of it.
#pragma once

#include <cstdint>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

#include "mock/core/clock.h"
#include "mock/http/message.h"

namespace standin::engine {

// What is to be sent.
struct Letter {
    std::string name;  // of the callback or the webhook
    std::string method;
    std::string url;  // "" where nobody knows it
    http::Headers headers;
    std::string body;
    std::string refusal;  // why it is not sent; "" = it is
};

// Whose it is, and when it was written.
struct Postmark {
    std::string session;
    uint64_t number = 0;    // in its session, from 1
    uint64_t exchange = 0;  // the ordinal of the exchange that it is a callback of; 0 = of none
    Instant time = 0;       // of the session's clock
    std::string id;         // a function of seed, session and number
};

// Safe to use from several threads.
class Delivery {
  public:
    enum class State : uint8_t {
        waiting,
        delivered,  // answered with a 2xx
        failed,     // by all tries, or by an answer that no other try would change
        refused,    // never to be sent
        dropped     // its session was reset or is gone, or the mock has stopped
    };
    struct Try {
        int status = 0;     // 0 = there was no answer
        std::string error;  // then why
    };
    struct Report {
        State state = State::waiting;
        std::vector<Try> tries;
    };

    Delivery(Letter letter, Postmark postmark);
    Delivery(const Delivery&) = delete;
    Delivery& operator=(const Delivery&) = delete;

    const Letter& letter() const { return letter_; }
    const Postmark& postmark() const { return postmark_; }
    Report report() const;

    // Whether it is still to be sent.
    bool is_waiting() const;
    void add(Try made);  // after which it is still waiting
    // Ends the waiting; what ended before stays as it is.
    void settle(State state);

  private:
    const Letter letter_;
    const Postmark postmark_;

    mutable std::mutex mutex_;
    Report report_;  // guarded by mutex_
};

// "waiting", "delivered", "failed", "refused", "dropped".
std::string_view name_of(Delivery::State state);

}  // namespace standin::engine
