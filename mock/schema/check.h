// Whether an instance is what a schema asks for, and if not, what is wrong with it.
#pragma once

#include <optional>
#include <string_view>

#include "mock/core/problem.h"
#include "mock/schema/schema.h"

namespace standin::schema {

// Where an instance lies in a request.
struct Place {
    Part part = Part::body;
    std::string_view pointer;  // put before the instance's own pointers: "/router"
    Direction direction = Direction::request;
    bool closes_objects = false;  // members that no schema speaks of are refused (README.md)
};

inline constexpr size_t problem_limit = 100;

// Appends every problem in the order in which the schema declares things, until `problems` holds
// `limit` of them. Recurses as deep as the instance is nested (JsonLimits::depth). Allocates only
// where something is wrong, or where an object or array is too large for the buffers on the stack.
// Where a pattern gave up (pattern.h), that is the one problem that is appended: nothing else is
// certain.
void check(const Schema& schema, const Value& instance, const Place& place, Problems& problems,
           size_t limit = problem_limit);

// The same verdict without problems: stops at the first mistake. Not valid where a pattern gave up.
bool is_valid(const Schema& schema, const Value& instance,
              Direction direction = Direction::request);

// As is_valid(), and puts the problem of a pattern that gave up into `lost`, which is empty before:
// for callers to whom "not valid" means that all is well.
bool is_valid(const Schema& schema, const Value& instance, const Place& place,
              std::optional<Problem>& lost);

}  // namespace standin::schema
