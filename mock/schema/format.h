// The formats that are asserted, each with the function that knows it.
#pragma once

#include <string_view>
#include <vector>

#include "mock/core/value.h"

namespace standin::schema {

// One row of the table: either for strings or for numbers. A format says nothing about instances of
// another type.
struct Format {
    std::string_view name;
    bool (*text)(std::string_view text) = nullptr;
    bool (*number)(const Value& number) = nullptr;
};

// Null for names that assert nothing: "binary", "password" and every unknown one.
const Format* find_format(std::string_view name);

// The names of all of them.
std::vector<std::string_view> format_names();

}  // namespace standin::schema
