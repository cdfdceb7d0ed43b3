// The clock of a session: read, set, put forward and back.
#include <algorithm>
#include <optional>

#include "mock/admin/admin.h"
#include "mock/http/problem_details.h"

namespace standin::admin {

using engine::Snapshot;

namespace {

// What RFC 3339 can write.

bool is_writable(Instant instant) {
    return instant >= Clock::first_instant && instant <= Clock::last_instant;
}

http::Response told(const Clock& clock) {
    std::string body;
    JsonWriter writer(body, plain);
    writer.begin_object();
    write_instant(writer, "now", clock.now());
    writer.name("real");
    writer.json(clock.is_real() ? "true" : "false");
    writer.name("tick");
    writer.json(std::to_string(clock.tick().count()));
    writer.end_object();
    return json(std::move(body));
}

http::Response out_of_years() {
    return http::problem_details(400, "A clock shows the years 0000 to 9999");
}

// Milliseconds, which the contract keeps within an int64_t, or a text; nothing where the text is
// too long a time.
std::optional<Clock::Duration> duration_of(const Value& value) {
    if (value.is(Kind::string)) return parse_duration(value.text());
    if (value.is(Kind::integer)) return Clock::Duration(value.integer());
    return Clock::Duration(static_cast<int64_t>(value.number()));  // written as 2e3
}

http::Response too_long() {
    return http::problem_details(400, "A duration is at most 366 days");
}

}  // namespace

http::Response Admin::read_clock(const Visit& visit) {
    return told(visit.session->with([](const Snapshot& present) { return present.world.clock; }));
}

http::Response Admin::set_clock(const Visit& visit) {
    std::optional<Instant> now;
    std::optional<Clock::Duration> tick;
    if (const Value* given = visit.input.body.find("now")) {
        now = parse_instant(given->text());
        if (!now) return http::problem_details(400, "\"now\" is no date-time (RFC 3339)");
    }
    if (const Value* given = visit.input.body.find("tick")) {
        tick = duration_of(*given);
        if (!tick) return too_long();
    }
    if (now && !is_writable(*now)) return out_of_years();
    const Clock changed = visit.session->with([&](Snapshot& present) {
        Clock& clock = present.world.clock;
        if (now) clock.set(*now);
        if (tick) clock.set_tick(*tick);
        return clock;
    });
    return told(changed);
}

http::Response Admin::advance_clock(const Visit& visit) {
    const auto by = duration_of(*visit.input.body.find("advance"));
    if (!by) return too_long();
    // Far beyond what a clock shows, and far from where adding would wrap around.
    constexpr Instant most = 2 * Clock::last_instant;
    const Instant span = std::clamp<Instant>(by->count(), -most, most);
    const auto changed = visit.session->with([&](Snapshot& present) -> std::optional<Clock> {
        Clock& clock = present.world.clock;
        if (!is_writable(clock.now() + span)) return std::nullopt;
        clock.advance(*by);
        return clock;
    });
    return changed ? told(*changed) : out_of_years();
}

}  // namespace standin::admin
