#include <algorithm>
#include <cmath>
#include <cstring>

#include "mock/core/builder.h"
#include "mock/core/json.h"
#include "mock/core/json_refusal.h"
#include "mock/core/json_scan.h"
#include "mock/core/json_string.h"

namespace standin {

namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

// What a document takes at once, before its nodes are known: for a small text what malloc gives out
// fastest, and enough for nearly all; for large ones, less than they may need.
size_t room_for(size_t text) {
    constexpr size_t small = 856;
    constexpr size_t large = size_t{16} << 10;
    constexpr size_t most = size_t{1} << 20;
    const size_t copy = text + 1 + scan_padding;
    if (copy <= small / 3) return small;
    return copy + std::max(std::min(text * 6, large), std::min(text * 2, most));
}

// Reads a copy of the text that the document keeps: names, strings and numbers are views of it.
// The position is handed from function to function, so that it stays in a register; null stands for
// a fault. `marks` is whether places are kept.
template <bool marks>
class Reader {
  public:
    Reader(Document& document, std::string_view text, JsonFault& fault, const JsonLimits& limits)
        : text_(text), refusal_(fault, text), depth_limit_(limits.depth), builder_(document) {
        char* const copy = document.room_for_text(text.size() + 1 + scan_padding);
        if (!text.empty()) std::memcpy(copy, text.data(), text.size());
        std::memset(copy + text.size(), 0, 1 + scan_padding);
        begin_ = copy;
        line_begin_ = copy;
    }

    bool read() {
        char* at = begin_ + (text_.starts_with(byte_order_mark) ? byte_order_mark.size() : 0);
        at = read_root(skip_space(at));
        while (at && builder_.depth() > 0) {
            at = builder_.in_object() ? read_members(at) : read_items(at);
        }
        return at && (at == end() || fail_at(at, "the end of the text"));
    }

  private:
    // What all of these leave off at is no white space. Where an array or object is open, it is the
    // next item or member.

    char* read_root(char* at) {
        if (is_opening(*at)) return open(at);
        Value value;
        at = read_scalar(at, value);
        if (!at) return at;
        builder_.value(value);
        return skip_space(at);
    }

    // As far as the next bracket.
    char* read_members(char* at) {
        do {
            Member& member = builder_.next_member();
            new (&member.mark) Mark(mark(at));
            at = read_name(at, member.name);
            if (!at) return at;
            if (is_opening(*at)) return open(at);
            at = read_scalar(at, member.value);
            if (!at) return at;
            at = skip_space(at);
        } while (passes_comma(at));
        return close(at);
    }

    char* read_items(char* at) {
        do {
            if (is_opening(*at)) return open(at);
            at = read_scalar(at, builder_.next_item());
            if (!at) return at;
            at = skip_space(at);
        } while (passes_comma(at));
        return close(at);
    }

    static bool is_opening(char c) { return c == '{' || c == '['; }

    bool passes_comma(char*& at) {
        if (*at != ',') return false;
        at = skip_space(at + 1);
        return true;
    }

    char* open(char* at) {
        if (builder_.depth() == depth_limit_) return fail_depth(at);
        if (*at == '{') {
            builder_.begin_object(mark(at));
        } else {
            builder_.begin_array(mark(at));
        }
        at = skip_space(at + 1);
        return *at == '}' || *at == ']' ? close(at) : at;
    }

    // One bracket, and all that follow it.
    char* close(char* at) {
        do {
            const bool object = builder_.in_object();
            if (*at != (object ? '}' : ']')) {
                return fail_at(at, object ? "',' or '}'" : "',' or ']'");
            }
            builder_.end();
            at = skip_space(at + 1);
            if (builder_.depth() == 0) return at;
        } while (!passes_comma(at));
        return at;
    }

    char* skip_space(char* at) {
        while (static_cast<unsigned char>(*at) <= ' ') {
            if (*at == '\n') {
                if constexpr (marks) ++line_, line_begin_ = at + 1;
                at = skip_spaces(at + 1);
            } else if (*at == ' ' || *at == '\r' || *at == '\t') {
                ++at;
            } else {
                break;
            }
        }
        return at;
    }

    // As far as the member's value.
    char* read_name(char* at, std::string_view& name) {
        if (*at != '"') return fail_at(at, "a member's name in quotes");
        at = read_string(at + 1, name);
        if (!at) return at;
        at = skip_space(at);
        return *at == ':' ? skip_space(at + 1) : fail_at(at, "':'");
    }

    // From behind the opening quote.
    char* read_string(char* at, std::string_view& text) {
        char* const stop = skip_plain(at);
        if (*stop != '"') return read_escaped(at, text);
        text = {at, static_cast<size_t>(stop - at)};
        return stop + 1;
    }

    [[gnu::noinline]] char* read_escaped(char* at, std::string_view& text) {
        JsonString string;
        char* const behind = string.read(at);
        if (!behind) return fail_string(string);
        text = string.text();
        return behind;
    }

    char* read_scalar(char* at, Value& value) {
        if (*at != '"') return read_word_or_number(at, value);
        const Mark place = mark(at);
        std::string_view text;
        at = read_string(at + 1, text);
        new (&value) Value(Value::of(text, place));
        return at;
    }

    // Not part of the loops over members and items, which are to stay short.
    [[gnu::noinline]] char* read_word_or_number(char* at, Value& value) {
        const Mark place = mark(at);
        switch (*at) {
            case 't':
                return new (&value) Value(Value::of(true, place)), read_word(at, "true");
            case 'f':
                return new (&value) Value(Value::of(false, place)), read_word(at, "false");
            case 'n':
                return new (&value) Value(Value::null(place)), read_word(at, "null");
            default:
                return read_number(at, value);
        }
    }

    char* read_word(char* at, std::string_view word) {
        const bool same = std::memcmp(at, word.data(), word.size()) == 0;  // the text is padded
        return same ? at + word.size() : fail_word(at, word);
    }

    // RFC 8259, section 6.
    char* read_number(char* at, Value& value) {
        char* const begin = at;
        if (*at == '-') ++at;
        if (!is_digit(*at)) return fail_at(at, at == begin ? "a value" : "a digit");
        at = *at == '0' ? at + 1 : skip_digits(at);
        if (is_digit(*at)) return fail(at, "leading zero in a number");
        if (*at == '.' || (*at | 0x20) == 'e') return read_fraction(begin, at, value);
        return take_integer(begin, at, value);
    }

    char* read_fraction(char* begin, char* at, Value& value) {
        if (*at == '.') {
            if (!is_digit(*++at)) return fail_at(at, "a digit");
            at = skip_digits(at);
        }
        if ((*at | 0x20) == 'e') {
            ++at;
            if (*at == '+' || *at == '-') ++at;
            if (!is_digit(*at)) return fail_at(at, "a digit");
            at = skip_digits(at);
        }
        return take_number(begin, at, value);
    }

    char* take_integer(char* begin, char* end, Value& value) {
        constexpr ptrdiff_t safe_digits = 18;  // of any int64_t
        if (end - begin > safe_digits) return take_number(begin, end, value);
        const bool negative = *begin == '-';
        int64_t integer = 0;
        for (const char* digit = begin + negative; digit != end; ++digit) {
            integer = integer * 10 + (*digit - '0');
        }
        const std::string_view written(begin, static_cast<size_t>(end - begin));
        new (&value) Value(Value::of(negative ? -integer : integer, written, mark(begin)));
        return end;
    }

    char* take_number(char* begin, char* end, Value& value) {
        new (&value)
            Value(Value::number_of({begin, static_cast<size_t>(end - begin)}, mark(begin)));
        return std::isfinite(value.number()) ? end : fail(begin, "number is too big for a double");
    }

    Mark mark(const char* at) const {
        if constexpr (!marks) return {};
        return {line_, static_cast<uint32_t>(at - line_begin_ + 1)};
    }

    const char* end() const { return begin_ + text_.size(); }
    size_t offset(const char* at) const { return static_cast<size_t>(at - begin_); }

    // Out of the way of what is read.
    [[gnu::cold]] char* fail(const char* at, std::string_view mistake) {
        return refusal_.syntax(offset(at), std::string(mistake)), nullptr;
    }
    [[gnu::cold]] char* fail_at(const char* at, std::string_view expected) {
        return refusal_.expected(offset(at), expected), nullptr;
    }
    [[gnu::cold]] char* fail_string(const JsonString& string) {
        if (string.mistaken() == end()) return fail_at(end(), "a closing quote");
        return fail(string.mistaken(), string.mistake());
    }
    [[gnu::cold]] char* fail_word(const char* at, std::string_view word) {
        const auto [wrong, letter] = std::mismatch(at, at + word.size(), word.begin());
        return fail_at(wrong, '"' + std::string(word) + '"');
    }
    [[gnu::cold]] char* fail_depth(const char* at) {
        return refusal_.depth(offset(at), depth_limit_), nullptr;
    }

    const std::string_view text_;
    JsonRefusal refusal_;
    const size_t depth_limit_;
    Builder builder_;
    char* begin_;
    const char* line_begin_;
    uint32_t line_ = 1;
};

}  // namespace

std::shared_ptr<Document> read_json(std::string_view text, JsonFault& fault,
                                    const JsonLimits& limits) {
    if (fault.why != JsonFault::Why::none) fault = {};
    auto document = Document::with_room(room_for(text.size()));
    const bool read = limits.marks ? Reader<true>(*document, text, fault, limits).read()
                                   : Reader<false>(*document, text, fault, limits).read();
    return read ? document : nullptr;
}

}  // namespace standin
