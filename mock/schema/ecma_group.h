// The groups of an ECMA-262 expression, and which references have to know about iterations.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace standin::schema {

// ECMA-262 forgets what groups captured when the group around them begins another iteration
// (section 22.2.2.3.1, RepeatMatcher); PCRE2 does not. So the translation captures nothing at the
// begin of each iteration, a mark, of those groups for which some reference makes a difference:
// what lies before the mark of a group around it is forgotten. Where an expression has syntax that
// ECMA-262 does not have, nothing is marked.
class EcmaGroups {
  public:
    struct Group {
        size_t opening = 0;  // the offset of its parenthesis
        std::string_view name = {};
        bool captures = false;
        bool repeated = false;
        bool looks_behind = false;
        bool marked = false;
        size_t outer = none;  // the index of the group around it
        uint32_t number = 0;  // in the translation; 0 where it captures nothing
        uint32_t mark = 0;    // the same of its mark
    };
    struct Reference {
        size_t at = 0;    // the offset of its backslash
        size_t size = 0;  // in bytes
        uint64_t number = 0;
        std::string_view name = {};  // where it has no number
        const Group* group = nullptr;
    };
    static constexpr size_t none = SIZE_MAX;

    explicit EcmaGroups(std::string_view expression);

    // Whether an iteration of the group with that parenthesis begins with a mark.
    bool is_marked(size_t opening) const;

    // The reference there, if it is one for which iterations make a difference; else null.
    const Reference* reference_at(size_t offset) const;
    // The number of a group in the translation.
    uint64_t translated(uint64_t number) const;

    // The marks of the group and of those around it.
    std::vector<uint32_t> marks_of(const Group& group) const;

    // Of a reference to what a repeated lookbehind captures, which lies before any mark: its
    // offset; `none` where there is no such reference.
    size_t untellable() const { return untellable_; }

  private:
    void scan();
    void skip_class();
    void take_escape();
    void open();
    void close();
    Group* find(const Reference& reference);
    void mark(Reference& reference);
    void number_all();

    std::string_view text_;
    size_t at_ = 0;
    std::vector<Group> groups_;     // in the order of their parentheses
    std::vector<size_t> captures_;  // of these, those that capture
    std::vector<size_t> open_;
    std::vector<Reference> references_;
    bool foreign_ = false;  // there is what ECMA-262 does not have
    size_t untellable_ = none;
};

}  // namespace standin::schema
