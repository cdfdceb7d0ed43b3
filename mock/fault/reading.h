// The parts of a fault plan, read one by one after the plan's schema has passed it.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "mock/contract/reference.h"
#include "mock/fault/plan.h"

namespace standin::fault {

using contract::Located;

// What the reading of one plan shares. A mistake is kept, and reading goes on with a value that
// will do; whoever reads throws them all in the end.
class Reading {
  public:
    // All of them must outlive it.
    Reading(const contract::Source& source, const Contracts& contracts, schema::Schemas& schemas)
        : source_(source), contracts_(contracts), schemas_(schemas) {}

    const Contracts& contracts() const { return contracts_; }
    std::vector<Mistake>& mistakes() { return mistakes_; }

    // Keeps a mistake at this place: `"NAME" message`, with the last name of its pointer.
    void refuse(const Located& at, const std::string& message);

    // A span of time, where a bare number counts `unit`s.
    milliseconds duration(const Located& at, milliseconds most,
                          milliseconds unit = milliseconds(1));
    // The schema at this place, or null and its mistakes.
    const schema::Schema* schema(const Located& at);
    // Runs a step and keeps the mistakes that it throws, each once.
    void attempt(const std::function<void()>& step);

  private:
    const contract::Source& source_;
    const Contracts& contracts_;
    schema::Schemas& schemas_;
    std::vector<Mistake> mistakes_;
};

constexpr milliseconds longest_delay = std::chrono::hours(1);
constexpr milliseconds longest_window = std::chrono::hours(24);

// An integer, also one that is written as 3.0.
int64_t whole(const Value& value);
// The items of an array, or the one value.
std::vector<Located> several(const Located& at);
std::vector<std::string> texts(const Located& at);

// Each reads what is there; an empty place gives what a rule has without it.
Match read_match(Reading& reading, const Located& at);
Trigger read_trigger(Reading& reading, const Located& at);
Delay read_delay(Reading& reading, const Located& at);
Delivery read_delivery(Reading& reading, const Located& rule);
Instead read_answer(Reading& reading, const Located& at);
Quota read_quota(Reading& reading, const Located& at);
std::vector<Breach> read_breaches(const Located& at);

// Reads a rule with all its parts; `plan` is the name of its plan.
Rule read_rule(Reading& reading, const Located& at, const std::string& plan);

}  // namespace standin::fault
