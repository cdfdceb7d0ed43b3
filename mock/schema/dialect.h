// The dialects in which schemas are written.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace standin::schema {

// From the oldest to the youngest. `json_schema_2020_12` is OpenAPI 3.1's and 3.2's too: the words
// of their base vocabulary are known in it.
enum class Dialect : uint8_t {
    swagger_2_0,  // OpenAPI 2.0, section "Schema Object": a part of draft 4
    openapi_3_0,  // OpenAPI 3.0.4, section 4.7.24: a dialect of its own
    draft_4,
    draft_6,
    draft_7,
    json_schema_2019_09,
    json_schema_2020_12
};
inline constexpr size_t dialect_count = 7;

// The dialect that "$schema" or OpenAPI's "jsonSchemaDialect" names by this URI; nothing where the
// URI is none of those that the specifications give.
std::optional<Dialect> find_dialect(std::string_view uri);

// The dialect that a URI means which spells one of those wrong, or one between two of them; nothing
// where it looks like none.
std::optional<Dialect> nearest_dialect(std::string_view uri);

}  // namespace standin::schema
