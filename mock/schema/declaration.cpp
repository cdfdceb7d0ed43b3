#include "mock/schema/declaration.h"

#include <algorithm>
#include <functional>
#include <span>

#include "mock/schema/here.h"
#include "mock/schema/latest.h"
#include "mock/schema/operand.h"
#include "mock/schema/pattern.h"

namespace standin::schema {

namespace {

// Whoever requires a member lets it in.
bool declares(const Members& members, std::string_view name, const Here& here) {
    const auto fits = [&](const auto& row) {
        return here.finds(*row.first, name, *members.pattern_keyword);
    };
    return members.names.find(name) != Names::none || std::ranges::any_of(members.patterns, fits);
}

}  // namespace

void Declarations::add(const Value& object, const Schema& schema, const Members& members) {
    if (!object.members().empty()) notes_.push_back({object.members().data(), &schema, &members});
}

void Declarations::leave_open(const Value& object) {
    if (object.is(Kind::object) && !object.members().empty()) {
        notes_.push_back({object.members().data()});
    }
}

// Sorted only to be found: the order of addresses decides nothing.
void Declarations::tell_strangers(const Value& instance, Run& run) {
    std::ranges::stable_sort(notes_, std::less<>(), &Note::object);
    tell(instance, run, nullptr);
}

void Declarations::tell(const Value& instance, Run& run, const Step* step) const {
    if (instance.is(Kind::array)) {
        for (size_t i = 0; i < instance.items().size(); ++i) {
            const Step inner{step, {}, i};
            tell(instance.items()[i], run, &inner);
        }
    } else if (instance.is(Kind::object)) {
        tell_of(instance, run, step);
        for (const Member& member : instance.members()) {
            const Step inner{step, member.name, Step::by_name};
            tell(member.value, run, &inner);
        }
    }
}

void Declarations::tell_of(const Value& object, Run& run, const Step* step) const {
    const Member* const members = object.members().data();
    const std::span<const Note> notes(
        std::ranges::lower_bound(notes_, members, std::less<>(), &Note::object),
        std::ranges::upper_bound(notes_, members, std::less<>(), &Note::object));
    const Schema* first = nullptr;
    for (const Note& note : notes) {
        if (!note.schema || note.members->knows_all || note.members->closed) return;
        if (!first && note.members->properties > 0) first = note.schema;
    }
    if (!first) return;
    Latest latest(object.members());
    for (const Member& member : object.members()) {
        const auto knows = [&](const Note& note) {
            return declares(*note.members, member.name, Here(run, *note.schema, step));
        };
        if (std::ranges::any_of(notes, knows) || !latest.has(member)) continue;
        Here(run, *first, step).fail_undeclared(member.name);
    }
}

}  // namespace standin::schema
