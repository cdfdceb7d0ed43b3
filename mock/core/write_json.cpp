#include <array>
#include <cstring>

#include "mock/core/json.h"
#include "mock/core/json_plain.h"
#include "mock/core/utf8.h"

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

void write_escape(std::string& out, unsigned char byte, char escape) {
    static constexpr char hex[] = "0123456789abcdef";
    out += '\\';
    out += escape;
    if (escape != 'u') return;
    out += "00";
    out += hex[byte >> 4];
    out += hex[byte & 15];
}

// A text that needs no escape.
void write_plain(std::string& out, std::string_view text) {
    out += '"';
    out += text;
    out += '"';
}

}  // namespace

void write_json_string(std::string& out, std::string_view text, const JsonStyle& style) {
    const auto& table = style.escape_html ? html_escapes : plain_escapes;
    const size_t plain = style.escape_html ? 0 : plain_begin(text);
    if (plain == text.size() && plain > 0) return write_plain(out, text);
    out += '"';
    size_t done = 0;
    for (size_t i = plain; i < text.size();) {
        const auto byte = static_cast<unsigned char>(text[i]);
        const size_t size = byte < 128 ? 1 : utf8_sequence_size(text.substr(i));
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
