// What a contract says of a kind of resource: where it lives, what it is known by, what the server
// does to it.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "mock/contract/answer.h"
#include "mock/contract/reference.h"
#include "mock/contract/shape.h"
#include "mock/schema/schema.h"

namespace standin::contract {

struct Parent {
    std::string resource;
    size_t index = 0;       // of that resource in its contract
    std::string parameter;  // the path parameter that holds its key
};

struct Unique {
    std::vector<std::string> members;
    bool everywhere = false;  // in all scopes, not only in its own
    std::string error = "duplicate";
};

struct ReferencedBy {
    std::string resource;
    size_t index = 0;
    std::string member;  // of that resource, which holds this one's key
    std::string error = "in_use";
};

// Immutable after load.
struct Resource {
    std::string name;
    size_t index = 0;                  // in its contract
    Mark mark;                         // where it is declared, for errors
    std::string key;                   // the member that identifies it within its scope
    std::vector<std::string> within;   // the objects that lead to that member, from the outside
    std::string why_key;               // what told that; "" = the contract itself
    std::vector<Located> key_schemas;  // what keys must be beyond texts, or whole numbers
    bool is_single = false;            // each scope has one, and no key
    bool has_integer_keys = false;     // says the path, whatever the schema says
    std::vector<std::string> scope;    // path parameters
    std::vector<Parent> parents;
    std::vector<Unique> unique;
    std::vector<ReferencedBy> referenced_by;
    const Value* defaults = nullptr;
    std::optional<Template> create;
    std::optional<Template> replace;
    std::optional<Template> update;
    std::vector<std::string> keep;
    const Value* cleared = nullptr;
    const Shape* shape = nullptr;            // how it is shown; null shows everything
    const schema::Schema* schema = nullptr;  // of what is shown; null where no answer tells
    Located schema_at;                       // where that stands
    bool is_told = false;                    // x-standin says how it comes to be
    std::vector<std::string_view> hidden;    // write-only members of the requests that make it

    // The key in one of these; null where it has none.
    const Value* key_of(const Value& item) const;
    // "id"; "metadata/name" of one that lies deeper.
    std::string key_path() const;
};

}  // namespace standin::contract
