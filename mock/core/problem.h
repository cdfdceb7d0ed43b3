// One thing wrong with a request.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "mock/core/value.h"

namespace standin {

// The part of a request in which a problem lies.
enum class Part : uint8_t { path, query, header, cookie, body, credentials, request };

std::string_view name_of(Part part);

// What is wrong, where, and against which line of the contract. Facts only: the sentence that the
// client reads is worded later, by the contract's own catalogue.
struct Problem {
    Part part = Part::body;
    std::string
        pointer;  // JSON Pointer (RFC 6901) below the part: "/router/rules/0"; "" = all of it
    std::string keyword;  // JSON Schema keyword, or one of the mock's own words ("json", "rule")
    std::string schema;   // JSON Pointer of that keyword in the contract; "" where there is none
    Mark mark;            // place of that keyword in the contract's file
    std::string
        expected;  // a type, a limit, a format, the allowed values: what would have been right
    std::string received;  // a type, a length, a value: what was there
    std::string code;      // set where the contract itself gives one (a named error)
    std::string message;   // set where the contract itself gives one (a named error)
};

using Problems = std::vector<Problem>;

}  // namespace standin
