// The characters of a JSON string, RFC 8259, section 7.
#pragma once

#include <string_view>

#include "mock/core/json_scan.h"

namespace standin {

// Reads from behind the opening quote to behind the closing one, and writes the characters over
// their escapes, which never take less room. The text ends with a NUL and scan_padding bytes.
class JsonString {
  public:
    // Where the text goes on; null at a mistake.
    char* read(char* at) {
        char* const stop = skip_plain(at);
        if (*stop != '"') return read_on(stop, at);
        text_ = {at, static_cast<size_t>(stop - at)};
        return stop + 1;
    }

    std::string_view text() const { return text_; }

    // The mistake: what it is, and the byte at which it lies.
    const char* mistake() const { return mistake_; }
    const char* mistaken() const { return mistaken_; }

  private:
    char* read_on(char* at, char* begin);
    char* read_escape(char* at);
    char* read_code(char* at);
    char* fail(const char* at, const char* mistake);

    std::string_view text_;
    char* end_ = nullptr;  // of what is written
    const char* mistake_ = nullptr;
    const char* mistaken_ = nullptr;
};

}  // namespace standin
