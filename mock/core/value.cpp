#include "mock/core/value.h"

#include <algorithm>
#include <cassert>
#include <charconv>
#include <cstdlib>
#include <string>

#include "mock/core/decimal.h"

namespace standin {

namespace {

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
