// What the compiled schemas of one document consist of.
#pragma once

#include <array>
#include <deque>
#include <map>
#include <memory>
#include <memory_resource>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "mock/schema/choice.h"
#include "mock/schema/divisor.h"
#include "mock/schema/library.h"
#include "mock/schema/operand.h"
#include "mock/schema/pattern.h"
#include "mock/schema/rule.h"

namespace standin::schema {

// What a node is compiled for: `plain`, to be checked; `collecting`, for the sake of unevaluated
// keywords in a schema that applies it; `others`, what such keywords stand beside.
enum class Mode : uint8_t { plain, collecting, others };
inline constexpr size_t mode_count = 3;

// Owns every schema, rule and operand, and the documents that they point into. Addresses are
// stable. Grows only while a contract is loaded.
struct Store {
    Store(Source source, Options options) : library(std::move(source), std::move(options)) {}

    Library library;

    std::pmr::monotonic_buffer_resource arena;  // rules and pointers
    std::deque<Schema> schemas;
    std::array<std::unordered_map<const Value*, const Schema*>, mode_count> by_node;

    // The ways into resources with dynamic anchors, by the schema that they lead to.
    std::map<const Resource*, Anchors> anchors;
    std::map<std::pair<const Resource*, const Schema*>, const Schema*> entrances;

    // The same expression stands in many schemas of a contract: compiled once.
    std::map<std::string_view, Pattern> patterns;
    std::deque<Members> members;
    std::deque<Branches> branches;
    std::deque<Choice> choices;
    std::deque<Contains> contains;
    std::deque<Condition> conditions;
    std::deque<Dependents> dependents;
    std::deque<Divisor> divisors;
    std::deque<Enumeration> enumerations;
    std::deque<Unevaluated> unevaluated;
    std::deque<Entrance> ways_in;
    std::deque<Dynamic> dynamics;
    std::deque<OneWayMembers> one_way_members;
    std::vector<Mistake> warnings;
};

}  // namespace standin::schema
