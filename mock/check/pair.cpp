#include "mock/check/pair.h"

#include "mock/http/message.h"

namespace standin::check {

std::string_view take(std::string_view& text, char separator) {
    const size_t end = std::min(text.find(separator), text.size());
    const std::string_view taken = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    return taken;
}

Pairs query_pairs(std::string_view query) {
    Pairs pairs;
    while (!query.empty()) {
        std::string_view value = take(query, '&');
        if (value.empty()) continue;
        const std::string_view name = take(value, '=');
        pairs.emplace_back(http::decode_query(name), value);
    }
    return pairs;
}

Pairs cookie_pairs(std::string_view field) {
    Pairs pairs;
    while (!field.empty()) {
        std::string_view value = take(field, ';');
        while (value.starts_with(' ')) value.remove_prefix(1);
        const std::string_view name = take(value, '=');
        if (!name.empty()) pairs.emplace_back(name, value);
    }
    return pairs;
}

std::vector<std::string> values_of(const Pairs& pairs, std::string_view name) {
    std::vector<std::string> values;
    for (const auto& [known, value] : pairs) {
        if (known == name) values.push_back(value);
    }
    return values;
}

}  // namespace standin::check
