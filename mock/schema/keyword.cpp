#include "mock/schema/keyword.h"

#include "mock/schema/names.h"
#include "mock/schema/read.h"
#include "mock/schema/verdict.h"

namespace standin::schema {

namespace {

using enum Vocabulary;
using enum Holds;

constexpr Dialects from(Dialect dialect) {
    return static_cast<Dialects>(0x7FU & ~(bit(dialect) - 1U));
}

constexpr Dialects swagger = bit(Dialect::swagger_2_0);
constexpr Dialects oas30 = bit(Dialect::openapi_3_0);
constexpr Dialects v4 = bit(Dialect::draft_4);
constexpr Dialects v2019 = bit(Dialect::json_schema_2019_09);
constexpr Dialects v2020 = bit(Dialect::json_schema_2020_12);
constexpr Dialects since4 = from(Dialect::draft_4);
constexpr Dialects since6 = from(Dialect::draft_6);
constexpr Dialects since7 = from(Dialect::draft_7);
constexpr Dialects since2019 = v2019 | v2020;
constexpr Dialects all = from(Dialect::swagger_2_0);
constexpr Dialects branched = all & ~swagger;
constexpr Dialects listed = since4 & ~v2020;
constexpr Dialects openapis = swagger | oas30 | v2020;

// A row without a check is read for its value or for another keyword's sake.
constexpr Keyword keywords[] = {
    // name, dialects, vocabulary, holds, stage, reader, check
    {"$schema", since4, core, nothing, Stage::choice, read_dialect, nullptr},
    {"$vocabulary", since2019, core, nothing, Stage::choice, read_vocabulary, nullptr},
    {"id", v4, core, nothing, Stage::choice, read_id, nullptr},
    {"$id", since6, core, nothing, Stage::choice, read_id, nullptr},
    {"$anchor", since2019, core, nothing, Stage::choice, read_anchor, nullptr},
    {"$dynamicAnchor", v2020, core, nothing, Stage::choice, read_anchor, nullptr},
    {"$recursiveAnchor", v2019, core, nothing, Stage::choice, read_flag, nullptr},
    {"$defs", since2019, core, named_schemas, Stage::choice, read_definitions, nullptr},
    {"definitions", since4, core, named_schemas, Stage::choice, read_definitions, nullptr},

    {"type", all, validation, nothing, Stage::choice, read_type, nullptr},
    {"nullable", oas30, validation, nothing, Stage::choice, read_flag, nullptr},
    {"enum", all, validation, nothing, Stage::choice, read_enum, check_enum},
    {"const", since6, validation, nothing, Stage::choice, read_nothing, check_const},
    {"format", all, format, nothing, Stage::string, read_format, check_format},

    {"minimum", all, validation, nothing, Stage::number, read_limit, check_minimum},
    {"maximum", all, validation, nothing, Stage::number, read_limit, check_maximum},
    {"exclusiveMinimum", all, validation, nothing, Stage::number, read_exclusive_limit,
     check_exclusive_minimum},
    {"exclusiveMaximum", all, validation, nothing, Stage::number, read_exclusive_limit,
     check_exclusive_maximum},
    {"multipleOf", all, validation, nothing, Stage::number, read_multiple, check_multiple},

    {"minLength", all, validation, nothing, Stage::string, read_count, check_min_length},
    {"maxLength", all, validation, nothing, Stage::string, read_count, check_max_length},
    {"pattern", all, validation, nothing, Stage::string, read_pattern, check_pattern},

    {"prefixItems", v2020, applicator, schemas, Stage::array, read_prefix_items,
     check_prefix_items},
    {"items", all, applicator, schemas, Stage::array, read_items, check_items},
    {"additionalItems", listed, applicator, schemas, Stage::array, read_additional_items,
     check_items},
    {"minItems", all, validation, nothing, Stage::array, read_count, check_min_items},
    {"maxItems", all, validation, nothing, Stage::array, read_count, check_max_items},
    {"uniqueItems", all, validation, nothing, Stage::array, read_unique, check_unique},
    {"contains", since6, applicator, schemas, Stage::array, read_contains, check_contains},
    {"minContains", since2019, validation, nothing, Stage::array, read_count, nullptr},
    {"maxContains", since2019, validation, nothing, Stage::array, read_count, nullptr},

    {"properties", all, applicator, named_schemas, Stage::members, read_members, check_members},
    {"required", all, validation, nothing, Stage::members, read_members, check_members},
    {"patternProperties", since4, applicator, named_schemas, Stage::members, read_members,
     check_members},
    {"additionalProperties", all, applicator, schemas, Stage::members, read_members, check_members},
    {"propertyNames", since6, applicator, schemas, Stage::object, read_names, check_property_names},
    {"minProperties", all, validation, nothing, Stage::object, read_count, check_min_properties},
    {"maxProperties", all, validation, nothing, Stage::object, read_count, check_max_properties},
    {"dependentRequired", since2019, validation, nothing, Stage::object, read_dependent_required,
     check_dependent_required},
    {"dependentSchemas", since2019, applicator, named_schemas, Stage::combination,
     read_dependent_schemas, check_dependent_schemas},
    {"dependencies", since4, applicator, named_schemas, Stage::combination, read_dependencies,
     check_dependencies},

    {"$ref", all, core, nothing, Stage::combination, read_ref, check_ref},
    {"$dynamicRef", v2020, core, nothing, Stage::combination, read_dynamic_ref, check_ref},
    {"$recursiveRef", v2019, core, nothing, Stage::combination, read_recursive_ref, check_ref},
    {"allOf", all, applicator, schemas, Stage::combination, read_branches, check_all_of},
    {"anyOf", branched, applicator, schemas, Stage::combination, read_choice, check_any_of},
    {"oneOf", branched, applicator, schemas, Stage::combination, read_choice, check_one_of},
    {"not", branched, applicator, schemas, Stage::combination, read_not, check_not},
    {"if", since7, applicator, schemas, Stage::combination, read_condition, check_condition},
    {"then", since7, applicator, schemas, Stage::combination, read_condition, nullptr},
    {"else", since7, applicator, schemas, Stage::combination, read_condition, nullptr},

    // Read before all others (Draft::read).
    {"unevaluatedItems", since2019, unevaluated, schemas, Stage::combination, read_nothing,
     nullptr},
    {"unevaluatedProperties", since2019, unevaluated, schemas, Stage::combination, read_nothing,
     nullptr},

    // Annotations (JSON Schema 2020-12 validation, section 8).
    {"contentEncoding", since7, content, nothing, Stage::string, read_text, nullptr},
    {"contentMediaType", since7, content, nothing, Stage::string, read_text, nullptr},
    {"contentSchema", since2019, content, schemas, Stage::string, read_content_schema, nullptr},

    {"discriminator", openapis, openapi, nothing, Stage::combination, read_discriminator, nullptr},
    {"xml", openapis, openapi, nothing, Stage::choice, read_object, nullptr},
    {"externalDocs", openapis, openapi, nothing, Stage::choice, read_object, nullptr},
    {"example", openapis, openapi, nothing, Stage::choice, read_nothing, nullptr},
    {"readOnly", since7 | swagger | oas30, metadata, nothing, Stage::choice, read_access, nullptr},
    {"writeOnly", since7 | oas30, metadata, nothing, Stage::choice, read_access, nullptr},
};

Names names_of_keywords() {
    Names names;
    for (const Keyword& keyword : keywords) names.add(keyword.name);
    return names;
}

}  // namespace

const Keyword* find_keyword(std::string_view name, const Language& language) {
    static const Names names = names_of_keywords();
    const uint32_t index = names.find(name);
    if (index == Names::none) return nullptr;
    const Keyword& row = keywords[index];
    const bool known =
        (row.dialects & bit(language.dialect)) && (language.vocabularies & bit(row.vocabulary));
    return known ? &row : nullptr;
}

std::vector<std::string_view> keyword_names(const Language& language) {
    std::vector<std::string_view> names;
    for (const Keyword& row : keywords) {
        if (find_keyword(row.name, language)) names.push_back(row.name);
    }
    return names;
}

bool is_idle_beside_ref(const Keyword& row) {
    return !row.check && row.vocabulary == core && row.read != read_id;
}

}  // namespace standin::schema
