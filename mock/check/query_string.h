// The whole query as one value (OpenAPI 3.2, section 4.12.1: `in: querystring`).
#pragma once

#include "mock/check/input.h"

namespace standin::check {

// The object that the query is, read as the first of its media types and checked; {} where it is
// none. Problems lie in the query.
Value query_string(const Asked& asked, Document& document, Problems& problems);

}  // namespace standin::check
