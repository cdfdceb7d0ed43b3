#include "mock/schema/format_character.h"

#include <span>

namespace standin::schema {

namespace {

struct Range {
    char32_t first;
    char32_t last;
};

bool is_in(std::span<const Range> ranges, char32_t c) {
    return std::ranges::any_of(
        ranges, [c](const Range& range) { return c >= range.first && c <= range.last; });
}

bool is_letter_beyond(char32_t c) {
    static constexpr Range plane_0[] = {{0xA0, 0xD7FF}, {0xF900, 0xFDCF}, {0xFDF0, 0xFFEF}};
    if (c < 0x10000) return is_in(plane_0, c);
    // Of the planes 1 to 14 all but the last two characters, and not the tags of plane 14.
    return c <= 0xEFFFD && (c & 0xFFFF) <= 0xFFFD && !(c >= 0xE0000 && c < 0xE1000);
}

bool is_private(char32_t c) {
    static constexpr Range ranges[] = {{0xE000, 0xF8FF}, {0xF0000, 0xFFFFD}, {0x100000, 0x10FFFD}};
    return is_in(ranges, c);
}

bool is_allowed(char32_t c, Beyond beyond) {
    if (beyond == Beyond::none || c == no_character) return false;
    return is_letter_beyond(c) || (beyond == Beyond::private_use && is_private(c));
}

// How many bytes a character has that begins with this one; 0 where none does.
size_t size_after(unsigned char lead) {
    if (lead < 0x80) return 1;
    if (lead < 0xC2) return 0;
    if (lead < 0xE0) return 2;
    if (lead < 0xF0) return 3;
    return lead < 0xF5 ? 4 : 0;
}

}  // namespace

char32_t take_character(std::string_view& text) {
    static constexpr char32_t least[] = {0, 0, 0x80, 0x800, 0x10000};
    const auto lead = static_cast<unsigned char>(text.front());
    const size_t size = size_after(lead);
    if (size == 0 || size > text.size()) return no_character;
    char32_t c = size == 1 ? lead : lead & (0x7FU >> size);
    for (size_t i = 1; i < size; ++i) {
        const auto byte = static_cast<unsigned char>(text[i]);
        if ((byte & 0xC0) != 0x80) return no_character;
        c = (c << 6) | (byte & 0x3FU);
    }
    const bool surrogate = c >= 0xD800 && c <= 0xDFFF;
    if (c < least[size] || surrogate || c > 0x10FFFF) return no_character;
    text.remove_prefix(size);
    return c;
}

bool take_triplet(std::string_view& text) {
    const bool right =
        text.size() >= 3 && text[0] == '%' && hex_digit.has(text[1]) && hex_digit.has(text[2]);
    if (right) text.remove_prefix(3);
    return right;
}

bool is_encoded(std::string_view text, const AsciiSet& set, Beyond beyond) {
    while (!text.empty()) {
        if (set.has(text.front())) {
            text.remove_prefix(1);
        } else if (!take_triplet(text) && !is_allowed(take_character(text), beyond)) {
            return false;
        }
    }
    return true;
}

}  // namespace standin::schema
