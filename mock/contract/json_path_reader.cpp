#include "mock/contract/json_path_reader.h"

#include <charconv>

#include "mock/core/json.h"
#include "mock/schema/format_character.h"

namespace standin::contract {

namespace {

using schema::AsciiSet;

constexpr AsciiSet number_character = schema::digit | AsciiSet("+-.eE");
constexpr AsciiSet lower_case("abcdefghijklmnopqrstuvwxyz");
constexpr AsciiSet name_first = schema::letter | AsciiSet("_");
constexpr AsciiSet name_character = name_first | schema::digit;
constexpr AsciiSet function_character = lower_case | schema::digit | AsciiSet("_");

// I-JSON's integers (RFC 7493, section 2.2).
constexpr int64_t largest = (int64_t{1} << 53) - 1;

size_t length_of(std::string_view text, const AsciiSet& set) {
    size_t length = 0;
    while (length < text.size() && set.has(text[length])) ++length;
    return length;
}

// Whether a text without blanks is a JSON value; the value, where it is a string.
std::shared_ptr<const Document> json_of(std::string_view text) {
    JsonFault fault;
    return read_json(text, fault);
}

}  // namespace

void PathReader::refuse_at(size_t offset, std::string message) {
    throw PathMistake{offset, std::move(message)};
}

void PathReader::skip_blanks() {
    while (!at_end() && std::string_view(" \t\n\r").find(query_[at_]) != std::string_view::npos) {
        ++at_;
    }
}

bool PathReader::take(std::string_view text) {
    if (!rest().starts_with(text)) return false;
    at_ += text.size();
    return true;
}

void PathReader::expect(std::string_view text) {
    if (!take(text)) refuse("\"" + std::string(text) + "\" is expected");
}

bool PathReader::take_word(std::string_view word) {
    const std::string_view after = rest().substr(std::min(word.size(), rest().size()));
    if (!after.empty() && name_character.has(after[0])) return false;
    return take(word);
}

std::string_view PathReader::take_function_name() {
    const std::string_view name = rest().substr(0, length_of(rest(), function_character));
    const bool called = rest().substr(name.size()).starts_with('(');
    if (name.empty() || !lower_case.has(name[0]) || !called) return {};
    at_ += name.size();
    return name;
}

std::optional<std::string_view> PathReader::take_member_name() {
    std::string_view left = rest();
    while (!left.empty()) {
        const bool first = left.size() == rest().size();
        std::string_view after = left;
        const char32_t c = schema::take_character(after);
        const bool ascii = c < 128;
        if (c == schema::no_character) break;
        if (ascii && !(first ? name_first : name_character).has(left[0])) break;
        left = after;
    }
    const std::string_view name = rest().substr(0, rest().size() - left.size());
    if (name.empty()) return std::nullopt;
    at_ += name.size();
    return name;
}

std::optional<int64_t> PathReader::take_integer() {
    const size_t begin = at_;
    const bool negative = take("-");
    const std::string_view digits = rest().substr(0, length_of(rest(), schema::digit));
    if (digits.empty() && !negative) return std::nullopt;
    at_ += digits.size();
    const bool plain = !digits.empty() && (digits[0] != '0' || (digits.size() == 1 && !negative));
    if (!plain) refuse_at(begin, "an integer without leading zeros is expected");
    int64_t integer = 0;
    const auto error = std::from_chars(digits.data(), digits.data() + digits.size(), integer).ec;
    if (error != std::errc{} || integer > largest) {
        refuse_at(begin, "the integer is beyond 9007199254740991");
    }
    return negative ? -integer : integer;
}

bool PathReader::next_is_number() const {
    return next_is('-') || (!at_end() && schema::digit.has(query_[at_]));
}

std::string_view PathReader::take_number() {
    const std::string_view number = rest().substr(0, length_of(rest(), number_character));
    if (!json_of(number)) refuse("a number is expected");
    at_ += number.size();
    return number;
}

// A string is JSON's but for its quotes, and for the quote that is escaped (section 2.3.1.1).
std::string PathReader::take_string() {
    const size_t begin = at_;
    const char quote = query_[at_++];
    std::string json = "\"";
    while (!at_end() && !next_is(quote)) {
        const char c = query_[at_++];
        if (c == '\\' && !at_end() && (next_is('\'') || next_is('"'))) {
            if (!next_is(quote)) refuse_at(at_ - 1, "this quote is not escaped here");
            json += next_is('"') ? "\\\"" : "'";
            ++at_;
        } else if (c == '\\' && !at_end()) {
            json += {c, query_[at_++]};
        } else {
            json += c == '"' ? "\\\"" : std::string(1, c);
        }
    }
    if (at_end()) refuse_at(begin, "the string is not closed");
    ++at_;
    const auto document = json_of(json + '"');
    if (!document) refuse_at(begin, "the string holds a wrong escape or character");
    return std::string(document->root().text());
}

}  // namespace standin::contract
