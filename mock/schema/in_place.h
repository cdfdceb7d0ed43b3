// What schemas say of an instance by way of those that they apply to it too.
#pragma once

#include <array>
#include <unordered_map>
#include <vector>

#include "mock/schema/one_way.h"
#include "mock/schema/store.h"

namespace standin::schema {

// Who applies whom to the same instance, of the schemas that one run of the compiler makes. Fills
// in Schema::one_way and Schema::one_way_members, so that a check has nothing to search.
class InPlace {
  public:
    explicit InPlace(Store& store) : store_(store) {}

    // That `from` applies `to`: always (`surely`), as one of several branches (`maybe`), or
    // only to ask whether it holds (`no`).
    void link(Schema& from, const Schema& to, OneWay how);

    // Spreads what the schemas from this one on say of their instances and of members. Iterative,
    // so long chains cost no stack; cycles are fine.
    void spread(size_t first);

  private:
    struct Link {
        Schema* from;
        OneWay how;
    };
    using Pass = bool (InPlace::*)(const Schema& to, const Link& link);

    void spread(Pass pass);
    bool pass_instance(const Schema& to, const Link& link);
    bool pass_members(const Schema& to, const Link& link);
    void note_members(Schema& schema);
    OneWayMembers& members_of(Schema& schema, size_t direction);

    Store& store_;
    std::vector<const Schema*> applied_;
    std::unordered_map<const Schema*, std::vector<Link>> links_;  // by who is applied
    std::unordered_map<const Schema*, std::array<OneWayMembers*, 2>> made_;
};

}  // namespace standin::schema
