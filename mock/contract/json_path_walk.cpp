#include "mock/contract/json_path_walk.h"

#include <algorithm>

#include "mock/contract/json_path_filter.h"

namespace standin::contract {

bool PathWalk::segment(size_t next, const Value& value) {
    if (!filter_.visit()) return false;
    if (next == query_.segments.size()) return take_(value);
    const Segment& segment = query_.segments[next];
    return segment.descendant ? descend(segment, next + 1, value)
                              : select(segment, next + 1, value);
}

bool PathWalk::descend(const Segment& segment, size_t next, const Value& value) {
    if (!filter_.visit() || !select(segment, next, value)) return false;
    return each_child(value, [&](PathStep step, const Value& below) {
        path_.push_back(step);
        const bool go_on = descend(segment, next, below);
        path_.pop_back();
        return go_on;
    });
}

bool PathWalk::select(const Segment& segment, size_t next, const Value& value) {
    return std::ranges::all_of(
        segment.selectors, [&](const Selector& selector) { return select(selector, next, value); });
}

bool PathWalk::select(const Selector& selector, size_t next, const Value& value) {
    switch (selector.is) {
        case Selector::Is::name:
            return name(selector.name, next, value);
        case Selector::Is::index:
            return index(*selector.start, next, value);
        case Selector::Is::slice:
            return slice(selector, next, value);
        case Selector::Is::wildcard:
            return each_child(
                value, [&](PathStep step, const Value& below) { return child(next, step, below); });
        case Selector::Is::filter:
            return each_child(value, [&](PathStep step, const Value& below) {
                return !filter_.holds(selector.filter, below) || child(next, step, below);
            });
    }
    return true;
}

bool PathWalk::name(std::string_view name, size_t next, const Value& value) {
    const Value* found = value.find(name);
    if (!found) return true;
    const Member* first = value.members().data();
    size_t position = 0;
    while (&first[position].value != found) ++position;
    return child(next, {position, first[position].name}, *found);
}

bool PathWalk::index(int64_t index, size_t next, const Value& value) {
    if (!value.is(Kind::array)) return true;
    const auto size = static_cast<int64_t>(value.items().size());
    const int64_t position = index < 0 ? index + size : index;
    if (position < 0 || position >= size) return true;
    const auto at = static_cast<size_t>(position);
    return child(next, {at}, value.items()[at]);
}

// Section 2.3.4.2.2, without its intermediate steps.
bool PathWalk::slice(const Selector& selector, size_t next, const Value& value) {
    if (!value.is(Kind::array) || selector.step == 0) return true;
    const auto size = static_cast<int64_t>(value.items().size());
    const bool forward = selector.step > 0;
    const int64_t least = forward ? 0 : -1;
    const auto bound = [&](std::optional<int64_t> given, int64_t otherwise) {
        if (!given) return otherwise;
        return std::clamp(*given < 0 ? *given + size : *given, least, least + size);
    };
    const int64_t end = bound(selector.end, forward ? size : -1);
    int64_t i = bound(selector.start, forward ? 0 : size - 1);
    for (; forward ? i < end : i > end; i += selector.step) {
        const auto at = static_cast<size_t>(i);
        if (!child(next, {at}, value.items()[at])) return false;
    }
    return true;
}

template <class Step>
bool PathWalk::each_child(const Value& value, Step step) {
    size_t position = 0;
    if (value.is(Kind::array)) {
        for (const Value& item : value.items()) {
            if (!step(PathStep{position++}, item)) return false;
        }
    } else if (value.is(Kind::object)) {
        for (const Member& member : value.members()) {
            if (!step(PathStep{position++, member.name}, member.value)) return false;
        }
    }
    return true;
}

bool PathWalk::child(size_t next, PathStep step, const Value& value) {
    path_.push_back(step);
    const bool go_on = segment(next, value);
    path_.pop_back();
    return go_on;
}

}  // namespace standin::contract
