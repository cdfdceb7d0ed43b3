// I-Regexp (RFC 9485): the regular expressions that mean the same everywhere.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace standin::contract {

// The same expression as ECMA-262 writes it (section 5.3); nothing where the text is no I-Regexp
// (section 3). "^" and "$" outside of a class mean what they mean there.
std::optional<std::string> ecma_of_i_regexp(std::string_view text);

}  // namespace standin::contract
