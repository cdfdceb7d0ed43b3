#include "mock/state/draft.h"

#include <algorithm>
#include <unordered_set>

namespace standin::state {

namespace {

constexpr size_t few = 16;   // members that are looked at one by one
constexpr size_t spare = 8;  // members that the server adds, about

// Defaults and values, objects taken together member by member.
Value filled(Document& document, const Value& value, const Value& defaults) {
    if (!value.is(Kind::object) || !defaults.is(Kind::object)) return value;
    MemberList members(value);
    for (const Member& each : defaults.members()) {
        const Value* known = members.find(each.name);
        members.set(each.name, known ? filled(document, *known, each.value) : each.value);
    }
    return document.object(members.all());
}

}  // namespace

MemberList::MemberList(const Value& object) {
    if (!object.is(Kind::object)) return;
    members_.reserve(object.members().size() + spare);
    for (const Member& member : object.members()) set(member.name, member.value);
}

size_t MemberList::place_of(std::string_view name) const {
    if (!places_.empty()) {
        const auto found = places_.find(name);
        return found == places_.end() ? members_.size() : found->second;
    }
    const auto found = std::find_if(members_.begin(), members_.end(),
                                    [&](const Member& member) { return member.name == name; });
    return static_cast<size_t>(found - members_.begin());
}

// Remembers where the names from a place on stand, once the list is long.
void MemberList::note(size_t place) {
    if (members_.size() <= few) return;
    for (size_t i = places_.empty() ? 0 : place; i < members_.size(); ++i) {
        places_[members_[i].name] = i;
    }
}

const Value* MemberList::find(std::string_view name) const {
    const size_t place = place_of(name);
    return place == members_.size() ? nullptr : &members_[place].value;
}

void MemberList::set(std::string_view name, const Value& value) {
    const size_t place = place_of(name);
    if (place < members_.size()) {
        members_[place].value = value;
    } else {
        members_.push_back({name, value, {}});
        note(place);
    }
}

void MemberList::remove(const std::vector<std::string_view>& names) {
    std::unordered_set<std::string_view> gone;
    for (std::string_view name : names) {
        if (place_of(name) < members_.size()) gone.insert(name);
    }
    if (gone.empty()) return;
    std::erase_if(members_, [&](const Member& member) { return gone.contains(member.name); });
    places_.clear();
    note(0);
}

const Value* Draft::find_key(const contract::Resource& resource) const {
    if (resource.within.empty()) return find(resource.key);
    return resource.key_of(value());
}

void Draft::set_key(const contract::Resource& resource, const Value& key) {
    if (resource.is_single) return;
    if (resource.within.empty()) return set(resource.key, key);
    const std::string& outer = resource.within.front();
    set(outer, with_key(find(outer), resource, 1, key));
}

// An object with the key so deep within it.
Value Draft::with_key(const Value* outer, const contract::Resource& resource, size_t depth,
                      const Value& key) {
    MemberList members(outer ? *outer : Value());
    if (depth == resource.within.size()) {
        members.set(resource.key, key);
    } else {
        const std::string& name = resource.within[depth];
        members.set(name, with_key(members.find(name), resource, depth + 1, key));
    }
    return made_.object(members.all());
}

void Draft::fill(const Value& defaults) {
    for (const Member& each : defaults.members()) {
        const Value* known = find(each.name);
        set(each.name, known ? filled(made_, *known, each.value) : each.value);
    }
}

void Draft::merge(const Value& patch, bool deep) {
    for (const Member& each : patch.members()) {
        const Value* known = find(each.name);
        set(each.name, deep ? merged(known ? *known : Value(), each.value) : each.value);
    }
}

// MergePatch of RFC 7396, section 2.
Value Draft::merged(const Value& target, const Value& patch) {
    if (!patch.is(Kind::object)) return patch;
    MemberList members(target);
    std::vector<std::string_view> cleared;
    for (const Member& each : patch.members()) {
        if (each.value.is(Kind::null)) {
            cleared.push_back(each.name);
            continue;
        }
        const Value* known = members.find(each.name);
        members.set(each.name, merged(known ? *known : Value(), each.value));
    }
    members.remove(cleared);
    return made_.object(members.all());
}

ItemPointer Draft::finish(const contract::Contract& contract, const contract::Resource& resource,
                          uint64_t ordinal) const {
    return make_item(value(), {contract, resource}, ordinal);
}

}  // namespace standin::state
