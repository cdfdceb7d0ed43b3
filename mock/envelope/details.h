// Problems in the mock's own words (RFC 9457).
#pragma once

#include <string>

#include "mock/core/problem.h"
#include "mock/envelope/answer_scope.h"

namespace standin::envelope {

// What is told: the status, and whether it is schemas that speak, each problem of which is told.
struct Telling {
    int status = 0;
    bool schemas_speak = false;
};

// Appends the body; there is at least one problem, and all are worded.
void write_details(std::string& body, const Telling& telling, const Problems& problems,
                   const AnswerScope& scope);

// {"/body/name": "…"}: the first message of each place.
std::string messages_of(const Problems& problems, const AnswerScope& scope, const JsonStyle& style);

}  // namespace standin::envelope
