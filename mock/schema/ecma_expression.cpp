#include "mock/schema/ecma_expression.h"

#include <algorithm>
#include <charconv>

#include "mock/schema/unicode_property.h"

namespace standin::schema {

namespace {

// Sections 12.2 and 12.3: white space and line terminators, and all the rest.
constexpr std::string_view spaces = R"(\x09-\x0D\x20\x{A0}\x{1680}\x{2000}-\x{200A}\x{2028})"
                                    R"(\x{2029}\x{202F}\x{205F}\x{3000}\x{FEFF})";
constexpr std::string_view no_spaces =
    R"(\x00-\x08\x0E-\x1F\x21-\x{9F}\x{A1}-\x{167F}\x{1681}-\x{1FFF}\x{200B}-\x{2027})"
    R"(\x{202A}-\x{202E}\x{2030}-\x{205E}\x{2060}-\x{2FFF}\x{3001}-\x{FEFE}\x{FF00}-\x{10FFFF})";

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

bool is_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool is_high(char32_t point) {
    return point >= 0xD800 && point <= 0xDBFF;
}

bool is_low(char32_t point) {
    return point >= 0xDC00 && point <= 0xDFFF;
}

// How many bytes the character has that begins with this one.
size_t length_of(char first) {
    const auto byte = static_cast<unsigned char>(first);
    return byte < 0xC0 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4;
}

}  // namespace

bool EcmaExpression::take_class() {
    pcre_ += '[';
    ++at_;
    if (next_is('^')) pcre_ += ecma_[at_++];
    if (!take_class_items()) return false;
    if (at_end()) return true;  // PCRE2 tells that the end is missing
    pcre_ += ']';
    ++at_;
    return true;
}

bool EcmaExpression::take_class_items() {
    while (!at_end() && !next_is(']')) {
        const std::optional<Atom> first = take_class_atom();
        if (!first) return false;
        const bool range = next_is('-') && at_ + 1 < ecma_.size() && ecma_[at_ + 1] != ']';
        if (!first->is_point || !range) {
            first->is_point ? put_range(first->point, first->point) : void(pcre_ += first->text);
            continue;
        }
        ++at_;
        const std::optional<Atom> last = take_class_atom();
        if (!last) return false;
        if (last->is_point) {
            put_range(first->point, last->point);
        } else {
            put(first->point);
            pcre_ += "\\-" + last->text;
        }
    }
    return true;
}

std::optional<EcmaExpression::Atom> EcmaExpression::take_class_atom() {
    if (next_is('\\')) return take_escape(true);
    return Atom{.point = take_point()};
}

// A code point of the expression itself; of what is not UTF-8, PCRE2 complains.
char32_t EcmaExpression::take_point() {
    const size_t length = std::min(length_of(ecma_[at_]), ecma_.size() - at_);
    auto point = static_cast<char32_t>(static_cast<unsigned char>(ecma_[at_++]));
    if (length > 1) point &= 0x7FU >> length;
    for (size_t i = 1; i < length; ++i) {
        point = point << 6 | (static_cast<unsigned char>(ecma_[at_++]) & 0x3FU);
    }
    return point;
}

std::optional<EcmaExpression::Atom> EcmaExpression::take_escape(bool in_class) {
    escape_at_ = at_++;
    if (at_end()) return refuse("\\");
    const char c = ecma_[at_];
    if (is_digit(c)) return take_number(ecma_[at_++], in_class);
    if (is_letter(c)) return take_letter(ecma_[at_++], in_class);
    return Atom{.point = take_point()};
}

std::optional<EcmaExpression::Atom> EcmaExpression::take_letter(char letter, bool in_class) {
    const auto set = [](std::string text) { return Atom{false, 0, std::move(text)}; };
    const std::string whole = std::string("\\") + letter;
    constexpr std::string_view controls = "tnvfr";  // U+0009 and those that follow
    const size_t control = controls.find(letter);
    if (control != controls.npos) return Atom{.point = static_cast<char32_t>(9 + control)};
    switch (letter) {
        case 'd':
        case 'D':
        case 'w':
        case 'W':
            return set(whole);
        case 's':
            return set(in_class ? std::string(spaces) : '[' + std::string(spaces) + ']');
        case 'S':
            return set(in_class ? std::string(no_spaces) : "[^" + std::string(spaces) + ']');
        case 'b':
            return in_class ? Atom{.point = 8} : set(whole);
        case 'B':
        case 'k':
            return in_class ? std::optional<Atom>(refuse(whole)) : set(whole);
        case 'c':
            if (at_end() || !is_letter(ecma_[at_])) return refuse(whole);
            return Atom{.point = static_cast<char32_t>(ecma_[at_++]) & 0x1FU};
        case 'x':
            if (const auto point = take_hex(2, 2)) return Atom{.point = *point};
            return refuse(whole);
        case 'u':
            return take_unicode();
        case 'p':
        case 'P':
            return take_property(letter);
        default:
            return refuse(whole);
    }
}

// \uHHHH, two of them for what lies beyond 16 bits, or \u{H…}.
std::optional<EcmaExpression::Atom> EcmaExpression::take_unicode() {
    if (next_is('{')) {
        ++at_;
        const auto point = take_hex(1, 8);
        if (!point || *point > 0x10FFFF || !next_is('}')) return refuse("\\u{");
        ++at_;
        return Atom{.point = *point};
    }
    const auto high = take_hex(4, 4);
    if (!high) return refuse("\\u");
    const size_t after = at_;
    if (is_high(*high) && ecma_.substr(at_, 2) == "\\u") {
        at_ += 2;
        const auto low = take_hex(4, 4);
        if (low && is_low(*low)) {
            return Atom{.point = 0x10000 + ((*high - 0xD800) << 10) + (*low - 0xDC00)};
        }
        at_ = after;
    }
    return Atom{.point = *high};
}

std::optional<EcmaExpression::Atom> EcmaExpression::take_property(char letter) {
    const std::string whole = std::string("\\") + letter;
    const size_t end = ecma_.find('}', at_);
    if (!next_is('{') || end == ecma_.npos) return refuse(whole);
    const std::string name = pcre_property(ecma_.substr(at_ + 1, end - at_ - 1));
    at_ = end + 1;
    return Atom{false, 0, whole + '{' + name + '}'};
}

// A reference to a group, or \0.
std::optional<EcmaExpression::Atom> EcmaExpression::take_number(char first, bool in_class) {
    if (first == '0') {
        if (!at_end() && is_digit(ecma_[at_])) return refuse("\\0");
        return Atom{.point = 0};
    }
    if (in_class) return refuse(std::string("\\") + first);
    const size_t begin = at_ - 1;
    while (!at_end() && is_digit(ecma_[at_])) ++at_;
    std::string digits(ecma_.substr(begin, at_ - begin));
    uint64_t number = 0;
    const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), number);
    if (read.ec == std::errc{}) digits = std::to_string(groups_.translated(number));
    return Atom{false, 0, "\\g{" + digits + '}'};
}

std::optional<char32_t> EcmaExpression::take_hex(size_t least, size_t most) {
    const std::string_view digits = ecma_.substr(at_, most);
    uint32_t point = 0;
    const auto [rest, error] =
        std::from_chars(digits.data(), digits.data() + digits.size(), point, 16);
    const auto count = static_cast<size_t>(rest - digits.data());
    if (error != std::errc{} || count < least) return std::nullopt;
    at_ += count;
    return point;
}

std::nullopt_t EcmaExpression::refuse(std::string_view escape) {
    mistake_ =
        std::string(escape) + " is no escape of ECMA-262 at offset " + std::to_string(escape_at_);
    return std::nullopt;
}

// Half a surrogate pair occurs in no text.
void EcmaExpression::put(char32_t point) {
    if (is_high(point) || is_low(point)) {
        pcre_ += "(?:(?!))";
        return;
    }
    char digits[8];
    const auto end = std::to_chars(digits, digits + sizeof digits, uint32_t{point}, 16).ptr;
    pcre_ += "\\x{";
    pcre_.append(digits, end);
    pcre_ += '}';
}

// Surrogates at the ends of a range are left out of it.
void EcmaExpression::put_range(char32_t first, char32_t last) {
    const bool wrong = first > last;
    if (is_high(first) || is_low(first)) first = 0xE000;
    if (is_high(last) || is_low(last)) last = 0xD7FF;
    if (first > last && !wrong) return;
    put(first);
    if (first == last) return;
    pcre_ += '-';
    put(last);
}

}  // namespace standin::schema
