// What a check found.
#pragma once

#include <string>

#include "mock/contract/operation.h"
#include "mock/core/problem.h"

namespace standin::check {

// Everything is in order when `error` is empty; otherwise it names the contract's error that says
// so ("invalid", "credentials_missing" …), and the problems say what is wrong.
struct Verdict {
    std::string error;
    Problems problems;
    const contract::BodyType* body_type = nullptr;  // that a body was read as, where one was
    std::string challenge = {};                     // for WWW-Authenticate; "" where there is none

    bool fine() const { return error.empty(); }
};

}  // namespace standin::check
