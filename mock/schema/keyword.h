// The keywords: one row each, with what reads it when a schema is compiled and what checks it.
#pragma once

#include <string_view>
#include <vector>

#include "mock/schema/language.h"
#include "mock/schema/rule.h"

namespace standin::schema {

class Draft;

// Reads the value of a keyword into `rule`, or refuses it (Draft::refuse). Returns whether there
// is something to check.
using Read = bool (*)(Draft& draft, const Member& keyword, Rule& rule);

// A set of dialects, one bit each.
using Dialects = uint8_t;
constexpr Dialects bit(Dialect dialect) {
    return static_cast<Dialects>(1U << static_cast<unsigned>(dialect));
}

// Where in a keyword's value schemas stand; `schemas` is one of them or a list.
enum class Holds : uint8_t { nothing, schemas, named_schemas };

struct Keyword {
    std::string_view name;
    Dialects dialects = 0;
    Vocabulary vocabulary = Vocabulary::core;
    Holds holds = Holds::nothing;
    Stage stage = Stage::combination;
    Read read = nullptr;
    Check check = nullptr;  // null for a keyword that only has a say in another one's rule
};

// Null for names that mean nothing in this language.
const Keyword* find_keyword(std::string_view name, const Language& language);

// All names that mean something in this language.
std::vector<std::string_view> keyword_names(const Language& language);

// Whether a schema that is a $ref stays nothing but that with this keyword beside it.
bool is_idle_beside_ref(const Keyword& row);

}  // namespace standin::schema
