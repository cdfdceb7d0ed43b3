// Regular expressions of ECMA-262 (section 22.2, with the u flag), written as PCRE2 reads them.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "mock/schema/ecma_group.h"

namespace standin::schema {

// Translates an expression whose meaning is the same in both but for its escapes, its classes and
// its dots; PCRE2 judges the rest. Characters of the syntax that ECMA-262 lets stand for themselves
// only without the u flag ("a{", "\-", "\_") do so here, as contracts have them. What PCRE2 adds to
// the syntax after "(?" passes.
//
// A reference to a group in a repeated group becomes a choice: what an earlier iteration captured
// is nothing (ecma_group.h), which is asked for by a callout.
//
// Wherever a search can take more than one way, the translation calls out, so that whoever searches
// can count: behind each repeated atom, at the end of each alternative of a group, and before each
// reference to a group. What must be repeated a hundred times or more calls out beforehand too,
// with that count, since a search may fail before it is reached. Between two callouts a search does
// no more than was told, and than the text and the expression are long, once.
class EcmaExpression {
  public:
    static constexpr uint32_t at_reference = 2;  // the number of those callouts; others have 1

    // What a callout before a repetition says: how often, and whether a reference is repeated.
    struct Repetition {
        uint64_t count = 0;
        bool refers = false;
    };
    static Repetition repetition_of(std::string_view said);

    // What a callout at such a reference says: the group, the marks, and whether it is passed where
    // what the group captured still counts, or where it does not.
    struct Question {
        bool passed_if_kept = false;
        uint32_t group = 0;
        std::string_view marks = {};  // "3,5"

        // The first of the marks, which is removed; nothing where there is none.
        std::optional<uint32_t> take_mark();
    };
    static std::optional<Question> question_of(std::string_view said);

    explicit EcmaExpression(std::string_view ecma) : ecma_(ecma), groups_(ecma) {}

    // The translation; nothing where ECMA-262 has no such escape (mistake() says which).
    std::optional<std::string> translate();

    // "\Z is no escape of ECMA-262 at offset 3", in bytes.
    const std::string& mistake() const { return mistake_; }

    // Where in the expression a byte of the translation comes from.
    size_t origin_of(size_t offset) const;

  private:
    // What an escape or a character of a class stands for: one code point, or a text that PCRE2
    // takes for a set or an assertion.
    struct Atom {
        bool is_point = true;
        char32_t point = 0;
        std::string text = {};
    };

    bool at_end() const { return at_ == ecma_.size(); }
    bool next_is(char c) const { return !at_end() && ecma_[at_] == c; }
    bool take_term();
    bool take_escaped();
    void take_plain();
    void take_opening();
    void take_extension(char kind, bool marked);
    void take_quantifier(size_t length);
    void close_group();
    void put_callout();
    bool take_reference();
    void put_reference(const EcmaGroups::Group& group);
    void announce(std::string_view count);
    bool take_class();
    bool take_class_items();
    std::optional<Atom> take_class_atom();
    std::optional<Atom> take_escape(bool in_class);
    std::optional<Atom> take_letter(char letter, bool in_class);
    std::optional<Atom> take_unicode();
    std::optional<Atom> take_property(char letter);
    std::optional<Atom> take_number(char first, bool in_class);
    std::optional<char32_t> take_hex(size_t least, size_t most);
    char32_t take_point();
    size_t quantifier_length() const;
    std::nullopt_t refuse(std::string_view escape);
    void put(char32_t point);
    void put_range(char32_t first, char32_t last);

    std::string_view ecma_;
    const EcmaGroups groups_;
    size_t at_ = 0;
    size_t escape_at_ = 0;      // where the escape that is being read begins
    std::vector<bool> open_;    // groups that are not closed: whether marked
    bool after_group_ = false;  // the last term closed one
    size_t atom_ = 0;           // where in the translation the last atom begins
    bool refers_ = false;       // it is a reference
    std::string pcre_;
    std::vector<std::pair<size_t, size_t>> origins_;  // of the translation, of the expression
    std::string mistake_;
};

}  // namespace standin::schema
