#include "mock/core/json_scalar.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <new>

#include "mock/core/json_scan.h"

namespace standin {

char* JsonScalar::read(char* at, Mark mark, Value& value) {
    switch (*at) {
        case 't':
            return new (&value) Value(Value::of(true, mark)), read_word(at, "\"true\"");
        case 'f':
            return new (&value) Value(Value::of(false, mark)), read_word(at, "\"false\"");
        case 'n':
            return new (&value) Value(Value::null(mark)), read_word(at, "\"null\"");
        default:
            return read_number(at, mark, value);
    }
}

template <size_t size>
char* JsonScalar::read_word(char* at, const char (&quoted)[size]) {
    constexpr size_t letters = size - 3;  // without the quotes and what ends the literal
    if (std::memcmp(at, quoted + 1, letters) == 0) return at + letters;
    return expect(std::mismatch(at, at + letters, quoted + 1).first, quoted);
}

char* JsonScalar::read_number(char* at, Mark mark, Value& value) {
    constexpr ptrdiff_t safe_size = 18;  // of any int64_t, with its sign
    const bool negative = *at == '-';
    char* const digits = at + negative;
    char* end = digits;
    uint64_t integer = 0;
    for (uint64_t digit; (digit = static_cast<uint64_t>(*end) - '0') <= 9; ++end) {
        integer = integer * 10 + digit;
    }
    if (end == digits) return expect(end, negative ? "a digit" : "a value");
    if (*digits == '0' && end - digits > 1) return fail(digits + 1, "leading zero in a number");
    if (*end == '.' || (*end | 0x20) == 'e') return read_fraction(at, end, mark, value);
    if (end - at > safe_size) return take(at, end, mark, value);
    const auto whole = static_cast<int64_t>(negative ? -integer : integer);
    const std::string_view written(at, static_cast<size_t>(end - at));
    new (&value) Value(Value::of(whole, written, mark));
    return end;
}

char* JsonScalar::read_fraction(char* begin, char* at, Mark mark, Value& value) {
    if (*at == '.') {
        if (!is_digit(*++at)) return expect(at, "a digit");
        at = skip_digits(at);
    }
    if ((*at | 0x20) == 'e') {
        ++at;
        if (*at == '+' || *at == '-') ++at;
        if (!is_digit(*at)) return expect(at, "a digit");
        at = skip_digits(at);
    }
    return take(begin, at, mark, value);
}

char* JsonScalar::take(char* begin, char* end, Mark mark, Value& value) {
    new (&value) Value(Value::number_of({begin, static_cast<size_t>(end - begin)}, mark));
    return std::isfinite(value.number()) ? end : fail(begin, "number is too big for a double");
}

char* JsonScalar::expect(const char* at, const char* what) {
    mistaken_ = at;
    expected_ = what;
    return nullptr;
}

char* JsonScalar::fail(const char* at, const char* mistake) {
    mistaken_ = at;
    mistake_ = mistake;
    return nullptr;
}

}  // namespace standin
