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

void Builder::copy(const Value& whole) {
    switch (whole.kind()) {
        case Kind::integer:
            return value(Value::of(whole.integer(), document_.keep(whole.text()), whole.mark()));
        case Kind::number:
            return value(Value::of(whole.number(), document_.keep(whole.text()), whole.mark()));
        case Kind::string:
            return string(whole.text(), whole.mark());
        case Kind::array:
            begin_array(whole.mark());
            for (const Value& item : whole.items()) copy(item);
            return end();
        case Kind::object:
            begin_object(whole.mark());
            for (const Member& member : whole.members()) {
                name(member.name, member.mark);
                copy(member.value);
            }
            return end();
        default:
            return value(whole);
    }
}

}  // namespace standin
