// Base 64 (RFC 4648, section 4).
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace standin::http {

// The bytes of a base 64 text; padding may be missing. Nothing where it is none.
std::optional<std::string> decode_base64(std::string_view text);

}  // namespace standin::http
