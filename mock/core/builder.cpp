#include "mock/core/builder.h"

#include <charconv>

namespace standin {

void Builder::integer(int64_t integer, Mark mark) {
    char digits[24];
    auto end = std::to_chars(digits, digits + sizeof digits, integer).ptr;
    value(Value::of(integer, document_.keep({digits, end}), mark));
}

void Builder::number(std::string_view written, Mark mark) {
    value(Value::number_of(document_.keep(written), mark));
}

}  // namespace standin
