#include "mock/core/json_string.h"

#include <cstring>

#include "mock/core/utf8.h"

namespace standin {

namespace {

constexpr size_t longest_sequence = 4;

bool is_high_surrogate(char32_t unit) {
    return unit >= 0xD800 && unit <= 0xDBFF;
}

bool is_low_surrogate(char32_t unit) {
    return unit >= 0xDC00 && unit <= 0xDFFF;
}

int hex_digit(char c) {
    if (is_digit(c)) return c - '0';
    const char lower = static_cast<char>(c | 0x20);
    return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

// The first byte behind the four hexadecimal digits, or the first that is none.
const char* read_unit(const char* at, char32_t& unit) {
    unit = 0;
    const char* const end = at + 4;
    for (; at != end && hex_digit(*at) >= 0; ++at) {
        unit = unit << 4 | static_cast<char32_t>(hex_digit(*at));
    }
    return at;
}

char plain_escape(char c) {
    static constexpr std::string_view names = "\"\\/bfnrt";
    static constexpr std::string_view characters = "\"\\/\b\f\n\r\t";
    const size_t at = c == '\0' ? names.npos : names.find(c);
    return at == names.npos ? '\0' : characters[at];
}

}  // namespace

// From the first byte that is not plain on: what was read is moved to where the last escape left
// off.
char* JsonString::read_on(char* at, char* begin) {
    end_ = at;
    while (*at != '"') {
        if (*at == '\\') {
            at = read_escape(at + 1);
            if (!at) return nullptr;
        } else if (static_cast<unsigned char>(*at) < ' ') {
            return fail(at, "control character in a string");
        }
        char* plain = at;
        while (*at & 0x80) {
            const size_t size = utf8_sequence_size({at, longest_sequence});
            if (size == 0) return fail(at, "invalid UTF-8");
            at += size;
        }
        at = skip_plain(at);
        const auto size = static_cast<size_t>(at - plain);
        if (end_ != plain) std::memmove(end_, plain, size);
        end_ += size;
    }
    text_ = {begin, static_cast<size_t>(end_ - begin)};
    return at + 1;
}

char* JsonString::read_escape(char* at) {
    if (*at == 'u') return read_code(at + 1);
    const char character = plain_escape(*at);
    if (character == '\0') return fail(at, "unknown escape in a string");
    *end_++ = character;
    return at + 1;
}

char* JsonString::read_code(char* at) {
    constexpr auto no_digit = "\\u without four hexadecimal digits";
    char32_t unit = 0;
    const char* behind = read_unit(at, unit);
    if (behind != at + 4) return fail(behind, no_digit);
    at += 4;
    if (is_low_surrogate(unit)) return fail(at - 6, "lone surrogate in a string");
    if (is_high_surrogate(unit)) {
        if (at[0] != '\\' || at[1] != 'u') return fail(at - 6, "lone surrogate in a string");
        char32_t low = 0;
        behind = read_unit(at + 2, low);
        if (behind != at + 6) return fail(behind, no_digit);
        if (!is_low_surrogate(low)) return fail(at - 6, "lone surrogate in a string");
        unit = 0x10000 + ((unit - 0xD800) << 10) + (low - 0xDC00);
        at += 6;
    }
    end_ = write_utf8(end_, unit);
    return at;
}

char* JsonString::fail(const char* at, const char* mistake) {
    mistaken_ = at;
    mistake_ = mistake;
    return nullptr;
}

}  // namespace standin
