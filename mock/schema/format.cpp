#include "mock/schema/format.h"

#include <algorithm>

#include "mock/schema/format_number.h"
#include "mock/schema/format_text.h"

namespace standin::schema {

namespace {

// Those of JSON Schema, then those of OpenAPI and of its registry.
constexpr Format formats[] = {
    {.name = "date-time", .text = is_date_time},
    {.name = "date", .text = is_date},
    {.name = "time", .text = is_time},
    {.name = "duration", .text = is_duration},
    {.name = "email", .text = is_email},
    {.name = "idn-email", .text = is_idn_email},
    {.name = "hostname", .text = is_hostname},
    {.name = "idn-hostname", .text = is_idn_hostname},
    {.name = "ipv4", .text = is_ipv4},
    {.name = "ipv6", .text = is_ipv6},
    {.name = "uri", .text = is_uri},
    {.name = "uri-reference", .text = is_uri_reference},
    {.name = "iri", .text = is_iri},
    {.name = "iri-reference", .text = is_iri_reference},
    {.name = "uri-template", .text = is_uri_template},
    {.name = "json-pointer", .text = is_json_pointer},
    {.name = "relative-json-pointer", .text = is_relative_json_pointer},
    {.name = "regex", .text = is_regex},
    {.name = "uuid", .text = is_uuid},

    {.name = "byte", .text = is_base64},
    {.name = "base64url", .text = is_base64url},
    {.name = "char", .text = is_char},
    {.name = "decimal", .text = is_decimal},
    {.name = "int8", .number = is_int8},
    {.name = "int16", .number = is_int16},
    {.name = "int32", .number = is_int32},
    {.name = "int64", .number = is_int64},
    {.name = "uint8", .number = is_uint8},
    {.name = "uint16", .number = is_uint16},
    {.name = "uint32", .number = is_uint32},
    {.name = "uint64", .number = is_uint64},
    {.name = "double-int", .number = is_double_int},
    {.name = "float", .number = is_float},
    {.name = "double", .number = is_double},
};

}  // namespace

const Format* find_format(std::string_view name) {
    const auto* found = std::ranges::find(formats, name, &Format::name);
    return found == std::end(formats) ? nullptr : found;
}

std::vector<std::string_view> format_names() {
    std::vector<std::string_view> names;
    for (const Format& format : formats) names.push_back(format.name);
    return names;
}

}  // namespace standin::schema
