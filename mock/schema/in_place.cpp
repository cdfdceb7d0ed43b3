#include "mock/schema/in_place.h"

#include <algorithm>

#include "mock/schema/operand.h"

namespace standin::schema {

namespace {

constexpr size_t directions = 2;

}  // namespace

void InPlace::link(Schema& from, const Schema& to, OneWay how) {
    if (how == OneWay::no) return;
    std::vector<Link>& links = links_[&to];
    if (links.empty()) applied_.push_back(&to);
    links.push_back({&from, how});
}

void InPlace::spread(size_t first) {
    spread(&InPlace::pass_instance);
    for (size_t at = first; at < store_.schemas.size(); ++at) note_members(store_.schemas[at]);
    spread(&InPlace::pass_members);
}

// Whoever has learned something passes it on, until there is nothing left to learn.
void InPlace::spread(Pass pass) {
    std::vector<const Schema*> waiting = applied_;
    while (!waiting.empty()) {
        const Schema& to = *waiting.back();
        waiting.pop_back();
        const auto links = links_.find(&to);
        if (links == links_.end()) continue;
        for (const Link& link : links->second) {
            if ((this->*pass)(to, link)) waiting.push_back(link.from);
        }
    }
}

bool InPlace::pass_instance(const Schema& to, const Link& link) {
    bool more = false;
    for (size_t direction = 0; direction < directions; ++direction) {
        OneWay& known = link.from->one_way[direction];
        const OneWay says = std::min(to.one_way[direction], link.how);
        more |= says > known;
        known = std::max(known, says);
    }
    return more;
}

bool InPlace::pass_members(const Schema& to, const Link& link) {
    bool more = false;
    for (size_t direction = 0; direction < directions; ++direction) {
        const OneWayMembers* members = to.one_way_members[direction];
        if (members) more |= members_of(*link.from, direction).add_all_of(*members, link.how);
    }
    return more;
}

void InPlace::note_members(Schema& schema) {
    for (const Rule& rule : schema.of(Stage::members)) {
        const Members& members = *rule.operand.members;
        for (size_t i = 0; i < members.properties; ++i) {
            const Schema& property = *members.declared[i].schema;
            for (size_t direction = 0; direction < directions; ++direction) {
                const OneWay says = property.one_way[direction];
                if (says == OneWay::no) continue;
                members_of(schema, direction).add(members.names[i], says);
            }
        }
    }
}

OneWayMembers& InPlace::members_of(Schema& schema, size_t direction) {
    OneWayMembers*& members = made_[&schema][direction];
    if (!members) {
        members = &store_.one_way_members.emplace_back();
        schema.one_way_members[direction] = members;
    }
    return *members;
}

}  // namespace standin::schema
