// How a schema is read: in which dialect, and with which of its vocabularies.
#pragma once

#include <string>
#include <string_view>

#include "mock/core/value.h"
#include "mock/schema/dialect.h"

namespace standin::schema {

// JSON Schema 2020-12 core, section 8.1.2; OpenAPI 3.1's base vocabulary.
enum class Vocabulary : uint8_t {
    core,
    applicator,
    unevaluated,
    validation,
    metadata,
    format,
    content,
    openapi
};

// A set of vocabularies, one bit each.
using Vocabularies = uint16_t;
constexpr Vocabularies bit(Vocabulary vocabulary) {
    return static_cast<Vocabularies>(1U << static_cast<unsigned>(vocabulary));
}
inline constexpr Vocabularies all_vocabularies = 0xFF;

struct Language {
    Dialect dialect = Dialect::json_schema_2020_12;
    Vocabularies vocabularies = all_vocabularies;
    bool asserts_formats = true;

    // The keyword that gives a schema its URI; "" where there is none.
    std::string_view id() const;
    // Whether a schema with a $ref is nothing but that reference.
    bool hides_siblings() const { return dialect <= Dialect::draft_7; }
    bool has_boolean_schemas() const { return dialect >= Dialect::draft_6; }
    // Whether exclusiveMinimum and exclusiveMaximum are flags of minimum and maximum.
    bool has_exclusive_flags() const { return dialect <= Dialect::draft_4; }
    // Whether "items" may be a list, with "additionalItems" for the rest.
    bool has_lists_of_items() const {
        return dialect != Dialect::openapi_3_0 && dialect != Dialect::json_schema_2020_12;
    }
};

// Narrows the language to what a metaschema's "$vocabulary" asks for. Returns the URI of a
// vocabulary that must be understood and is not; "" where there is none.
std::string_view restrict_to(Language& language, const Value& vocabularies);

}  // namespace standin::schema
