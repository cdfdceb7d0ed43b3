// The sessions of a mock, by name.
#pragma once

#include <chrono>
#include <map>
#include <memory>
#include <shared_mutex>
#include <string>
#include <string_view>
#include <vector>

#include "mock/engine/session.h"

namespace standin::engine {

// Whether a text can name a session (or a snapshot): 1 to 128 letters, digits, '-', '.', '_', '~'.
bool is_name(std::string_view text);

// Safe to use from several threads. The session "default" is always there; the others are born on
// first use. A session that is removed lives on for the requests that it has admitted.
class Sessions {
  public:
    struct Limits {
        size_t most = 1000;                        // sessions, "default" among them
        std::chrono::milliseconds ttl{1'800'000};  // unused for so long it is removed; 0 = never

        std::string full() const;  // a sentence for whoever finds no room
    };

    // `beginning` must outlive it. Throws ContractError where fixtures or faults will not do.
    Sessions(const Beginning& beginning, Limits limits);

    // The session of that name, begun if it is not there; null where there is no room for it.
    std::shared_ptr<Session> find_or_begin(const std::string& name);
    // Null where there is none. Either is a use of the session, which is not idle from then on.
    std::shared_ptr<Session> find(const std::string& name) const;
    std::shared_ptr<Session> standard() const { return standard_; }

    // Whether it was made: not where one of that name is there.
    enum class Made : uint8_t { yes, taken, full };
    Made begin(const std::string& name);
    Made fork(const Session& from, const std::string& name);

    // "default" is reset instead.
    bool remove(const std::string& name);
    void clear();

    std::vector<std::shared_ptr<Session>> all() const;  // by name

    // Takes over the sessions of a mock that answers no more requests. Nobody may use either
    // meanwhile.
    void adopt(const Sessions& former, Handover& handover);

    // Removes those that were not used for the time to live, and frees what was removed before.
    // Called from time to time, from one thread; `now` tells how much time has gone by.
    void tidy(Moment now);

    const Limits& limits() const { return limits_; }

  private:
    void drop(const std::shared_ptr<Session>& session);
    void give_back();
    Made add(const std::string& name, std::shared_ptr<Session> session);

    const Limits limits_;
    const Origin origin_;
    Attic attic_;
    const std::shared_ptr<Session> standard_;
    bool untrimmed_ = true;  // whether memory was freed that the system may have; tidy()'s alone

    mutable std::shared_mutex mutex_;
    std::map<std::string, std::shared_ptr<Session>> sessions_;  // guarded by mutex_
};

}  // namespace standin::engine
