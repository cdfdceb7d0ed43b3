#include <array>

#include "mock/core/json.h"

namespace standin {

namespace {

// What stands for each byte below 0x60 in a JSON string: 0 = itself, 'u' = \u00XX, else \ and that.
constexpr std::array<char, 128> escapes(bool html) {
    std::array<char, 128> table{};
    for (size_t i = 0; i < 0x20; ++i) table[i] = 'u';
    table['\b'] = 'b', table['\f'] = 'f', table['\n'] = 'n', table['\r'] = 'r', table['\t'] = 't';
    table['"'] = '"', table['\\'] = '\\';
    if (html) table['<'] = table['>'] = table['&'] = 'u';
    return table;
}

constexpr auto plain_escapes = escapes(false);
constexpr auto html_escapes = escapes(true);

// U+FFFD, in place of a byte that is not UTF-8: a percent-encoded path or a header may hold any.
constexpr std::string_view replacement = "\xEF\xBF\xBD";

// The length of the UTF-8 sequence of several bytes that a text begins with (RFC 3629, section 4);
// 0 where it begins with none.
size_t sequence_size(std::string_view text) {
    const auto byte = [&](size_t i) {
        return i < text.size() ? static_cast<unsigned char>(text[i]) : 0u;
    };
    const auto continues = [&](size_t i) { return (byte(i) & 0xC0u) == 0x80u; };
    const unsigned lead = byte(0);
    const unsigned second = byte(1);
    if (lead >= 0xC2 && lead <= 0xDF) return continues(1) ? 2 : 0;
    if (lead >= 0xE0 && lead <= 0xEF) {
        const bool overlong = lead == 0xE0 && second < 0xA0;
        const bool surrogate = lead == 0xED && second > 0x9F;
        return continues(1) && continues(2) && !overlong && !surrogate ? 3 : 0;
    }
    if (lead < 0xF0 || lead > 0xF4) return 0;
    const bool overlong = lead == 0xF0 && second < 0x90;
    const bool beyond = lead == 0xF4 && second > 0x8F;
    return continues(1) && continues(2) && continues(3) && !overlong && !beyond ? 4 : 0;
}

void write_escape(std::string& out, unsigned char byte, char escape) {
    static constexpr char hex[] = "0123456789abcdef";
    out += '\\';
    out += escape;
    if (escape != 'u') return;
    out += "00";
    out += hex[byte >> 4];
    out += hex[byte & 15];
}

}  // namespace

void write_json_string(std::string& out, std::string_view text, const JsonStyle& style) {
    const auto& table = style.escape_html ? html_escapes : plain_escapes;
    out += '"';
    size_t done = 0;
    for (size_t i = 0; i < text.size();) {
        const auto byte = static_cast<unsigned char>(text[i]);
        const size_t size = byte < 128 ? 1 : sequence_size(text.substr(i));
        if (size > 1 || (size == 1 && byte < 128 && table[byte] == 0)) {
            i += size;
            continue;
        }
        out.append(text, done, i - done);
        if (size == 0) {
            out += replacement;
        } else {
            write_escape(out, byte, table[byte]);
        }
        done = ++i;
    }
    out.append(text, done, text.size() - done);
    out += '"';
}

void write_json(std::string& out, const Value& value, const JsonStyle& style) {
    char separator = 0;
    const auto separate = [&] {
        if (separator) out += separator;
        separator = ',';
    };
    switch (value.kind()) {
        case Kind::null:
            out += "null";
            return;
        case Kind::boolean:
            out += value.boolean() ? "true" : "false";
            return;
        case Kind::integer:
        case Kind::number:
            out += value.text();
            return;
        case Kind::string:
            return write_json_string(out, value.text(), style);
        case Kind::array:
            out += '[';
            for (const Value& item : value.items()) {
                separate();
                write_json(out, item, style);
            }
            out += ']';
            return;
        case Kind::object:
            out += '{';
            for (const Member& member : value.members()) {
                separate();
                write_json_string(out, member.name, style);
                out += ':';
                write_json(out, member.value, style);
            }
            out += '}';
            return;
    }
}

std::string to_json(const Value& value) {
    std::string out;
    write_json(out, value);
    return out;
}

}  // namespace standin
