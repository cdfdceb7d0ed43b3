// Regular expressions as JSON Schema has them: ECMA-262's, searched for, not anchored.
#pragma once

#include <string>
#include <string_view>

struct pcre2_real_code_8;  // PCRE2's own name for a compiled expression

namespace standin::schema {

// A compiled pattern. Immutable, so safe to share among threads. PCRE2 is set as near to ECMA-262
// as it goes: \uHHHH and \u{H…}, $ at the very end only, [] matches nothing. Where the two
// differ still, PCRE2 decides: \s is ASCII, \p{…} knows short names, \A and \Z are anchors.
class Pattern {
  public:
    // Failure is not an exception: `mistake()` says what is wrong with the expression.
    explicit Pattern(std::string_view expression);
    ~Pattern();
    Pattern(const Pattern&) = delete;
    Pattern& operator=(const Pattern&) = delete;

    // PCRE2's reason with the offset in bytes; "" where the expression is right.
    const std::string& mistake() const { return mistake_; }

    // Whether the expression occurs in the text. A search that takes more steps than a sane pattern
    // needs is given up and found nothing; so is one in a text that is not UTF-8.
    bool matches(std::string_view text) const;

  private:
    pcre2_real_code_8* code_ = nullptr;
    std::string mistake_;
};

}  // namespace standin::schema
