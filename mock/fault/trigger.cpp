#include "mock/fault/trigger.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstdio>

namespace standin::fault {

namespace {

// Whether the conditions that only count hold.
bool is_turn(const Trigger& trigger, const Turn& turn) {
    const uint64_t after = trigger.after.value_or(0);
    const bool listed =
        trigger.nth.empty() || std::ranges::find(trigger.nth, turn.count) != trigger.nth.end();
    return listed && turn.count > after && turn.count <= trigger.first.value_or(turn.count) &&
           (turn.count - after) % trigger.every.value_or(1) == 0 &&
           (!trigger.times || turn.fired < *trigger.times);
}

Instant instant_of(const Moment& moment, Instant since) {
    return moment.instant.value_or(since + moment.later.count());
}

bool is_time(const Trigger& trigger, const Turn& turn) {
    if (!trigger.between) return true;
    const auto& [from, to] = *trigger.between;
    return instant_of(from, turn.since) <= turn.time && turn.time < instant_of(to, turn.since);
}

std::string shortest(double number) {
    char text[40];
    return std::string(text, std::to_chars(text, text + sizeof text, number).ptr);
}

// Cut off and not rounded: what is below a limit is told as below it.
std::string spell(double number) {
    char text[40];
    std::snprintf(text, sizeof text, "%.6f", std::floor(number * 1e6) / 1e6);
    std::string spelt(text);
    while (spelt.back() == '0') spelt.pop_back();
    if (spelt.back() == '.') spelt.pop_back();
    return spelt;
}

}  // namespace

std::optional<std::string> fires(const Trigger& trigger, const Turn& turn, Draw& draw) {
    if (!is_turn(trigger, turn) || !is_time(trigger, turn)) return std::nullopt;
    std::string why = "request " + std::to_string(turn.count) + " of those that match";
    if (trigger.between) {
        why += ", " + std::to_string(turn.time - turn.since) + " ms after the rule came";
    }
    if (!trigger.probability) return why;
    const double drawn = draw.number("probability");
    if (drawn >= *trigger.probability) return std::nullopt;
    return why + ", drew " + spell(drawn) + " below " + shortest(*trigger.probability);
}

}  // namespace standin::fault
