// URIs as schemas refer to one another by them, RFC 3986.
#pragma once

#include <string>
#include <string_view>

namespace standin::schema {

// A URI reference, cut at the first "#".
struct Reference {
    std::string_view uri;
    std::string_view fragment;  // "" where there is none
};

Reference split_reference(std::string_view text);

// What a reference without a fragment means at a base (section 5.2). A base may be relative itself,
// as the path of a file is.
std::string resolve_uri(std::string_view base, std::string_view reference);

// Percent-decoded (section 2.1); a "%" without two hexadecimal digits after it stays.
std::string decode_fragment(std::string_view fragment);

}  // namespace standin::schema
