// What a schema is compiled into: a flat row of rules, each one keyword with its operand and the
// function that checks it.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>

#include "mock/core/value.h"
#include "mock/schema/one_way.h"
#include "mock/schema/schema.h"
#include "mock/schema/stage.h"

namespace standin::schema {

class Here;
class Divisor;
class Pattern;
struct Anchors;
struct Branches;
struct Choice;
struct Condition;
struct Contains;
struct Dependents;
struct Dynamic;
struct Entrance;
struct Enumeration;
struct Format;
struct Members;
struct Rule;
struct Unevaluated;

// Whether the instance obeys the rule; what is wrong has been told to `here`.
using Check = bool (*)(const Rule& rule, const Value& instance, const Here& here);

// What a keyword was compiled into; only the keyword's own functions know which one it is.
union Operand {
    const Value* value = nullptr;
    const Schema* schema;
    const Branches* branches;
    const Choice* choice;
    const Condition* condition;
    const Contains* contains;
    const Dependents* dependents;
    const Divisor* divisor;
    const Dynamic* dynamic;
    const Entrance* entrance;
    const Enumeration* enumeration;
    const Format* format;
    const Members* members;
    const Pattern* pattern;
    const Unevaluated* unevaluated;
};

class Glance;

// The same for the verdict alone, of a schema that speaks of no members that travel one way; and
// of all rules of a schema together, whose types allow the instance.
using Glimpse = bool (*)(Glance& glance, const Schema& schema, const Rule& rule,
                         const Value& instance);
using Verdict = bool (*)(Glance& glance, const Schema& schema, const Value& instance);

struct Rule {
    Check check = nullptr;
    Glimpse glimpse = nullptr;        // known when all schemas are compiled
    const Member* keyword = nullptr;  // in the document: name, value and place; null for some
    Operand operand{};
    uint32_t count = 0;  // a second operand: a limit of a length, an index
    Stage stage = Stage::choice;
};

// A set of kinds, one bit each.
using Kinds = uint8_t;
constexpr Kinds bit(Kind kind) {
    return static_cast<Kinds>(1U << static_cast<unsigned>(kind));
}
inline constexpr Kinds all_kinds = 0x7F;
inline constexpr Kinds written_as_integer = 0x80;  // draft 4's integers: 1.0 is none

class Schema {
  public:
    // Whether there is nothing to check of it but that it is of this kind, which is right.
    bool asks_no_more_of(const Value& instance) const { return plain & bit(instance.kind()); }
    std::span<const Rule> of(Stage stage) const {
        const auto at = static_cast<size_t>(stage);
        return {rules.data() + first[at], rules.data() + first[at + 1]};
    }

    static constexpr uint8_t none = 0xFF;

    Verdict verdict = nullptr;                      // known when all schemas are compiled
    std::string_view pointer;                       // of this schema in its document, canonical
    std::string_view told_as;                       // before the pointer: "" or "other.json#"
    Mark mark;                                      // of its value
    const Member* type = nullptr;                   // the keyword; null where there is none
    const Schema* ref = nullptr;                    // the schema that it adds to: a $ref's, for one
    std::span<Rule> rules;                          // sorted by stage, within it as written
    std::array<uint16_t, stage_count + 1> first{};  // where in `rules` each stage begins
    Kinds kinds = all_kinds;                        // that are allowed; 0 for the schema `false`
    Kinds plain = 0;                                // those of them for which there are no rules
    uint8_t weight = none;  // how much a Glance has to do for it; `none` where nobody can tell
    bool collects = false;  // what it evaluates is noted in Run::evaluated

    // By the direction in which they do not travel: what is said of the instance, and of its
    // members (null: nothing), by this schema and those that it applies to the same instance.
    std::array<OneWay, 2> one_way{};
    std::array<const OneWayMembers*, 2> one_way_members{};
};

// Whether `kinds` has room for a number that was not read as an integer: it is one when its
// fraction is zero, unless it must be written as one.
bool allows_as_integer(Kinds kinds, const Value& number);

inline bool allows(Kinds kinds, const Value& instance) {
    return (kinds & bit(instance.kind())) != 0 ||
           (instance.is(Kind::number) && allows_as_integer(kinds, instance));
}

}  // namespace standin::schema
