#include "mock/http/prefer.h"

#include <algorithm>

namespace standin::http {

namespace {

std::string_view trim(std::string_view text) {
    const size_t first = text.find_first_not_of(" \t");
    if (first == text.npos) return {};
    return text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

// Takes the text before the next separator that stands outside of quotes.
std::string_view take_until(std::string_view& rest, char separator) {
    bool quoted = false;
    size_t end = 0;
    for (; end < rest.size() && (quoted || rest[end] != separator); ++end) {
        if (rest[end] == '"') quoted = !quoted;
        if (quoted && rest[end] == '\\') ++end;
    }
    end = std::min(end, rest.size());
    const std::string_view part = rest.substr(0, end);
    rest.remove_prefix(std::min(end + 1, rest.size()));
    return part;
}

// A token as it is, a quoted-string (RFC 9110, section 5.6.4) without its quotes.
std::string word_of(std::string_view text) {
    if (text.size() < 2 || text.front() != '"' || text.back() != '"') return std::string(text);
    std::string word;
    for (size_t i = 1; i + 1 < text.size(); ++i) {
        if (text[i] == '\\' && i + 2 < text.size()) ++i;
        word += text[i];
    }
    return word;
}

}  // namespace

Preferences::Preferences(const Headers& headers) {
    for (const auto& [name, value] : headers) {
        if (same_name(name, "Prefer")) read(value);
    }
}

void Preferences::read(std::string_view field) {
    while (!field.empty()) {
        std::string_view preference = take_until(field, ',');
        std::string_view value = take_until(preference, ';');
        const std::string_view name = trim(take_until(value, '='));
        if (!name.empty()) preferences_.emplace_back(name, word_of(trim(value)));
    }
}

const std::string* Preferences::find(std::string_view name) const {
    for (const auto& [known, value] : preferences_) {
        if (same_name(known, name)) return &value;
    }
    return nullptr;
}

}  // namespace standin::http
