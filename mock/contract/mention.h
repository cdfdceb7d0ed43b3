// What a document says about references: which documents it refers to, and what its parts are
// called.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "mock/core/value.h"

namespace standin::contract {

struct Mentions {
    struct Other {
        std::string uri;
        std::string beside;  // the same as if nothing had a name: relative to the file
    };
    std::vector<Other> others;
    std::map<std::string, std::string> names;  // URI, maybe with an anchor, to JSON Pointer
};

// Looks everywhere, in data too: who follows no reference there does not miss what it leads to.
// Names are those of "$self" (OpenAPI 3.2, section 4.1.2.2.1), "$id" and anchors (JSON Schema
// 2020-12 core, section 8.2); `uri` is the document's own.
Mentions mentions_in(const Value& root, const std::string& uri);

// The URI that references at a pointer are resolved against.
std::string base_at(const Value& root, std::string_view pointer, const std::string& uri);

}  // namespace standin::contract
