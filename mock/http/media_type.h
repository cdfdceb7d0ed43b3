// Media types, RFC 9110, section 8.3.
#pragma once

#include <string>
#include <string_view>

namespace standin::http {

// "application/json" of "Application/JSON; charset=utf-8": type and subtype in lower case, without
// parameters; "" where there is no type/subtype.
std::string essence_of(std::string_view content_type);

// Whether a media type carries JSON: application/json or any +json (RFC 6839, section 3.1).
bool is_json(std::string_view essence);

// Whether an essence lies within a media range: "application/*" and "*/*" are ranges.
bool in_range(std::string_view essence, std::string_view range);

// RFC 9457's media type, in which the mock speaks of errors of its own.
inline constexpr std::string_view problem_json = "application/problem+json";

}  // namespace standin::http
