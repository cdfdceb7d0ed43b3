// What several schemas say together of the one value that they all apply to.
#pragma once

#include <set>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "mock/contract/reference.h"

namespace standin::sample {

// All of these apply to the same value.
using Schemas = std::vector<contract::Located>;

// The schemas with everything that they apply to the same value: what $ref leads to, all of allOf,
// one branch of each oneOf, anyOf and if, and the dependent schemas of the members that are there.
// `not`, and that no other branch of a oneOf may hold, are left to whoever checks the value.
struct Merged {
    Schemas schemas;
    bool impossible = false;  // the schema `false` is among them
    size_t variants = 1;      // how many ways there are to choose the branches
    // Members that discriminate, with the word of what was chosen.
    std::vector<std::pair<std::string_view, std::string>> words;
};

// How schemas are merged.
struct Merging {
    size_t variant = 0;             // which way of choosing branches, from 0
    bool refs_stand_alone = false;  // what stands beside a $ref is ignored (drafts up to 7)
    std::span<const Value* const> open = {};  // branches that lead to these come last
    std::set<std::string_view> members = {};  // that the value, an object, has
};

Merged merge(const Schemas& schemas, const Merging& merging);

// Where a schema's reference leads, one step; empty where it has none that can be followed.
contract::Located target_of(const contract::Located& schema);

// Whether a schema leads to one of these by references alone.
bool leads_to(contract::Located schema, std::span<const Value* const> open);

// The keyword's values in all of the schemas that have it.
Schemas all_of(const Merged& merged, std::string_view keyword);

}  // namespace standin::sample
