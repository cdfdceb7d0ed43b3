// Reading and writing JSON text, RFC 8259.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "mock/core/document.h"

namespace standin {

struct JsonLimits {
    size_t depth = 512;  // arrays and objects inside one another
    bool marks = false;  // keep the line and column of every value (a file's, not a request's)
};

// Why a text is not JSON, and where. Lines and columns count from 1, columns in bytes.
struct JsonFault {
    enum class Why : uint8_t { none, syntax, depth } why = Why::none;
    Mark mark;
    std::string message;
};

// Reads one JSON text: strict RFC 8259, UTF-8 checked, iterative (depth costs no stack). Returns
// null and fills `fault` when the text is not JSON or nests deeper than the limit.
std::shared_ptr<Document> read_json(std::string_view text, JsonFault& fault,
                                    const JsonLimits& limits = {});

// How a contract's server writes JSON: Go's encoder, for one, escapes <, > and & and ends with a
// line feed.
struct JsonStyle {
    bool escape_html = false;
    bool newline = false;

    bool operator==(const JsonStyle&) const = default;
};

// Appends compact JSON: members in their order, numbers as they were written. What is not UTF-8
// becomes U+FFFD, so the text is always JSON.
void write_json(std::string& out, const Value& value, const JsonStyle& style = {});
void write_json_string(std::string& out, std::string_view text, const JsonStyle& style = {});

// The same as a new string.
std::string to_json(const Value& value);

}  // namespace standin
