#include "mock/http/media_type.h"

#include <algorithm>

namespace standin::http {

std::string essence_of(std::string_view content_type) {
    content_type = content_type.substr(0, content_type.find(';'));
    const size_t first = std::min(content_type.find_first_not_of(" \t"), content_type.size());
    const size_t last = content_type.find_last_not_of(" \t") + 1;  // npos + 1 is 0
    std::string essence(content_type.substr(first, last > first ? last - first : 0));
    if (essence.find_first_of(" \t") != essence.npos) return "";
    std::transform(essence.begin(), essence.end(), essence.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    const size_t slash = essence.find('/');
    const bool whole = slash != essence.npos && slash > 0 && slash + 1 < essence.size();
    return whole ? essence : std::string();
}

bool is_json(std::string_view essence) {
    return essence == "application/json" || essence.ends_with("+json");
}

bool in_range(std::string_view essence, std::string_view range) {
    if (range == "*/*" || range == essence) return true;
    return range.ends_with("/*") && essence.starts_with(range.substr(0, range.size() - 1));
}

}  // namespace standin::http
