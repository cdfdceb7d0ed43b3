// The formats of numbers: a function each, that says whether a number fits. Exact, however the
// number is written: 1.5e1 is an integer, 9223372036854775808 is none of 64 bits.
#pragma once

#include "mock/core/value.h"

namespace standin::schema {

// OpenAPI 3.1, section 4.4 ("int32", "int64", "float", "double"), and the OpenAPI Initiative's
// registry of formats for the others.
bool is_int8(const Value& number);
bool is_int16(const Value& number);
bool is_int32(const Value& number);
bool is_int64(const Value& number);
bool is_uint8(const Value& number);
bool is_uint16(const Value& number);
bool is_uint32(const Value& number);
bool is_uint64(const Value& number);

// An integer that a double holds, and so do its neighbours.
bool is_double_int(const Value& number);

// In the range of the type once it is rounded: how many digits are kept is not asked.
bool is_float(const Value& number);
bool is_double(const Value& number);

}  // namespace standin::schema
