// A fault rule: which requests go wrong, when, and how. Data only.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "mock/core/clock.h"
#include "mock/core/value.h"
#include "mock/fault/delivery.h"
#include "mock/fault/effect.h"
#include "mock/schema/pattern.h"
#include "mock/schema/schema.h"

namespace standin::fault {

class Answers;

// Where in the life of a request it goes wrong: before anybody looks at it, before it acts on the
// state ("nothing happened"), or after ("it happened, but the answer is lost").
enum class When : uint8_t { before_checks, before_state, after_state };

// What is asked of a header: WireMock's operators. Exactly one is there.
struct HeaderMatch {
    std::string name;
    enum class Asks : uint8_t { equal_to, contains, matches, absent } asks = Asks::equal_to;
    std::string text;
    std::shared_ptr<const schema::Pattern> pattern;  // of matches
};

// Statuses of answers, both ends included.
struct StatusRange {
    int lowest = 100;
    int highest = 599;
};

// Which requests a rule is for: those of which everything that is said here is true.
struct Match {
    std::vector<std::string> operations;  // ids; empty = any
    std::vector<std::string> methods;     // empty = any
    std::string path;                     // a path template as its contract has it; "" = any
    std::vector<HeaderMatch> headers;
    const schema::Schema* request = nullptr;  // over {path, query, header, body}, as decoded
    std::vector<std::string> sessions;        // names; empty = any
    std::vector<StatusRange> statuses;        // of the answer; empty = any
};

// A moment of a session's clock: an instant, or so long after the rule came into the session.
struct Moment {
    std::optional<Instant> instant;
    milliseconds later{0};
};

// Which of the matching requests a rule fires on: those for which every condition holds. Requests
// are counted for each rule in each session, from 1.
struct Trigger {
    std::vector<uint64_t> nth;
    std::optional<uint64_t> first;
    std::optional<uint64_t> after;  // those that come after so many
    std::optional<uint64_t> every;
    std::optional<std::pair<Moment, Moment>> between;  // from the first to before the second
    std::optional<double> probability;                 // 0 to 1, drawn with the session's seed
    std::optional<uint64_t> times;                     // fires so often at most
};

struct Rule {
    std::string name;
    std::string plan;  // the name of its plan
    Mark mark;
    Match match;
    When when = When::before_state;
    Trigger on;

    std::optional<Delay> delay;
    Delivery delivery;  // what of it the rule gives: dribble, rate, wire
    std::optional<Instead> instead;
    std::optional<Quota> quota;
    std::vector<Breach> breaches;  // one of them is drawn; empty = none
    std::string breach_at;         // a JSON Pointer into the answer; "" = a place is drawn
    std::shared_ptr<const Answers> answers;  // that may be broken; null where breaches is empty
};

}  // namespace standin::fault
