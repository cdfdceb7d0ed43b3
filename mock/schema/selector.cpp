#include "mock/schema/selector.h"

#include <algorithm>
#include <cassert>

namespace standin::schema {

namespace {

using Set = Selector::Set;

constexpr Set branch(size_t index) {
    return Set{1} << index;
}

constexpr Set first(size_t count) {
    return count == Selector::width ? ~Set{0} : branch(count) - 1;
}

// Whether an instance of this kind may be allowed; a number may have no fraction.
bool may_allow(Kinds kinds, Kind kind) {
    return (kinds & bit(kind)) || (kind == Kind::number && (kinds & bit(Kind::integer)));
}

}  // namespace

Selector::Selector(std::span<const Demand> branches) {
    assert(branches.size() <= width);
    for (size_t kind = 0; kind < by_kind_.size(); ++kind) {
        for (size_t i = 0; i < branches.size(); ++i) {
            if (may_allow(branches[i].kinds, static_cast<Kind>(kind))) by_kind_[kind] |= branch(i);
        }
    }
    for (const Demand& demand : branches) {
        for (const Demand::OfMember& asked : demand.members) add_member(asked, branches);
    }
}

void Selector::add_member(const Demand::OfMember& asked, std::span<const Demand> branches) {
    if (clues_.size() == width || names_.find(asked.name) != Names::none) return;
    Clue clue;
    for (size_t i = 0; i < branches.size(); ++i) {
        const Demand::OfMember* own = branches[i].of(asked.name);
        if (own && own->required) clue.missed |= branch(i);
        if (!own || !own->words) continue;
        clue.strange &= ~branch(i);
        for (std::string_view word : *own->words) {
            const size_t index = clue.words.add(word);
            clue.by_word.resize(clue.words.size());
            clue.by_word[index] |= branch(i);
        }
    }
    for (Set& left : clue.by_word) left |= clue.strange;
    if (!clue.tells(first(branches.size()))) return;
    names_.add(asked.name);
    clues_.push_back(std::move(clue));
}

// Whether it tells branches apart. What all of them ask for alike is left to them.
bool Selector::Clue::tells(Set all) const {
    const auto some = [&](Set left) { return (left & all) != all; };
    return (missed != 0 && missed != all) || (some(strange) && (strange & all)) ||
           std::ranges::any_of(by_word, some);
}

Set Selector::Clue::left_by(const Value& member) const {
    if (!member.is(Kind::string)) return ~Set{0};
    const uint32_t index = words.find(member.text());
    return index == Names::none ? strange : by_word[index];
}

Set Selector::fitting(const Value& instance) const {
    Set left = by_kind_[static_cast<size_t>(instance.kind())];
    if (clues_.empty() || !instance.is(Kind::object) || !left) return left;
    const auto members = instance.members();
    uint64_t unseen = first(clues_.size());
    uint32_t hint = Names::none;
    // Of members that share a name the last one counts: it is met first.
    for (size_t at = members.size(); at-- > 0 && unseen;) {
        const uint32_t index = names_.find(members[at].name, hint);
        if (index == Names::none || !(unseen & branch(index))) continue;
        unseen &= ~branch(index);
        hint = index - 1;
        left &= clues_[index].left_by(members[at].value);
    }
    for (; unseen; unseen &= unseen - 1) {
        left &= ~clues_[static_cast<size_t>(std::countr_zero(unseen))].missed;
    }
    return left;
}

}  // namespace standin::schema
