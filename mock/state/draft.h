// A resource that is being put together.
#pragma once

#include <string_view>
#include <vector>

#include "mock/contract/contract.h"
#include "mock/state/store.h"

namespace standin::state {

// A list of members to be changed; what it views must live until finish(), which copies.
class Draft {
  public:
    void start(const Value& object);  // with an object's members instead of what was there
    const Value* find(std::string_view name) const;
    void set(std::string_view name, const Value& value);  // replaces, or adds at the end
    void remove(std::string_view name);
    // Adds what is missing: objects member by member.
    void fill(const Value& defaults);
    // Sets every member of another object; `deep` goes on inside objects, and null removes there
    // (RFC 7396).
    void merge(const Value& patch, bool deep);

    // The item that it has become. Its key is the resource's key member as text.
    ItemPointer finish(const contract::Contract& contract, const contract::Resource& resource,
                       uint64_t ordinal) const;

    // The members as a value that lives as long as this and what it views.
    Value value() const { return Value::of(std::span<const Member>(members_)); }

  private:
    Value merged(const Value& target, const Value& patch);

    std::vector<Member> members_;
    Document made_;  // values that merging made
};

// A key as text: a string's characters, a number as it is written; "" for anything else.
std::string key_text(const Value* key);

}  // namespace standin::state
