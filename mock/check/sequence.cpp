#include "mock/check/sequence.h"

#include <algorithm>

#include "mock/check/pair.h"
#include "mock/core/builder.h"

namespace standin::check {

namespace {

constexpr char record_separator = '\x1e';

bool is_blank(std::string_view text) {
    return text.find_first_not_of(" \t\r\n") == text.npos;
}

}  // namespace

bool read_sequence(std::string_view text, Document& document, JsonFault& fault) {
    const bool records = text.find(record_separator) != text.npos;
    Builder builder(document);
    builder.begin_array();
    uint32_t line = 0;  // before the text that comes next
    while (!text.empty()) {
        const std::string_view each = take(text, records ? record_separator : '\n');
        if (!is_blank(each)) {
            const auto read = read_json(each, fault);
            if (!read) {
                fault.mark = {fault.mark.line + line, fault.mark.column};
                return false;
            }
            builder.copy(read->root());
        }
        line +=
            static_cast<uint32_t>(std::count(each.begin(), each.end(), '\n')) + (records ? 0 : 1);
    }
    builder.end();
    return true;
}

}  // namespace standin::check
