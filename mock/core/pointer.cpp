#include "mock/core/pointer.h"

#include <algorithm>
#include <charconv>

namespace standin {

namespace {

std::string unescape(std::string_view token) {
    std::string text;
    for (size_t i = 0; i < token.size(); ++i) {
        const bool escape = token[i] == '~' && i + 1 < token.size();
        if (escape && token[i + 1] == '0') {
            text += '~', ++i;
        } else if (escape && token[i + 1] == '1') {
            text += '/', ++i;
        } else {
            text += token[i];
        }
    }
    return text;
}

// Section 3: "~" stands only before "0" or "1", and a pointer that is not empty begins with "/".
bool is_pointer(std::string_view text) {
    for (size_t at = text.find('~'); at != text.npos; at = text.find('~', at + 1)) {
        const std::string_view escape = text.substr(at + 1, 1);
        if (escape != "0" && escape != "1") return false;
    }
    return text.empty() || text[0] == '/';
}

const Value* item_at(const Value& array, std::string_view token) {
    size_t index = 0;
    const char* end = token.data() + token.size();
    const auto [rest, error] = std::from_chars(token.data(), end, index);
    const bool leading_zero = token.size() > 1 && token[0] == '0';
    if (error != std::errc{} || rest != end || leading_zero) return nullptr;
    return index < array.items().size() ? &array.items()[index] : nullptr;
}

}  // namespace

void append_token(std::string& pointer, std::string_view token) {
    pointer += '/';
    for (char c : token) {
        if (c == '~') {
            pointer += "~0";
        } else if (c == '/') {
            pointer += "~1";
        } else {
            pointer += c;
        }
    }
}

std::vector<std::string> tokens_of(std::string_view pointer) {
    std::vector<std::string> tokens;
    while (!pointer.empty()) {
        pointer.remove_prefix(1);
        const size_t end = std::min(pointer.find('/'), pointer.size());
        tokens.push_back(unescape(pointer.substr(0, end)));
        pointer.remove_prefix(end);
    }
    return tokens;
}

const Value* resolve(const Value& root, std::string_view pointer) {
    if (!is_pointer(pointer)) return nullptr;
    const Value* value = &root;
    for (const std::string& token : tokens_of(pointer)) {
        value = value->is(Kind::array) ? item_at(*value, token) : value->find(token);
        if (!value) return nullptr;
    }
    return value;
}

}  // namespace standin
