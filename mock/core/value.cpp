#include "mock/core/value.h"

#include <algorithm>
#include <cassert>
#include <charconv>
#include <cstdlib>
#include <string>

#include "mock/core/decimal.h"

namespace standin {

namespace {

uint32_t narrow(size_t size) {
    assert(size <= UINT32_MAX);
    return static_cast<uint32_t>(size);
}

// Where a name stands twice, the last one counts, as in find.
bool equal_objects(const Value& left, const Value& right) {
    const auto all = [](const Value& object, const auto& holds) {
        return std::all_of(object.members().begin(), object.members().end(), holds);
    };
    return all(left,
               [&](const Member& member) {
                   if (left.find(member.name) != &member.value) return true;
                   const Value* other = right.find(member.name);
                   return other && equal(member.value, *other);
               }) &&
           all(right, [&](const Member& member) { return left.find(member.name) != nullptr; });
}

}  // namespace

Value Value::null(Mark mark) {
    Value value;
    value.line_ = mark.line;
    value.column_ = mark.column;
    return value;
}

Value Value::of(bool flag, Mark mark) {
    Value value = null(mark);
    value.kind_ = Kind::boolean;
    value.payload_.flag = flag;
    return value;
}

Value Value::of(int64_t integer, std::string_view written, Mark mark) {
    Value value = of(written, mark);
    value.kind_ = Kind::integer;
    value.payload_.integer = integer;
    return value;
}

Value Value::of(double number, std::string_view written, Mark mark) {
    Value value = of(written, mark);
    value.kind_ = Kind::number;
    value.payload_.number = number;
    return value;
}

Value Value::number_of(std::string_view written, Mark mark) {
    const char* end = written.data() + written.size();
    int64_t integer = 0;
    if (auto [rest, error] = std::from_chars(written.data(), end, integer);
        error == std::errc{} && rest == end) {
        return of(integer, written, mark);
    }
    double number = 0;
    if (std::from_chars(written.data(), end, number).ec == std::errc::result_out_of_range) {
        // from_chars leaves the value alone; strtod gives 0 for what is too small, ∞ for too big.
        number = std::strtod(std::string(written).c_str(), nullptr);
    }
    return of(number, written, mark);
}

Value Value::of(std::string_view text, Mark mark) {
    Value value = null(mark);
    value.kind_ = Kind::string;
    value.text_ = text.data();
    value.size_ = narrow(text.size());
    return value;
}

Value Value::of(std::span<const Value> items, Mark mark) {
    Value value = null(mark);
    value.kind_ = Kind::array;
    value.payload_.items = items.data();
    value.size_ = narrow(items.size());
    return value;
}

Value Value::of(std::span<const Member> members, Mark mark) {
    Value value = null(mark);
    value.kind_ = Kind::object;
    value.payload_.members = members.data();
    value.size_ = narrow(members.size());
    return value;
}

bool Value::boolean() const {
    assert(is(Kind::boolean));
    return payload_.flag;
}

int64_t Value::integer() const {
    assert(is(Kind::integer));
    return payload_.integer;
}

double Value::number() const {
    assert(is_number());
    return is(Kind::integer) ? static_cast<double>(payload_.integer) : payload_.number;
}

std::string_view Value::text() const {
    assert(is(Kind::string) || is_number());
    return {text_, size_};
}

std::span<const Value> Value::items() const {
    assert(is(Kind::array));
    return {payload_.items, size_};
}

std::span<const Member> Value::members() const {
    assert(is(Kind::object));
    return {payload_.members, size_};
}

const Value* Value::find(std::string_view name) const {
    if (!is(Kind::object)) return nullptr;
    for (size_t i = size_; i-- > 0;) {
        if (payload_.members[i].name == name) return &payload_.members[i].value;
    }
    return nullptr;
}

std::string_view Value::text_or(std::string_view fallback) const {
    return is(Kind::string) ? text() : fallback;
}

bool equal(const Value& left, const Value& right) {
    if (left.is_number() && right.is_number()) {
        return compare(left, right) == 0;
    }
    if (left.kind() != right.kind()) return false;
    switch (left.kind()) {
        case Kind::boolean:
            return left.boolean() == right.boolean();
        case Kind::string:
            return left.text() == right.text();
        case Kind::array:
            return std::equal(left.items().begin(), left.items().end(), right.items().begin(),
                              right.items().end(), equal);
        case Kind::object:
            return equal_objects(left, right);
        default:
            return true;
    }
}

std::string_view name_of(Kind kind) {
    static constexpr std::string_view names[] = {"null",   "boolean", "integer", "number",
                                                 "string", "array",   "object"};
    return names[static_cast<size_t>(kind)];
}

}  // namespace standin
