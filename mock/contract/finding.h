// What an examination of a document finds.
#pragma once

#include <string>
#include <vector>

#include "mock/core/contract_error.h"

namespace standin::contract {

struct Finding {
    enum class Severity : uint8_t {
        error,   // the document cannot be served
        warning  // it can, but something is odd, not acted on, or surely not meant
    } severity = Severity::error;
    Mistake mistake;
    std::string hint = {};  // what would be right; "" = nobody can tell

    // "file:line:column: severity: message (pointer)", without the parts that are empty, and
    // without the hint.
    std::string text() const;
};

using Findings = std::vector<Finding>;

std::string_view name_of(Finding::Severity severity);

// By file, then by place; of two at one place the error first. What stands twice is left out.
void sort_findings(Findings& findings);

}  // namespace standin::contract
