// What the compiled schemas of one document consist of.
#pragma once

#include <deque>
#include <map>
#include <memory>
#include <memory_resource>
#include <string>
#include <unordered_map>

#include "mock/schema/decimal.h"
#include "mock/schema/operand.h"
#include "mock/schema/pattern.h"
#include "mock/schema/rule.h"

namespace standin::schema {

// A node of the document that is to be read as a schema.
struct Node {
    std::string pointer;
    const Value* value = nullptr;
    bool below_id = false;  // "#" means the schema with the $id, which is not supported
};

// Owns every schema, rule and operand, and the document that they point into. Addresses are
// stable. Grows only while a contract is loaded.
struct Store {
    Store(std::string name, std::shared_ptr<const Document> source, Dialect spoken)
        : file(std::move(name)), document(std::move(source)), dialect(spoken) {}

    std::string file;
    std::shared_ptr<const Document> document;
    Dialect dialect;

    std::pmr::monotonic_buffer_resource arena;  // rules and pointers
    std::deque<Schema> schemas;
    std::unordered_map<std::string_view, const Schema*> by_pointer;

    // Where references lead, by their text: most are written many times.
    std::unordered_map<std::string_view, Node> targets;

    // The same expression stands in many schemas of a contract: compiled once.
    std::map<std::string_view, Pattern> patterns;
    std::deque<Members> members;
    std::deque<Branches> branches;
    std::deque<Contains> contains;
    std::deque<Condition> conditions;
    std::deque<Dependents> dependents;
    std::deque<Divisor> divisors;
    std::deque<Names> names;
};

}  // namespace standin::schema
