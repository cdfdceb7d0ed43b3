// The mock's own errors, RFC 9457.
#pragma once

#include <string_view>

#include "mock/http/message.h"

namespace standin::http {

// A response in application/problem+json with type "about:blank", the status's own title, and a
// sentence.
Response problem_details(int status, std::string_view detail);

}  // namespace standin::http
