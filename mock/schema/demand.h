// What a schema surely asks of an instance, told without running it.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "mock/schema/rule.h"

namespace standin::schema {

// Necessary, never sufficient: an instance that does not meet a demand does not match the schema.
// Where that is hard to tell, there is no demand.
struct Demand {
    struct OfMember {
        std::string_view name;
        bool required = false;
        // Where the member is a string, it is one of these; nothing where any will do.
        std::optional<std::vector<std::string_view>> words;

        bool strings = false;  // whether it has to be one

        // Whether a member like this is told by the words to be wrong.
        bool is_broken_by(const Value& member) const;
    };

    Kinds kinds = all_kinds;
    std::vector<OfMember> members;  // those that are required or have words

    const OfMember* of(std::string_view name) const;  // null where nothing is asked of it
    // Whether an object may match, as far as the words of its members tell.
    bool is_met_by_words_of(const Value& object) const;
};

// What the schema asks for itself, by "$ref" and by "allOf". Asks nothing of members that are
// readOnly or writeOnly: they may be missing, and anything, in one direction. All schemas have to
// be compiled. Looks at so many schemas and no more, so that what leaves out nothing costs no more
// than linear time.
Demand demand_of(const Schema& schema);

}  // namespace standin::schema
