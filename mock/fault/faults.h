// The faults of one session: the rules in force, and what they have counted.
#pragma once

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
    Instant time = 0;
    std::span<const std::shared_ptr<const Rule>> wanted;  // that the request itself asks for
};

// Not thread-safe: its session's lock guards it. A copy counts on by itself.
class Faults {
  public:
    // A rule in force in this session.
    struct Standing {
        std::shared_ptr<const Rule> rule;
        Instant since = 0;     // when it came into the session, by the session's clock
        uint64_t matched = 0;  // requests that it was for
        uint64_t fired = 0;    // a quota fires on those beyond it
    };

    Faults(uint64_t seed, std::string session) : seed_(seed), session_(std::move(session)) {}

    // Puts a plan's rules in force, behind those that are there. Refused, and nothing is changed,
    // where a rule of the same name is in force: returns that name; "" = done.
    std::string add(const std::shared_ptr<const Plan>& plan, Instant now);
    bool remove(std::string_view rule);  // whether it was there
    void clear();
    // The same rules and counts, with the draws of another session.
    Faults fork(std::string session) const;

    // Counts the request for every rule of this station that it matches, and adds what goes wrong
    // to `decision`. Everything that is drawn is a function of the seed, the session, the rule and
    // its count.
    void decide(const Question& question, Decision& decision);

    bool empty() const { return standings_.empty(); }
    const std::vector<Standing>& standings() const { return standings_; }
    // A rule in force by its name; null where there is none.
    std::shared_ptr<const Rule> find_rule(std::string_view name) const;

  private:
    void decide_wanted(const std::shared_ptr<const Rule>& rule, const Question& question,
                       Decision& decision);
    void decide_standing(Standing& standing, const Question& question, Decision& decision);

    uint64_t seed_;
    std::string session_;
    std::vector<Standing> standings_;
    Ledger ledger_;
    std::map<std::string, uint64_t> wanted_;  // how often a rule was asked for: "plan/rule"
};

}  // namespace standin::fault
