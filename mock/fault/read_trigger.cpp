#include "mock/fault/reading.h"

namespace standin::fault {

namespace {

std::optional<uint64_t> count_of(const Located& at) {
    if (!at) return std::nullopt;
    return static_cast<uint64_t>(whole(*at.value));
}

Moment read_moment(Reading& reading, const Located& at) {
    constexpr milliseconds year = std::chrono::hours(24 * 366);
    const bool text = at.value->is(Kind::string);
    if (text) {
        const std::string_view written = at.value->text();
        if (const auto instant = parse_instant(written)) return {instant, milliseconds(0)};
        const bool unit = !written.empty() && (written.back() < '0' || written.back() > '9');
        if (!unit || !parse_duration(written)) {
            reading.refuse(at, "must be a time such as 10s or an instant (RFC 3339), not \"" +
                                   std::string(written) + '"');
            return {};
        }
    }
    return {std::nullopt, reading.duration(at, year)};
}

std::pair<Moment, Moment> read_between(Reading& reading, const Located& at) {
    const size_t before = reading.mistakes().size();
    const std::vector<Located> ends = several(at);
    const Moment from = read_moment(reading, ends[0]);
    const Moment to = read_moment(reading, ends[1]);
    const bool comparable = from.instant.has_value() == to.instant.has_value();
    const bool ordered =
        from.instant && to.instant ? *from.instant < *to.instant : from.later < to.later;
    if (comparable && !ordered && reading.mistakes().size() == before) {
        reading.refuse(at, "ends before it begins");
    }
    return {from, to};
}

// The member that keeps a request from ever being one; "" where none does.
std::string_view excluding(const Trigger& trigger, uint64_t nth) {
    const uint64_t after = trigger.after.value_or(0);
    if (nth > trigger.first.value_or(nth)) return "first";
    if (nth <= after) return "after";
    return (nth - after) % trigger.every.value_or(1) == 0 ? "" : "every";
}

void check_nth(Reading& reading, const Located& at, const Trigger& trigger) {
    for (const Located& each : several(at)) {
        const uint64_t nth = *count_of(each);
        const std::string_view member = excluding(trigger, nth);
        if (member.empty()) continue;
        reading.refuse(each, "can never be: \"" + std::string(member) + "\" leaves out request " +
                                 std::to_string(nth));
    }
}

}  // namespace

Trigger read_trigger(Reading& reading, const Located& at) {
    Trigger trigger;
    if (!at) return trigger;
    for (const Located& each : several(at.find("nth"))) trigger.nth.push_back(*count_of(each));
    trigger.first = count_of(at.find("first"));
    trigger.after = count_of(at.find("after"));
    trigger.every = count_of(at.find("every"));
    trigger.times = count_of(at.find("times"));
    check_nth(reading, at.find("nth"), trigger);
    if (const Located between = at.find("between")) {
        trigger.between = read_between(reading, between);
    }
    if (const Located probability = at.find("probability")) {
        trigger.probability = probability.value->number();
    }
    return trigger;
}

}  // namespace standin::fault
