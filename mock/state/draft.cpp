#include "mock/state/draft.h"

#include <algorithm>
#include <unordered_set>

#include "mock/core/json_writer.h"

namespace standin::state {

namespace {

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
    members_.reserve(object.members().size());
    places_.reserve(object.members().size());
    for (const Member& member : object.members()) set(member.name, member.value);
}

const Value* MemberList::find(std::string_view name) const {
    const auto found = places_.find(name);
    return found == places_.end() ? nullptr : &members_[found->second].value;
}

void MemberList::set(std::string_view name, const Value& value) {
    const auto [found, fresh] = places_.try_emplace(name, members_.size());
    if (fresh) {
        members_.push_back({name, value, {}});
    } else {
        members_[found->second].value = value;
    }
}

void MemberList::remove(const std::vector<std::string_view>& names) {
    std::unordered_set<std::string_view> gone;
    for (std::string_view name : names) {
        if (places_.contains(name)) gone.insert(name);
    }
    if (gone.empty()) return;
    std::erase_if(members_, [&](const Member& member) { return gone.contains(member.name); });
    places_.clear();
    for (size_t i = 0; i < members_.size(); ++i) places_[members_[i].name] = i;
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
    auto item = std::make_shared<Item>();
    const Value made = value();
    JsonWriter writer(item->shown, contract.style);
    contract::show(writer, made, resource.shape,
                   {contract.style, contract.unknown_members, resource.hidden});
    item->shown.shrink_to_fit();
    // What is shown tells about how much text there is to keep: one allocation will mostly do.
    auto document =
        std::make_shared<Document>(made.members().size() * sizeof(Member) + item->shown.size());
    Builder builder(*document);
    builder.copy(made);
    item->ordinal = ordinal;
    item->key = key_text(document->root().find(resource.key));
    item->document = std::move(document);
    return item;
}

std::string key_text(const Value* key) {
    if (!key || !(key->is(Kind::string) || key->is_number())) return {};
    return std::string(key->text());
}

}  // namespace standin::state
