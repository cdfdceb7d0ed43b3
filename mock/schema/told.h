// What problems say of schemas and instances.
#pragma once

#include <string>
#include <string_view>

#include "mock/core/value.h"

namespace standin::schema {

class Schema;

// "null", "boolean", "number", "string", "array" or "object".
std::string_view json_type_of(const Value& instance);

// The types a schema names, joined by ","; "" where it names none. Follows $ref.
std::string types_of(const Schema& schema);

// What is wrong with a member, in the words of a keyword that need not be the one that asks for it.
struct Wrong {
    std::string_view keyword;
    std::string_view member;
    std::string expected;
    std::string received;
};

}  // namespace standin::schema
