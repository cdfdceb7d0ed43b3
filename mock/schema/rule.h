// What a schema is compiled into: a flat row of rules, each one keyword with its operand and the
// function that checks it.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>

#include "mock/core/value.h"
#include "mock/schema/schema.h"

namespace standin::schema {

class Here;
class Divisor;
class Names;
class Pattern;
struct Branches;
struct Condition;
struct Contains;
struct Dependents;
struct Format;
struct Members;
struct Rule;

// When a rule has its turn. The rules of `choice` see every instance, and the first that fails
// ends the check of this schema; those named after a type see its instances only (`members` comes
// before `object`); `combination` sees every instance, last.
enum class Stage : uint8_t { choice, number, string, array, members, object, combination };
inline constexpr size_t stage_count = 7;

// Whether the instance obeys the rule; what is wrong has been told to `here`.
using Check = bool (*)(const Rule& rule, const Value& instance, const Here& here);

// What a keyword was compiled into; only the keyword's own functions know which one it is.
union Operand {
    const Value* value = nullptr;
    const Schema* schema;
    const Branches* branches;
    const Condition* condition;
    const Contains* contains;
    const Dependents* dependents;
    const Divisor* divisor;
    const Format* format;
    const Members* members;
    const Names* names;
    const Pattern* pattern;
};

struct Rule {
    Check check = nullptr;
    const Member* keyword = nullptr;  // in the document: name, value and place; null for members
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

class Schema {
  public:
    std::span<const Rule> of(Stage stage) const {
        const auto at = static_cast<size_t>(stage);
        return rules.subspan(first[at], first[at + 1] - first[at]);
    }

    std::string_view pointer;                       // of this schema in the document, canonical
    Mark mark;                                      // of its value
    const Member* type = nullptr;                   // the keyword; null where there is none
    const Schema* ref = nullptr;                    // what a $ref with keywords beside it refers to
    std::span<const Rule> rules;                    // sorted by stage, within it as written
    std::array<uint16_t, stage_count + 1> first{};  // where in `rules` each stage begins
    Kinds kinds = all_kinds;                        // that are allowed; 0 for the schema `false`
    bool read_only = false;
    bool write_only = false;
    bool below_id = false;  // while it is compiled: Node::below_id
};

// Whether `kinds` has room for the instance: a number without fraction is an integer.
bool allows(Kinds kinds, const Value& instance);

// Whether a number's fraction is zero.
bool is_whole(const Value& number);

}  // namespace standin::schema
