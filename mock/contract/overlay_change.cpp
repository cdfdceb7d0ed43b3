#include "mock/contract/overlay_change.h"

#include <algorithm>

#include "mock/core/pointer.h"

namespace standin::contract {

namespace {

enum class Form : uint8_t { object, array, primitive };

Form form_of(const Value& value) {
    if (value.is(Kind::object)) return Form::object;
    return value.is(Kind::array) ? Form::array : Form::primitive;
}

std::string name_of(Form form) {
    static constexpr const char* names[] = {"an object", "an array", "a primitive"};
    return names[static_cast<size_t>(form)];
}

const Value& value_in(const Value& item) {
    return item;
}

const Value& value_in(const Member& member) {
    return member.value;
}

void replace(Value& item, const Value& value) {
    item = value;
}

// What is wrong with a primitive is told at its name: that of a new one is where it comes from.
void replace(Member& member, const Value& value) {
    member.value = value;
    if (form_of(value) == Form::primitive) member.mark = value.mark();
}

void append(std::string& pointer, const Value&, size_t position) {
    append_token(pointer, std::to_string(position));
}

void append(std::string& pointer, const Member& member, size_t) {
    append_token(pointer, member.name);
}

}  // namespace

Value OverlayChange::run(const Value& root, const std::vector<PathNode>& nodes,
                         const Value& addition) {
    addition_ = addition;
    if (action_.does != OverlayAction::Does::remove && !is_1_0_) refuse_mixture(nodes);
    std::vector<Place> places;
    for (const PathNode& node : nodes) {
        Place& place = places.emplace_back();
        for (const PathStep& step : node.path) place.push_back(step.position);
    }
    std::ranges::sort(places);
    places.erase(std::unique(places.begin(), places.end()), places.end());
    const auto changed = rebuilt(root, places, 0);
    if (!changed) throw Misfit{action_.mark, "/target", "the whole document cannot be removed"};
    return *changed;
}

// From 1.1 on, targets are either all objects or all arrays or all primitives.
void OverlayChange::refuse_mixture(const std::vector<PathNode>& nodes) const {
    const auto told = [](const PathNode& node) {
        return name_of(form_of(*node.value)) + " at " + normalized(node.path);
    };
    const auto other = std::ranges::find_if(nodes, [&](const PathNode& node) {
        return form_of(*node.value) != form_of(*nodes[0].value);
    });
    if (other == nodes.end()) return;
    throw Misfit{action_.mark, "/target", "selects " + told(nodes[0]) + " and " + told(*other)};
}

// Places are sorted: those below one child stand together, behind that of the value itself.
std::optional<Value> OverlayChange::rebuilt(const Value& value, std::span<const Place> places,
                                            size_t depth) {
    std::optional<Value> result = value;
    if (places.front().size() == depth) {
        result = changed(value);
        places = places.subspan(1);
    }
    if (!result || places.empty()) return result;
    if (result->is(Kind::array)) {
        return document_.array(children(result->items(), places, depth), result->mark());
    }
    return document_.object(children(result->members(), places, depth), result->mark());
}

template <class Child>
std::vector<Child> OverlayChange::children(std::span<const Child> all,
                                           std::span<const Place> places, size_t depth) {
    std::vector<Child> kept;
    kept.reserve(all.size());
    for (size_t i = 0; i < all.size(); ++i) {
        const auto next =
            std::ranges::find_if(places, [&](const Place& place) { return place[depth] != i; });
        const std::span<const Place> own(places.begin(), next);
        places = {next, places.end()};
        kept.push_back(all[i]);
        if (own.empty()) continue;
        const size_t length = where_.size();
        append(where_, all[i], i);
        const auto child = rebuilt(value_in(kept.back()), own, depth + 1);
        where_.resize(length);
        if (child) replace(kept.back(), *child);
        if (!child) kept.pop_back();
    }
    return kept;
}

// What becomes of a target; nothing where it is removed. To an array, Overlay 1.0 adds one entry,
// whatever it is.
std::optional<Value> OverlayChange::changed(const Value& target) {
    if (action_.does == OverlayAction::Does::remove) return std::nullopt;
    if (is_1_0_ && form_of(target) == Form::primitive) {
        throw Misfit{action_.mark, "/target",
                     "selects a primitive at " + where() + ", which needs Overlay 1.1"};
    }
    if (!target.is(Kind::array)) return merged(target, addition_);
    const bool several = addition_.is(Kind::array) && !is_1_0_;
    return joined(target, several ? addition_.items() : std::span<const Value>(&addition_, 1));
}

Value OverlayChange::joined(const Value& array, std::span<const Value> more) {
    std::vector<Value> items(array.items().begin(), array.items().end());
    items.insert(items.end(), more.begin(), more.end());
    return document_.array(items, array.mark());
}

Value OverlayChange::merged(const Value& target, const Value& addition) {
    if (form_of(target) != form_of(addition)) refuse_addition(target, addition);
    if (form_of(target) == Form::primitive) return addition;
    if (target.is(Kind::array)) return joined(target, addition.items());
    std::vector<Member> members(target.members().begin(), target.members().end());
    for (const Member& member : addition.members()) merge(members, member);
    return document_.object(members, target.mark());
}

void OverlayChange::merge(std::vector<Member>& members, const Member& addition) {
    const auto known = std::ranges::find(members, addition.name, &Member::name);
    if (known == members.end()) {
        members.push_back(addition);
        return;
    }
    const size_t where_length = where_.size();
    const size_t added_length = added_.size();
    append_token(where_, addition.name);
    append_token(added_, addition.name);
    known->value = merged(known->value, addition.value);
    if (form_of(known->value) == Form::primitive) known->mark = addition.mark;
    where_.resize(where_length);
    added_.resize(added_length);
}

void OverlayChange::refuse_addition(const Value& target, const Value& addition) const {
    const bool copied = action_.does == OverlayAction::Does::copy;
    throw Misfit{copied ? action_.copy_mark : addition.mark(),
                 copied ? "/copy" : "/update" + added_,
                 name_of(form_of(addition)) + " does not fit " + name_of(form_of(target)) + " at " +
                     where()};
}

}  // namespace standin::contract
