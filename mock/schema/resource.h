// The places in documents that schemas are read from, and the names that references give them.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <unordered_map>

#include "mock/schema/language.h"
#include "mock/schema/schema.h"

namespace standin::schema {

struct Resource;

// A place of a document that is to be read as a schema.
struct Node {
    const Value* value = nullptr;
    std::string pointer;  // into its document, in one spelling
    Resource* resource = nullptr;
    const Language* language = nullptr;
};

struct Anchor {
    Node node;
    bool dynamic = false;  // $dynamicAnchor or $recursiveAnchor
};

// A schema with a URI of its own, or a document as a whole: what "#" means to the schemas in it
// (JSON Schema 2020-12 core, section 4.3.5).
struct Resource {
    const Source* source = nullptr;
    std::string uri;      // without a fragment; "" where nobody gave one
    std::string told_as;  // what stands before pointers in problems; "" for the first document
    Node root;
    std::map<std::string_view, Anchor> anchors;  // a $recursiveAnchor by the name ""
    bool dynamic = false;                        // whether one of them is

    // Where fragments lead, by their text: most are written many times.
    std::unordered_map<std::string_view, Node> targets;
};

}  // namespace standin::schema
