#include "mock/state/draft.h"

#include <algorithm>

#include "mock/core/json_writer.h"

namespace standin::state {

namespace {

// Defaults and values, objects taken together member by member.
Value filled(Document& document, const Value& value, const Value& defaults) {
    if (!value.is(Kind::object) || !defaults.is(Kind::object)) return value;
    std::vector<Member> members(value.members().begin(), value.members().end());
    for (const Member& each : defaults.members()) {
        const auto known = std::find_if(members.begin(), members.end(),
                                        [&](const Member& m) { return m.name == each.name; });
        if (known == members.end()) {
            members.push_back(each);
        } else {
            known->value = filled(document, known->value, each.value);
        }
    }
    return document.object(members);
}

}  // namespace

void Draft::start(const Value& object) {
    members_.assign(object.members().begin(), object.members().end());
}

const Value* Draft::find(std::string_view name) const {
    for (const Member& member : members_) {
        if (member.name == name) return &member.value;
    }
    return nullptr;
}

void Draft::set(std::string_view name, const Value& value) {
    for (Member& member : members_) {
        if (member.name != name) continue;
        member.value = value;
        return;
    }
    members_.push_back({name, value, {}});
}

void Draft::remove(std::string_view name) {
    std::erase_if(members_, [&](const Member& member) { return member.name == name; });
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
        set(each.name, deep && known ? merged(*known, each.value) : each.value);
    }
}

Value Draft::merged(const Value& target, const Value& patch) {
    if (!target.is(Kind::object) || !patch.is(Kind::object)) return patch;
    std::vector<Member> members(target.members().begin(), target.members().end());
    for (const Member& each : patch.members()) {
        const auto known = std::find_if(members.begin(), members.end(),
                                        [&](const Member& m) { return m.name == each.name; });
        if (each.value.is(Kind::null)) {
            if (known != members.end()) members.erase(known);
        } else if (known == members.end()) {
            members.push_back(each);
        } else {
            known->value = merged(known->value, each.value);
        }
    }
    return made_.object(members);
}

ItemPointer Draft::finish(const contract::Contract& contract, const contract::Resource& resource,
                          uint64_t ordinal) const {
    auto item = std::make_shared<Item>();
    auto document = std::make_shared<Document>();
    Builder builder(*document);
    builder.copy(value());
    item->ordinal = ordinal;
    item->key = key_text(document->root().find(resource.key));
    JsonWriter writer(item->shown, contract.style);
    contract::show(writer, document->root(), resource.shape,
                   {contract.style, contract.unknown_members, resource.hidden});
    item->document = std::move(document);
    return item;
}

std::string key_text(const Value* key) {
    if (!key || !(key->is(Kind::string) || key->is_number())) return {};
    return std::string(key->text());
}

}  // namespace standin::state
