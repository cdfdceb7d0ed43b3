// Which branches of a choice an instance can match at all, found by looking at it once.
#pragma once

#include <array>
#include <bit>
#include <cstdint>
#include <span>
#include <vector>

#include "mock/schema/demand.h"
#include "mock/schema/names.h"

namespace standin::schema {

// Made when all schemas are compiled, then immutable. Leaves out only branches that the instance
// does not match, so that running the others gives the verdict of running all of them.
class Selector {
  public:
    using Set = uint64_t;  // a set of them, one bit each
    static constexpr size_t width = 64;

    // Of at most `width` branches, by what each of them demands.
    explicit Selector(std::span<const Demand> branches);

    // Linear in the number of the instance's members.
    Set fitting(const Value& instance) const;

  private:
    // What a member's name and value tell.
    struct Clue {
        Set missed = 0;         // the branches that require it
        Set strange = ~Set{0};  // those that are left by a word that is not known
        Names words;
        std::vector<Set> by_word;  // those that are left by a word

        bool tells(Set all) const;
        Set left_by(const Value& member) const;
    };

    void add_member(const Demand::OfMember& asked, std::span<const Demand> branches);

    std::array<Set, 7> by_kind_{};
    Names names_;
    std::vector<Clue> clues_;  // by the index in `names_`, at most `width`
};

}  // namespace standin::schema
