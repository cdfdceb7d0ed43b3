#include "mock/schema/unicode_property.h"

#include <algorithm>

namespace standin::schema {

namespace {

// Values of General_Category that PCRE2 knows by their short names alone (Unicode's
// PropertyValueAliases).
struct Category {
    std::string_view name;
    std::string_view pcre;
};
constexpr Category categories[] = {
    {"Cased_Letter", "L&"},
    {"LC", "L&"},
    {"Close_Punctuation", "Pe"},
    {"Connector_Punctuation", "Pc"},
    {"Control", "Cc"},
    {"cntrl", "Cc"},
    {"Currency_Symbol", "Sc"},
    {"Dash_Punctuation", "Pd"},
    {"Decimal_Number", "Nd"},
    {"digit", "Nd"},
    {"Enclosing_Mark", "Me"},
    {"Final_Punctuation", "Pf"},
    {"Format", "Cf"},
    {"Initial_Punctuation", "Pi"},
    {"Letter", "L"},
    {"Letter_Number", "Nl"},
    {"Line_Separator", "Zl"},
    {"Lowercase_Letter", "Ll"},
    {"Mark", "M"},
    {"Combining_Mark", "M"},
    {"Math_Symbol", "Sm"},
    {"Modifier_Letter", "Lm"},
    {"Modifier_Symbol", "Sk"},
    {"Nonspacing_Mark", "Mn"},
    {"Number", "N"},
    {"Open_Punctuation", "Ps"},
    {"Other", "C"},
    {"Other_Letter", "Lo"},
    {"Other_Number", "No"},
    {"Other_Punctuation", "Po"},
    {"Other_Symbol", "So"},
    {"Paragraph_Separator", "Zp"},
    {"Private_Use", "Co"},
    {"Punctuation", "P"},
    {"punct", "P"},
    {"Separator", "Z"},
    {"Space_Separator", "Zs"},
    {"Spacing_Mark", "Mc"},
    {"Surrogate", "Cs"},
    {"Symbol", "S"},
    {"Titlecase_Letter", "Lt"},
    {"Unassigned", "Cn"},
    {"Uppercase_Letter", "Lu"},
};

}  // namespace

std::string pcre_property(std::string_view name) {
    for (std::string_view prefix : {"General_Category=", "gc="}) {
        if (name.starts_with(prefix)) name.remove_prefix(prefix.size());
    }
    const auto* category = std::ranges::find(categories, name, &Category::name);
    if (category != std::end(categories)) return std::string(category->pcre);
    std::string property(name);
    std::ranges::replace(property, '=', ':');  // of Script and Script_Extensions
    return property;
}

}  // namespace standin::schema
