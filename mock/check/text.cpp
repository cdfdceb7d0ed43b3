#include "mock/check/text.h"

#include <string_view>

namespace standin::check {

namespace {

bool continues(unsigned char byte) { return byte >= 0x80 && byte < 0xc0; }

// The bytes of the character at the front of a text; 0 where none is there (RFC 3629, section 4).
size_t character_size(std::string_view text) {
    const auto at = [&](size_t i) {
        return i < text.size() ? static_cast<unsigned char>(text[i]) : static_cast<unsigned char>(0);
    };
    const unsigned char first = at(0);
    const unsigned char second = at(1);
    if (first < 0x80) return 1;
    if (first < 0xc2 || first > 0xf4 || !continues(second)) return 0;
    if (first < 0xe0) return 2;
    const bool overlong = (first == 0xe0 && second < 0xa0) || (first == 0xf0 && second < 0x90);
    const bool beyond = (first == 0xed && second > 0x9f) || (first == 0xf4 && second > 0x8f);
    if (overlong || beyond || !continues(at(2))) return 0;
    if (first < 0xf0) return 3;
    return continues(at(3)) ? 4 : 0;
}

}  // namespace

std::string valid_utf8(std::string text) {
    std::string_view rest = text;
    std::string valid;
    bool whole = true;
    while (!rest.empty()) {
        const size_t size = character_size(rest);
        if (size == 0 && whole) {
            whole = false;
            valid.assign(text, 0, text.size() - rest.size());
        }
        if (!whole) valid += size == 0 ? std::string_view("\xef\xbf\xbd") : rest.substr(0, size);
        rest.remove_prefix(size == 0 ? 1 : size);
    }
    return whole ? text : valid;
}

}  // namespace standin::check
