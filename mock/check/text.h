// Text that may stand in JSON.
#pragma once

#include <string>

namespace standin::check {

// The text with U+FFFD for every byte that is no part of UTF-8 (RFC 3629): a request's target and
// headers may hold any bytes, values and answers may not.
std::string valid_utf8(std::string text);

}  // namespace standin::check
