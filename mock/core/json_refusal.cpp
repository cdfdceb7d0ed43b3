#include "mock/core/json_refusal.h"

#include <algorithm>
#include <cstdio>

#include "mock/core/utf8.h"

namespace standin {

void JsonRefusal::syntax(size_t offset, std::string message) {
    fault_ = {JsonFault::Why::syntax, mark_at(offset), std::move(message)};
}

void JsonRefusal::expected(size_t offset, std::string_view what) {
    syntax(offset, "expected " + std::string(what) + ", found " + name_at(offset));
}

void JsonRefusal::depth(size_t offset, size_t limit) {
    fault_ = {JsonFault::Why::depth, mark_at(offset),
              "nested deeper than " + std::to_string(limit) + " levels"};
}

Mark JsonRefusal::mark_at(size_t offset) const {
    const std::string_view before = text_.substr(0, offset);
    const auto breaks = std::count(before.begin(), before.end(), '\n');
    const size_t line = before.rfind('\n') + 1;  // npos + 1 is 0
    return {static_cast<uint32_t>(breaks + 1), static_cast<uint32_t>(before.size() - line + 1)};
}

// What stands there: a character, the number of one that is not seen, or the end of the text.
std::string JsonRefusal::name_at(size_t offset) const {
    if (offset >= text_.size()) return "the end of the text";
    const std::string_view rest = text_.substr(offset);
    const auto byte = static_cast<unsigned char>(rest.front());
    const size_t size = byte < 0x80 ? 1 : utf8_sequence_size(rest);
    if (byte > ' ' && byte != 0x7F && size > 0) return "'" + std::string(rest, 0, size) + "'";
    char name[16];
    std::snprintf(name, sizeof name, byte < 0x80 ? "U+%04X" : "byte 0x%02X", unsigned{byte});
    return name;
}

}  // namespace standin
