// Parameters: text from the path, the query, headers and cookies, turned into typed values.
#pragma once

#include <string>
#include <vector>

#include "mock/contract/input.h"
#include "mock/contract/operation.h"
#include "mock/core/problem.h"
#include "mock/http/message.h"

namespace standin::check {

// Decodes and checks every parameter of an operation; fills the parts of `input` but the body.
void parameters(const contract::Operation& operation, const http::Request& request,
                const contract::PathValues& path_values, contract::Input& input,
                Problems& problems);

}  // namespace standin::check
