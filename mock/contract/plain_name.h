// Names without the ways in which they are written.
#pragma once

#include <string>
#include <string_view>

namespace standin::contract {

// "pagesize" of "page_size", "pageSize" and "Page-Size".
inline std::string plain_name(std::string_view name) {
    std::string plain;
    for (const char c : name) {
        if (c == '_' || c == '-' || c == '.' || c == ' ') continue;
        plain += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    }
    return plain;
}

}  // namespace standin::contract
