// Unicode properties by the names that ECMA-262 has for them.
#pragma once

#include <string>
#include <string_view>

namespace standin::schema {

// What PCRE2 calls the property of \p{…}: "Nd" of "General_Category=Decimal_Number", "Script:Greek"
// of "Script=Greek". A name that is not known stays, for PCRE2 to judge.
std::string pcre_property(std::string_view name);

}  // namespace standin::schema
