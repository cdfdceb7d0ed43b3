// Words and numbers of JSON text, RFC 8259, sections 3 and 6.
#pragma once

#include "mock/core/value.h"

namespace standin {

// Reads true, false, null or a number, which is a view of the text. That ends with a NUL and a few
// bytes more.
class JsonScalar {
  public:
    // From its first character; `value` is made anew. Where the text goes on; null at a mistake.
    char* read(char* at, Mark mark, Value& value);

    // The mistake: what it is, or what was expected instead, and the byte at which it lies.
    const char* mistake() const { return mistake_; }
    const char* expected() const { return expected_; }
    const char* mistaken() const { return mistaken_; }

  private:
    template <size_t size>
    char* read_word(char* at, const char (&quoted)[size]);
    [[gnu::noinline]] char* read_number(char* at, Mark mark, Value& value);
    char* read_fraction(char* begin, char* at, Mark mark, Value& value);
    char* take(char* begin, char* end, Mark mark, Value& value);
    char* expect(const char* at, const char* what);
    char* fail(const char* at, const char* mistake);

    const char* mistake_ = nullptr;
    const char* expected_ = nullptr;
    const char* mistaken_ = nullptr;
};

}  // namespace standin
