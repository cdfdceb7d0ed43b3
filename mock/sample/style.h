// How values are written into the parts of a request.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "mock/contract/parameter.h"

namespace standin::sample {

// Names and texts as they stand in a query, a cookie or a form, decoded.
using Pairs = std::vector<std::pair<std::string, std::string>>;

// A value as text: the characters of a string, else JSON.
std::string plain(const Value& value);

// A path parameter in its style (OpenAPI 3.1, section 4.8.12.3), percent-encoded; or a header, in
// the style "simple", as it is.
std::string in_path(const contract::Parameter& parameter, const Value& value);
std::string in_header(const contract::Parameter& parameter, const Value& value);

// The pairs that a parameter of a query or a cookie makes.
Pairs in_query(const contract::Parameter& parameter, const Value& value);

// Pairs joined as HTML's urlencoded form has them.
std::string urlencoded(const Pairs& pairs);

}  // namespace standin::sample
