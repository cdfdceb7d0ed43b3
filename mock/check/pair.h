// Names and values as queries and cookies hold them.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace standin::check {

using Pairs = std::vector<std::pair<std::string, std::string>>;

// Of a query, in its order, decoded as HTML's urlencoded form; a name without "=" has "".
Pairs query_pairs(std::string_view query);

// Of a Cookie field (RFC 6265, section 4.2.1), in its order, not decoded.
Pairs cookie_pairs(std::string_view field);

// The values of one name, in their order.
std::vector<std::string> values_of(const Pairs& pairs, std::string_view name);

}  // namespace standin::check
