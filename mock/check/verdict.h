// What a check found.
#pragma once

#include <string>

#include "mock/core/problem.h"

namespace standin::check {

// Everything is in order when `error` is empty; otherwise it names the contract's error that says
// so ("invalid", "credentials_missing" …), and the problems say what is wrong.
struct Verdict {
    std::string error;
    Problems problems;

    bool fine() const { return error.empty(); }
};

}  // namespace standin::check
