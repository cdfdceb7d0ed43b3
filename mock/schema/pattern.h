// Regular expressions as JSON Schema has them: ECMA-262's, searched for, not anchored.
#pragma once

#include <string>
#include <string_view>

struct pcre2_real_code_8;  // PCRE2's own name for a compiled expression

namespace standin::schema {

// A compiled pattern. Immutable, so safe to share among threads. It means what it means to ECMA-262
// with the u flag (ecma_expression.h): \d and \w are ASCII, \s is Unicode's white space, a
// character is a code point. Lookbehind must have a fixed length, as PCRE2 wants it.
class Pattern {
  public:
    // Failure is not an exception: `mistake()` says what is wrong with the expression.
    explicit Pattern(std::string_view expression);
    ~Pattern();
    Pattern(const Pattern&) = delete;
    Pattern& operator=(const Pattern&) = delete;

    // The reason with the offset in bytes; "" where the expression is right.
    const std::string& mistake() const { return mistake_; }

    // Whether the expression occurs in the text. A search that takes more steps than a sane pattern
    // needs is given up and found nothing; so is one in a text that is not UTF-8.
    bool matches(std::string_view text) const;

  private:
    pcre2_real_code_8* code_ = nullptr;
    std::string mistake_;
};

}  // namespace standin::schema
