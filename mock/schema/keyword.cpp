#include "mock/schema/keyword.h"

#include <algorithm>

#include "mock/schema/names.h"
#include "mock/schema/read.h"
#include "mock/schema/verdict.h"

namespace standin::schema {

namespace {

constexpr auto both = Known::everywhere;
constexpr auto v2020 = Known::in_2020_12;
constexpr auto oas30 = Known::in_openapi_3_0;

// A row without a check is read for its value or for another keyword's sake.
constexpr Keyword keywords[] = {
    // name, known, stage, reader, check
    {"type", both, Stage::choice, read_type, nullptr},
    {"nullable", oas30, Stage::choice, read_flag, nullptr},
    {"enum", both, Stage::choice, read_enum, check_enum},
    {"const", v2020, Stage::choice, read_nothing, check_const},
    {"format", both, Stage::string, read_format, check_format},

    {"minimum", both, Stage::number, read_limit, check_minimum},
    {"maximum", both, Stage::number, read_limit, check_maximum},
    {"exclusiveMinimum", both, Stage::number, read_exclusive_limit, check_exclusive_minimum},
    {"exclusiveMaximum", both, Stage::number, read_exclusive_limit, check_exclusive_maximum},
    {"multipleOf", both, Stage::number, read_multiple, check_multiple},

    {"minLength", both, Stage::string, read_count, check_min_length},
    {"maxLength", both, Stage::string, read_count, check_max_length},
    {"pattern", both, Stage::string, read_pattern, check_pattern},

    {"prefixItems", v2020, Stage::array, read_prefix_items, check_prefix_items},
    {"items", both, Stage::array, read_items, check_items},
    {"minItems", both, Stage::array, read_count, check_min_items},
    {"maxItems", both, Stage::array, read_count, check_max_items},
    {"uniqueItems", both, Stage::array, read_unique, check_unique},
    {"contains", v2020, Stage::array, read_contains, check_contains},
    {"minContains", v2020, Stage::array, read_count, nullptr},
    {"maxContains", v2020, Stage::array, read_count, nullptr},

    {"properties", both, Stage::members, read_members, check_members},
    {"required", both, Stage::members, read_members, check_members},
    {"patternProperties", v2020, Stage::members, read_members, check_members},
    {"additionalProperties", both, Stage::members, read_members, check_members},
    {"propertyNames", v2020, Stage::object, read_schema, check_property_names},
    {"minProperties", both, Stage::object, read_count, check_min_properties},
    {"maxProperties", both, Stage::object, read_count, check_max_properties},
    {"dependentRequired", v2020, Stage::object, read_dependent_required, check_dependent_required},
    {"dependentSchemas", v2020, Stage::combination, read_dependent_schemas,
     check_dependent_schemas},

    {"$ref", v2020, Stage::combination, read_ref, check_ref},
    {"allOf", both, Stage::combination, read_branches, check_all_of},
    {"anyOf", both, Stage::combination, read_branches, check_any_of},
    {"oneOf", both, Stage::combination, read_branches, check_one_of},
    {"not", both, Stage::combination, read_schema, check_not},
    {"if", v2020, Stage::combination, read_condition, check_condition},
    {"then", v2020, Stage::combination, read_condition, nullptr},
    {"else", v2020, Stage::combination, read_condition, nullptr},

    {"discriminator", both, Stage::combination, read_discriminator, nullptr},
    {"readOnly", both, Stage::choice, read_access, nullptr},
    {"writeOnly", both, Stage::choice, read_access, nullptr},
};

constexpr std::string_view unsupported[] = {
    "$dynamicRef",      "$dynamicAnchor",   "$recursiveRef",
    "$recursiveAnchor", "unevaluatedItems", "unevaluatedProperties",
};

Names names_of_keywords() {
    Names names;
    for (const Keyword& keyword : keywords) names.add(keyword.name);
    return names;
}

}  // namespace

const Keyword* find_keyword(std::string_view name, Dialect dialect) {
    static const Names names = names_of_keywords();
    const uint32_t index = names.find(name);
    if (index == Names::none) return nullptr;
    const Known elsewhere =
        dialect == Dialect::openapi_3_0 ? Known::in_2020_12 : Known::in_openapi_3_0;
    return keywords[index].known == elsewhere ? nullptr : &keywords[index];
}

bool is_unsupported(std::string_view name, Dialect dialect) {
    return dialect == Dialect::json_schema_2020_12 &&
           std::ranges::find(unsupported, name) != std::end(unsupported);
}

}  // namespace standin::schema
