// Taking in a body: what of it goes into the state, and as what.
#pragma once

#include <map>
#include <string>

#include "mock/contract/contract.h"

namespace standin::state {

// What happens to a body on its way in.
struct IntakeRules {
    bool unknown_members = true;  // keep what the schema does not declare
    bool null_members = true;     // keep members that are null
    bool defaults = true;         // fill in the schema's defaults
    const std::map<std::string, std::string>* environment = nullptr;  // for references
    const contract::Shape* shown = nullptr;  // of the resource, whose readOnly members it drops too
};

// The body as its schema has it: without members that are the server's (readOnly), each name once
// (the last one counts), with defaults, and with references to variables resolved. The result lives
// as long as the body and `document` do.
Value take_in(const Value& body, const contract::Shape* shape, const IntakeRules& rules,
              Document& document);

}  // namespace standin::state
