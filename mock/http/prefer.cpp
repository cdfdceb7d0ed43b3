#include "mock/http/prefer.h"

#include "mock/http/field_value.h"

namespace standin::http {

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
