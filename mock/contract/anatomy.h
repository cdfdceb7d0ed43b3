// What OpenAPI documents consist of: their objects, and the fields of each, in every version.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "mock/core/kind.h"

namespace standin::contract {

// The objects of OpenAPI (3.1.1, section 4.8; 3.2.0, section 4; 2.0, section "Schema"), and below
// them the values that are none.
enum class Thing : uint8_t {
    document,
    info,
    contact,
    license,
    server,
    variable,
    components,
    path_item,
    operation,
    documentation,
    parameter,
    header,
    request_body,
    media_type,
    encoding,
    response,
    callback,
    example,
    link,
    tag,
    schema,
    scheme,
    flows,
    flow,
    text,
    flag,
    list,
    object,
    any
};

// A set of versions, one bit each.
using Versions = uint8_t;
inline constexpr Versions v20 = 1;
inline constexpr Versions v30 = 2;
inline constexpr Versions v31 = 4;
inline constexpr Versions v32 = 8;

struct Field {
    enum class Form : uint8_t { one, list, map } form = Form::one;
    Thing thing = Thing::any;  // what it is, or each of its items or members
    Thing owner = Thing::document;
    std::string_view name;
    Versions versions = 0;
    Versions required = 0;  // in which it must be there
};

// "2.0", "3.0" … of one version.
std::string_view name_of_version(Versions version);

// "an operation", "a media type".
std::string_view name_of(Thing thing);

// All fields of an object, in all versions; none of a schema, of which others know.
std::vector<Field> fields_of(Thing thing);

}  // namespace standin::contract
