// Regular expressions as JSON Schema has them: ECMA-262's, searched for, not anchored.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

struct pcre2_real_code_8;  // PCRE2's own name for a compiled expression

namespace standin::schema {

// How much work is left to all searches of one check together: about a nanosecond each.
struct Steps {
    static constexpr uint64_t limit = uint64_t{1} << 27;

    uint64_t left = limit;

    // Whether there are as many, which are used up then.
    bool take(uint64_t count) {
        if (left < count) return false;
        left -= count;
        return true;
    }
};

// A search that took more steps, or more memory, than it may gave up: whether the expression occurs
// is not known.
enum class Search : uint8_t { found, missed, gave_up };

// A compiled pattern. Immutable, so safe to share among threads. It means what it means to ECMA-262
// with the u flag (ecma_expression.h): \d and \w are ASCII, \s is Unicode's white space, a
// character is a code point. Lookbehind must have a fixed length, as PCRE2 wants it.
class Pattern {
  public:
    // What is no expression of ECMA-262 is a mistake, or else means what it means to PCRE2.
    enum class Flavour : uint8_t { ecma, any };

    // Failure is not an exception: `mistake()` says what is wrong with the expression.
    explicit Pattern(std::string_view expression, Flavour flavour = Flavour::ecma);
    ~Pattern();
    Pattern(const Pattern&) = delete;
    Pattern& operator=(const Pattern&) = delete;

    // The reason with the offset in bytes; "" where the expression is right.
    const std::string& mistake() const { return mistake_; }

    // Why it is none of ECMA-262, where it is searched for as PCRE2 has it; else "".
    const std::string& foreign() const { return foreign_; }

    // Its text, as it was written.
    const std::string& expression() const { return expression_; }

    // Whether the expression occurs in the text; none does in one that is not UTF-8. What is spent
    // is the same on every run, and apart from that a search is linear in the size of the text.
    Search search(std::string_view text, Steps& steps) const;

  private:
    void compile_ecma();
    void compile_as_it_stands();

    std::string expression_;
    pcre2_real_code_8* code_ = nullptr;
    std::string mistake_;
    std::string foreign_;
};

}  // namespace standin::schema
