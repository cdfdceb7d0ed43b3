// A resource that is being put together.
#pragma once

#include <string_view>
#include <unordered_map>
#include <vector>

#include "mock/contract/contract.h"
#include "mock/state/store.h"

namespace standin::state {

// The members of an object, each name once, in the order in which they came. Finding and setting
// take constant time, so that a body of a million members costs no more than its size; the few of a
// usual one are found sooner by looking at each.
class MemberList {
  public:
    MemberList() = default;
    explicit MemberList(const Value& object);  // nothing for anything but an object

    const std::vector<Member>& all() const { return members_; }
    const Value* find(std::string_view name) const;
    void set(std::string_view name, const Value& value);  // replaces, or adds at the end
    void remove(const std::vector<std::string_view>& names);

  private:
    size_t place_of(std::string_view name) const;  // as many as there are where it is none
    void note(size_t place);

    std::vector<Member> members_;
    // Of the names of a long list, in members_; never iterated.
    std::unordered_map<std::string_view, size_t> places_;
};

// A list of members to be changed; what it views must live until finish(), which copies.
class Draft {
  public:
    // With an object's members instead of what was there.
    void start(const Value& object) { members_ = MemberList(object); }
    const Value* find(std::string_view name) const { return members_.find(name); }
    void set(std::string_view name, const Value& value) { members_.set(name, value); }
    // The member that identifies a resource, which may lie deeper; nothing of one that has none.
    const Value* find_key(const contract::Resource& resource) const;
    void set_key(const contract::Resource& resource, const Value& key);
    void remove(const std::vector<std::string_view>& names) { members_.remove(names); }
    // Adds what is missing: objects member by member.
    void fill(const Value& defaults);
    // Sets every member of another object; `deep` goes on inside objects, and null removes there
    // (RFC 7396).
    void merge(const Value& patch, bool deep);

    // The item that it has become. Its key is the resource's key member as text.
    ItemPointer finish(const contract::Contract& contract, const contract::Resource& resource,
                       uint64_t ordinal) const;

    // The members as a value that lives until the draft changes.
    Value value() const { return Value::of(std::span<const Member>(members_.all())); }

  private:
    Value merged(const Value& target, const Value& patch);
    Value with_key(const Value* outer, const contract::Resource& resource, size_t depth,
                   const Value& key);

    MemberList members_;
    Document made_;  // values that merging made
};

}  // namespace standin::state
