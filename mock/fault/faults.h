// The faults of one session: the rules in force, and what they have counted.
#pragma once

#include <array>
#include <functional>
#include <map>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "mock/contract/input.h"
#include "mock/contract/operation.h"
#include "mock/fault/decision.h"
#include "mock/fault/ledger.h"
#include "mock/fault/plan.h"
#include "mock/http/message.h"

namespace standin::fault {

// What is known of a request at one station of its life.
struct Question {
    When when = When::before_state;
    const http::Request& request;
    const contract::Operation* operation = nullptr;  // null = none was found
    const contract::Input& input;                    // as far as it could be decoded
    int status = 0;                                  // of the answer, once there is one
    Instant time = 0;
    std::span<const std::shared_ptr<const Rule>> wanted;  // that the request itself asks for
};

// Not thread-safe: its session's lock guards it. A copy counts on by itself, and costs the same
// however many requests were counted, by however many keys.
class Faults {
  public:
    static constexpr size_t most_rules = 1000;

    // A rule in force in this session.
    struct Standing {
        std::shared_ptr<const Rule> rule;
        Instant since = 0;           // when it came into the session, by the session's clock
        uint64_t matched = 0;        // requests that it was for
        uint64_t fired = 0;          // a quota fires on those beyond it
        Shared<Ledger> ledger = {};  // of a quota, once it has counted
        std::shared_ptr<const Plan> plan = {};  // in which the rule stands
    };

    // What became of a plan that was to come into force.
    struct Added {
        enum class Result : uint8_t { done, twin, full } result = Result::done;
        std::string twin;  // the name of a rule that is in force already
    };

    Faults(uint64_t seed, std::string session) : seed_(seed), session_(std::move(session)) {}

    // Puts a plan's rules in force, behind those that are there. Refused, and nothing is changed,
    // where a rule of the same name is in force, or where they would be more than most_rules.
    Added add(const std::shared_ptr<const Plan>& plan, Instant now);
    // Puts one rule of a plan in force, as add does for all of them; nothing where there is one of
    // that name, or no room.
    void join(const std::shared_ptr<const Plan>& plan, const Rule& rule, Instant now);
    // Every rule's counts go on with the rule of its name in the plan that takes its plan's place,
    // null where none does. A rule for which there is no other ends.
    using Heir = std::function<std::shared_ptr<const Plan>(const std::shared_ptr<const Plan>&)>;
    Faults inherit(const Heir& heir) const;
    // Takes a rule out of force and forgets what it has counted; whether it was there.
    bool remove(std::string_view rule);
    void clear();
    // Every rule comes into the session now, with nothing counted.
    void restart(Instant now);
    // The same rules and counts, with the draws of another session.
    Faults fork(std::string session) const;

    // Counts the request for every rule of this station that it matches, and adds what goes wrong
    // to `decision`. Everything that is drawn is a function of the seed, the session, the rule and
    // its count.
    void decide(const Question& question, Decision& decision);
    // A rule that fired by itself, and not because it was wanted, found nothing to do: it counts as
    // if it had not fired. The request stays counted among those that match.
    void take_back(std::string_view rule);

    // Whether any rule in force is for this station. Takes constant time.
    bool asks(When when) const { return asks_[static_cast<size_t>(when)]; }
    // Whether a rule must see the decoded request before the checks. Takes constant time.
    bool peeks() const { return peeks_; }
    bool empty() const { return standings_.empty(); }
    const std::vector<Standing>& standings() const { return standings_; }
    // A rule in force by its name; null where there is none.
    std::shared_ptr<const Rule> find_rule(std::string_view name) const;

  private:
    void note_stations();
    void decide_wanted(const std::shared_ptr<const Rule>& rule, const Question& question,
                       Decision& decision);
    void decide_standing(Standing& standing, const Question& question, Decision& decision);

    uint64_t seed_;
    std::string session_;
    std::vector<Standing> standings_;
    std::array<bool, 3> asks_{};  // of every station, in the order of When
    bool peeks_ = false;
    std::map<std::string, uint64_t> wanted_;  // how often a rule was asked for: "plan/rule"
};

}  // namespace standin::fault
