// The keywords: one row each, with what reads it when a schema is compiled and what checks it.
#pragma once

#include <string_view>

#include "mock/schema/rule.h"

namespace standin::schema {

class Draft;

// Reads the value of a keyword into `rule`, or refuses it (Draft::refuse). Returns whether there
// is something to check.
using Read = bool (*)(Draft& draft, const Member& keyword, Rule& rule);

enum class Known : uint8_t { everywhere, in_2020_12, in_openapi_3_0 };

struct Keyword {
    std::string_view name;
    Known known = Known::everywhere;
    Stage stage = Stage::combination;
    Read read = nullptr;
    Check check = nullptr;  // null for a keyword that only has a say in another one's rule
};

// Null for names that mean nothing in this dialect.
const Keyword* find_keyword(std::string_view name, Dialect dialect);

// Whether the name is a keyword of the dialect that cannot be checked, so that a schema which has
// it must be refused.
bool is_unsupported(std::string_view name, Dialect dialect);

}  // namespace standin::schema
