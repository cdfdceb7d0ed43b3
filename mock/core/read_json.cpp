#include <algorithm>
#include <utility>

#include "mock/core/builder.h"
#include "mock/core/json.h"
#include "mock/core/json_refusal.h"
#include "mock/core/json_scalar.h"
#include "mock/core/json_scan.h"
#include "mock/core/json_string.h"
#include "mock/core/leaf.h"
#include "mock/core/plain_scan.h"

namespace standin {

namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

// What a document takes at once, before its nodes are known: enough for nearly all small texts, and
// for large ones less than they may need.
size_t room_for(size_t text) {
    constexpr size_t small = 840;  // with the document itself, the smallest block
    constexpr size_t large = size_t{16} << 10;
    constexpr size_t most = size_t{1} << 20;
    const size_t copy = text + 1 + scan_padding;
    if (copy <= small / 3) return small;
    return copy + std::max(std::min(text * 4, large), std::min(text * 2, most));
}

// Reads a copy of the text that the document keeps: names, strings and numbers are views of it.
// The position is handed from function to function, so that it stays in a register; null stands for
// a fault. `marks` is whether places are kept.
template <bool marks>
class Reader {
  public:
    Reader(Document& document, std::string_view text, JsonFault& fault, const JsonLimits& limits)
        : text_(text),
          refusal_(fault, text),
          depth_limit_(limits.depth),
          document_(document),
          builder_(document),
          begin_(copy_of(text, document)),
          plain_(begin_),
          line_begin_(begin_) {}

    bool read() {
        char* at = begin_ + (text_.starts_with(byte_order_mark) ? byte_order_mark.size() : 0);
        at = read_root(skip_space(at));
        while (at && builder_.depth() > 0) {
            at = builder_.in_object() ? read_members(at) : read_items(at);
        }
        return at && (at == end() || fail_at(at, "the end of the text"));
    }

  private:
    static char* copy_of(std::string_view text, Document& document) {
        char* const copy = document.room_for_text(text.size() + 1 + scan_padding);
        copy_padded(copy, text);
        return copy;
    }

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
            member.mark = mark(at);
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

    // What opens, and what opens within it before anything that does not.
    char* open(char* at) {
        do {
            if (builder_.depth() == depth_limit_) return fail_depth(at);
            const Mark place = mark(at);
            const bool object = *at == '{';
            at = skip_space(at + 1);
            at = object ? read_object(at, place) : read_array(at, place);
        } while (at && opens_again());
        return at;
    }

    bool opens_again() { return std::exchange(opens_, false); }

    // An object is written where it stays until another bracket opens or there is no more room:
    // then it is the builder's.
    char* read_object(char* at, Mark place) {
        Leaf<Member> members(document_);
        if (is_closing(*at)) return keep(at, '}', members, place);
        do {
            if (members.full()) return builder_.begin_object(place, members.things()), at;
            Member& member = members.raise();
            member.mark = mark(at);
            at = read_name(at, member.name);
            if (!at) return at;
            if (is_opening(*at)) {
                new (&member.value) Value();
                builder_.begin_object(place, members.things());
                return opens_ = true, at;
            }
            at = read_scalar(at, member.value);
            if (!at) return at;
            at = skip_space(at);
        } while (passes_comma(at));
        return keep(at, '}', members, place);
    }

    char* read_array(char* at, Mark place) {
        Leaf<Value> items(document_);
        if (is_closing(*at)) return keep(at, ']', items, place);
        do {
            opens_ = is_opening(*at);
            if (opens_ || items.full()) return builder_.begin_array(place, items.things()), at;
            at = read_scalar(at, items.raise());
            if (!at) return at;
            at = skip_space(at);
        } while (passes_comma(at));
        return keep(at, ']', items, place);
    }

    static bool is_closing(char c) { return c == '}' || c == ']'; }

    // What the bracket ends, which must be there.
    template <class Thing>
    char* keep(char* at, char bracket, Leaf<Thing>& leaf, Mark place) {
        if (*at != bracket) return fail_bracket(at, bracket);
        builder_.kept(leaf.keep(), place);
        return close(skip_space(at + 1));
    }

    // All brackets that end something here; otherwise it goes on behind a comma.
    char* close(char* at) {
        while (builder_.depth() > 0 && !passes_comma(at)) {
            const char bracket = builder_.in_object() ? '}' : ']';
            if (*at != bracket) return fail_bracket(at, bracket);
            builder_.end();
            at = skip_space(at + 1);
        }
        return at;
    }

    char* skip_space(char* at) {
        return static_cast<unsigned char>(*at) > ' ' ? at : skip_all_space(at);
    }

    [[gnu::noinline]] char* skip_all_space(char* at) {
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
        char* const stop = plain_.skip(at);
        if (*stop != '"') {
            std::string_view written;  // elsewhere, so that `text` may stay in registers
            char* const behind = read_escaped(at, written);
            return text = written, behind;
        }
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
        if (*at != '"') {
            char* const behind = scalar_.read(at, mark(at), value);
            return behind ? behind : fail_scalar();
        }
        const Mark place = mark(at);
        std::string_view text;
        at = read_string(at + 1, text);
        new (&value) Value(Value::of(text, place));
        return at;
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
    [[gnu::cold]] char* fail_bracket(const char* at, char bracket) {
        return fail_at(at, bracket == '}' ? "',' or '}'" : "',' or ']'");
    }
    [[gnu::cold]] char* fail_string(const JsonString& string) {
        if (string.mistaken() == end()) return fail_at(end(), "a closing quote");
        return fail(string.mistaken(), string.mistake());
    }
    [[gnu::cold]] char* fail_scalar() {
        return scalar_.expected() ? fail_at(scalar_.mistaken(), scalar_.expected())
                                  : fail(scalar_.mistaken(), scalar_.mistake());
    }
    [[gnu::cold]] char* fail_depth(const char* at) {
        return refusal_.depth(offset(at), depth_limit_), nullptr;
    }

    const std::string_view text_;
    JsonRefusal refusal_;
    const size_t depth_limit_;
    Document& document_;
    Builder builder_;
    char* const begin_;
    PlainScan plain_;
    JsonScalar scalar_;
    const char* line_begin_;
    uint32_t line_ = 1;
    bool opens_ = false;  // a bracket in what has just been opened
};

}  // namespace

std::shared_ptr<Document> read_json(std::string_view text, JsonFault& fault,
                                    const JsonLimits& limits) {
    if (fault.why != JsonFault::Why::none) fault = {};
    auto document = Document::with_room(room_for(text.size()));
    const bool read = limits.marks ? Reader<true>(*document, text, fault, limits).read()
                                   : Reader<false>(*document, text, fault, limits).read();
    if (!read) return nullptr;
    return document;
}

}  // namespace standin
