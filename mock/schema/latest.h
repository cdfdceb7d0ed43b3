// Members that share a name: the last one counts.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "mock/core/value.h"

namespace standin::schema {

// The members that no later one of their name replaces, sorted by name.
std::vector<const Member*> sorted_by_name(std::span<const Member> members);

// The last member of each name. A hash table, or, where a client has made the names collide, a
// sorted list.
class LastByName {
  public:
    // Takes up members until there are `enough` names.
    void fill(std::span<const Member> members, size_t enough = SIZE_MAX);

    size_t names() const { return names_; }
    const Member* find(std::string_view name) const;

  private:
    const Member** slot_of(std::string_view name);

    std::vector<const Member*> slots_;  // a power of two, at most half of them taken
    std::vector<const Member*> sorted_;
    size_t names_ = 0;
    size_t steps_left_ = 0;  // before it counts as a collision
};

// Tells which member of a name counts. Asked only about members with something wrong, so that the
// valid path builds no table.
class Latest {
  public:
    explicit Latest(std::span<const Member> members) : members_(members) {}

    bool has(const Member& member);

  private:
    std::span<const Member> members_;
    size_t asked_ = 0;
    LastByName last_;
};

// How many names there are, or `enough` as soon as there are that many.
size_t count_names(std::span<const Member> members, size_t enough);

}  // namespace standin::schema
