#include "mock/http/headers.h"

#include <algorithm>

namespace standin::http {

namespace {

char lowered(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
}

}  // namespace

std::string lower(std::string_view text) {
    std::string made(text);
    std::transform(made.begin(), made.end(), made.begin(), lowered);
    return made;
}

bool same_name(std::string_view left, std::string_view right) {
    return std::equal(left.begin(), left.end(), right.begin(), right.end(),
                      [](char a, char b) { return lowered(a) == lowered(b); });
}

void Headers::set(std::string_view name, std::string value) {
    std::erase_if(fields_, [&](const Field& field) { return same_name(field.first, name); });
    fields_.emplace_back(name, std::move(value));
}

const std::string* Headers::find(std::string_view name) const {
    for (const Field& field : fields_) {
        const bool found = field.first.size() == name.size() && same_name(field.first, name);
        if (found) return &field.second;
    }
    return nullptr;
}

}  // namespace standin::http
