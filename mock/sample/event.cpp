#include "mock/sample/event.h"

#include <algorithm>

#include "mock/core/json.h"
#include "mock/sample/style.h"

namespace standin::sample {

namespace {

bool is_event(const Value& value) {
    if (!value.is(Kind::object) || value.members().empty()) return false;
    static constexpr std::string_view fields[] = {"event", "data", "id", "retry"};
    return std::ranges::all_of(value.members(), [&](const Member& member) {
        return std::ranges::find(fields, member.name) != std::end(fields);
    });
}

// A carriage return ends a line too.
void add_field(std::string& event, std::string_view name, std::string_view text) {
    while (true) {
        const size_t end = std::min(text.find_first_of("\r\n"), text.size());
        event.append(name).append(": ").append(text.substr(0, end)).append("\n");
        if (end == text.size()) return;
        text.remove_prefix(text.substr(end).starts_with("\r\n") ? end + 2 : end + 1);
    }
}

}  // namespace

std::string event_of(const Value& value) {
    std::string event;
    if (is_event(value)) {
        for (const Member& field : value.members()) {
            add_field(event, field.name, plain(field.value));
        }
    } else {
        add_field(event, "data", to_json(value));
    }
    return event + '\n';
}

}  // namespace standin::sample
