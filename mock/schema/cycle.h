// Schemas that apply themselves to the same instance, which would never come to an end.
#pragma once

#include <unordered_map>
#include <vector>

#include "mock/core/value.h"
#include "mock/schema/rule.h"

namespace standin::schema {

// Who applies whom, between the nodes of documents: what a node is compiled for makes no
// difference.
class Cycles {
  public:
    struct Link {
        const Schema* from;
        const Value* to;
        const Member* keyword;  // because of which
    };

    void add(const Value* node, const Link& link) { links_[node].push_back(link); }

    // Appends the links that close a cycle, of those that are reached from a node and were not
    // walked before. Iterative: long chains cost no stack.
    void walk(const Value* from, std::vector<Link>& closing);

  private:
    enum class Colour : uint8_t { white, grey, black };

    std::unordered_map<const Value*, std::vector<Link>> links_;
    std::unordered_map<const Value*, Colour> colours_;
};

}  // namespace standin::schema
