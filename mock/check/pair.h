// Names and values as queries, forms and cookies hold them.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace standin::check {

using Pairs = std::vector<std::pair<std::string, std::string>>;

// Of a query, in its order, names decoded as HTML's urlencoded form, values as sent; a name without
// "=" has "".
Pairs query_pairs(std::string_view query);

// Of a Cookie field (RFC 6265, section 4.2.1), in its order, not decoded.
Pairs cookie_pairs(std::string_view field);

// The values of one name, in their order.
std::vector<std::string> values_of(const Pairs& pairs, std::string_view name);

// Takes what stands before the separator off the front of a text, with the separator.
std::string_view take(std::string_view& text, char separator);

}  // namespace standin::check
