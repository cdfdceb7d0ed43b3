#include <algorithm>
#include <cstring>

#include <nlohmann/json.hpp>

#include "mock/core/json.h"

namespace standin {

namespace {

// JSON text as an iterator that tells how far the parser has read.
struct Cursor {
    using iterator_category = std::input_iterator_tag;
    using value_type = char;
    using difference_type = std::ptrdiff_t;
    using pointer = const char*;
    using reference = const char&;

    const char* at = nullptr;
    const char** reached = nullptr;

    reference operator*() const { return *at; }
    Cursor& operator++() {
        *reached = ++at;
        return *this;
    }
    bool operator==(const Cursor& other) const { return at == other.at; }
    bool operator!=(const Cursor& other) const { return at != other.at; }
};

bool is_part_of_number(char c) {
    return (c >= '0' && c <= '9') || c == '-' || c == '+' || c == '.' || c == 'e' || c == 'E';
}

// Finds where each token begins. The parser's events do not tell, but between two tokens lie only
// white space, "," and ":", so it is enough to know where the one before ended.
class Places {
  public:
    Places(std::string_view text, const char* const& reached)
        : text_(text),
          next_(text.data()),
          end_(next_ + text.size()),
          line_(next_),
          reached_(reached) {}

    Mark token() {
        while (next_ != end_ && std::memchr(" \t\r\n,:", *next_, 6)) {
            if (*next_++ == '\n') ++lines_, line_ = next_;
        }
        const Mark mark{lines_, static_cast<uint32_t>(next_ - line_ + 1)};
        if (next_ != end_ && is_part_of_number(*next_)) {
            // The parser sees the end of a number only in the byte after it.
            while (next_ != end_ && is_part_of_number(*next_)) ++next_;
        } else {
            next_ = reached_;
        }
        return mark;
    }

    // The place of a byte, counted from the beginning.
    Mark at(size_t offset) const {
        const std::string_view before = text_.substr(0, offset);
        const auto breaks = std::count(before.begin(), before.end(), '\n');
        const size_t line = before.rfind('\n') + 1;  // npos + 1 is 0
        return {static_cast<uint32_t>(breaks + 1), static_cast<uint32_t>(before.size() - line + 1)};
    }

    // The place of the byte that the parser read last.
    Mark last_read() const {
        const auto read = static_cast<size_t>(reached_ - text_.data());
        return at(read > 0 ? read - 1 : 0);
    }

  private:
    std::string_view text_;
    const char* next_;
    const char* end_;
    const char* line_;  // where the line of next_ begins
    const char* const& reached_;
    uint32_t lines_ = 1;
};

// The part of nlohmann's message that says what is wrong. Before it stands "[json.exception.…]
// parse error at line 1, column 2: ", behind it the token's own bytes, which may be many or no
// UTF-8.
std::string reason_in(std::string_view what) {
    const size_t begin = what.find(": ");
    if (begin != what.npos) what.remove_prefix(begin + 2);
    return std::string(what.substr(0, what.find("; last read: ")));
}

// The parser's events, turned into a document.
class Reader : public nlohmann::json_sax<nlohmann::json> {
  public:
    Reader(Builder& builder, Places places, JsonFault& fault, const JsonLimits& limits)
        : builder_(builder), places_(places), fault_(fault), limits_(limits) {}

    bool null() override { return builder_.null(mark()), true; }
    bool boolean(bool flag) override { return builder_.boolean(flag, mark()), true; }
    bool number_integer(int64_t integer) override {
        // Only what begins with "-" comes here, so this is "-0".
        if (integer == 0) return builder_.number("-0", mark()), true;
        return builder_.integer(integer, mark()), true;
    }
    bool number_unsigned(uint64_t integer) override {
        return builder_.number(std::to_string(integer), mark()), true;
    }
    bool number_float(double, const std::string& written) override {
        return builder_.number(written, mark()), true;
    }
    bool string(std::string& text) override { return builder_.string(text, mark()), true; }
    bool key(std::string& name) override { return builder_.name(name, mark()), true; }
    bool binary(binary_t&) override { return false; }
    bool start_object(size_t) override {
        return !too_deep() && (builder_.begin_object(mark()), true);
    }
    bool start_array(size_t) override {
        return !too_deep() && (builder_.begin_array(mark()), true);
    }
    bool end_object() override { return mark(), builder_.end(), true; }
    bool end_array() override { return mark(), builder_.end(), true; }

    // `read` counts the bytes up to the one that is wrong; the end of the text counts as one.
    bool parse_error(size_t read, const std::string& token,
                     const nlohmann::detail::exception& error) override {
        constexpr int number_overflow = 406;
        const bool overflow = error.id == number_overflow;
        fault_.why = JsonFault::Why::syntax;
        fault_.mark = places_.at(read - (overflow ? token.size() : 1));
        fault_.message = overflow ? "number is too big for a double" : reason_in(error.what());
        return false;
    }

  private:
    Mark mark() { return limits_.marks ? places_.token() : Mark{}; }

    bool too_deep() {
        if (builder_.depth() < limits_.depth) return false;
        fault_.why = JsonFault::Why::depth;
        fault_.mark = places_.last_read();
        fault_.message = "nested deeper than " + std::to_string(limits_.depth) + " levels";
        return true;
    }

    Builder& builder_;
    Places places_;
    JsonFault& fault_;
    const JsonLimits& limits_;
};

}  // namespace

std::shared_ptr<Document> read_json(std::string_view text, JsonFault& fault,
                                    const JsonLimits& limits) {
    fault = {};
    auto document = std::make_shared<Document>(text.size() * 2);
    Builder builder(*document);
    const char* reached = text.data();
    Reader reader(builder, Places(text, reached), fault, limits);
    const Cursor first{text.data(), &reached};
    const Cursor last{text.data() + text.size(), &reached};
    if (!nlohmann::json::sax_parse(first, last, &reader)) return nullptr;
    // The parser takes a NUL for the end of the text and never looks behind it.
    if (const size_t nul = text.find('\0'); nul != text.npos) {
        fault = {JsonFault::Why::syntax, Places(text, reached).at(nul), "U+0000 behind the value"};
        return nullptr;
    }
    return document;
}

}  // namespace standin
