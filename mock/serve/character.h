// The characters that HTTP tells apart, and how its lines and lists are cut.
#pragma once

#include <array>
#include <string_view>

namespace standin::serve {

// tchar, RFC 9110, section 5.6.2.
inline constexpr std::array<bool, 256> token_characters = [] {
    std::array<bool, 256> table{};
    for (unsigned char c = '0'; c <= '9'; ++c) table[c] = true;
    for (unsigned char c = 'A'; c <= 'Z'; ++c) table[c] = true;
    for (unsigned char c = 'a'; c <= 'z'; ++c) table[c] = true;
    for (char c : std::string_view("!#$%&'*+-.^_`|~")) table[static_cast<unsigned char>(c)] = true;
    return table;
}();

constexpr bool is_token(std::string_view text) {
    bool fine = !text.empty();
    for (char c : text) fine &= token_characters[static_cast<unsigned char>(c)];
    return fine;
}

// CTL, RFC 5234, appendix B.1: NUL, CR, LF and HTAB are among them.
constexpr bool is_control(char c) {
    return static_cast<unsigned char>(c) < 0x20 || c == 0x7f;
}

// Whether a text can stand in a header field's value (RFC 9110, section 5.5).
constexpr bool is_field_text(std::string_view text) {
    bool fine = true;
    for (char c : text) fine &= !is_control(c) | (c == '\t');
    return fine;
}

// Without the optional white space around it (OWS, RFC 9110, section 5.6.3).
constexpr std::string_view trim(std::string_view text) {
    const size_t first = text.find_first_not_of(" \t");
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

// What stands before the separator, or everything where there is none; `rest` keeps what follows.
constexpr std::string_view cut(std::string_view& rest, std::string_view separator) {
    const size_t at = rest.find(separator);
    const std::string_view part = rest.substr(0, at);
    rest = at == std::string_view::npos ? std::string_view() : rest.substr(at + separator.size());
    return part;
}

}  // namespace standin::serve
