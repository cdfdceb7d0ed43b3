// What a check spends on searches, and what becomes of it when one gives up.
#pragma once

#include <memory>

#include "mock/core/problem.h"
#include "mock/schema/pattern.h"

namespace standin::schema {

// What a check and everything that it tries share: steps for searches, and, once a search gave up,
// the problem that tells so. The check then stops and has no other verdict.
struct Patience {
    Steps steps;
    std::unique_ptr<Problem> lost;
};

}  // namespace standin::schema
