// The other formats of strings, those of numbers, and what is true of all of them.
#include <limits>

#include "tests/schema/format_row.h"

namespace standin::schema {

namespace {

class PlainFormat : public testing::TestWithParam<FormatRow> {};

TEST_P(PlainFormat, GivesTheVerdict) {
    expect_verdict(GetParam());
}

const FormatRow rows[] = {
    {"uuid", "both_cases", R"("2EB8AA08-aa98-11ea-b4aa-73b441d16380")", true},
    {"uuid", "no_hyphens", R"("2eb8aa08aa9811eab4aa73b441d16380")", false},
    {"uuid", "braces", R"("{2eb8aa08-aa98-11ea-b4aa-73b441d16380}")", false},
    {"uuid", "letter_beyond_f", R"("2eb8aa08-aa98-11ea-b4aa-73b441d1638g")", false},
    {"json-pointer", "nothing", R"("")", true},
    {"json-pointer", "escapes", R"("/a~1b/~0")", true},
    {"json-pointer", "empty_tokens", R"("//")", true},
    {"json-pointer", "unknown_escape", R"("/a~2")", false},
    {"json-pointer", "escape_cut_off", R"("/a~")", false},
    {"json-pointer", "no_slash", R"("a")", false},
    {"json-pointer", "fragment", R"("#/a")", false},
    {"relative-json-pointer", "number_alone", R"("0")", true},
    {"relative-json-pointer", "number_beyond_64_bits", R"("99999999999999999999/a")", true},
    {"relative-json-pointer", "name", R"("12#")", true},
    {"relative-json-pointer", "name_and_pointer", R"("1#/a")", false},
    {"relative-json-pointer", "two_zeros", R"("00")", false},
    {"relative-json-pointer", "no_slash", R"("1a")", false},
    {"relative-json-pointer", "shift_of_index", R"("0+1")", false},
    {"byte", "nothing", R"("")", true},
    {"byte", "no_padding_needed", R"("YWJj")", true},
    {"byte", "padding", R"("YQ==")", true},
    {"byte", "too_little_padding", R"("YQ=")", false},
    {"byte", "too_much_padding", R"("Y===")", false},
    {"byte", "padding_alone", R"("====")", false},
    {"byte", "padding_within", R"("YQ==YQ==")", false},
    {"byte", "url_safe_digits", R"("Y-_j")", false},
    {"byte", "line_break", R"("YWJj\nYWJ")", false},
    {"base64url", "url_safe_digits", R"("Y-_j")", true},
    {"base64url", "no_padding", R"("YQ")", true},
    {"base64url", "padding", R"("YQ==")", true},
    {"base64url", "too_little_padding", R"("YQ=")", false},
    {"base64url", "lone_digit", R"("YWJjY")", false},
    {"base64url", "other_digits", R"("Y+/j")", false},
    {"char", "letter", R"("a")", true},
    {"char", "letter_beyond_ascii", R"("\u00FC")", true},
    {"char", "pair_of_surrogates", R"("\ud83d\ude00")", true},
    {"char", "nothing", R"("")", false},
    {"char", "two_letters", R"("ab")", false},
    {"char", "letter_and_mark", R"("e\u0301")", false},
    {"decimal", "whole", R"("-12")", true},
    {"decimal", "fraction", R"("0012.50")", true},
    {"decimal", "no_digits_before_point", R"(".5")", false},
    {"decimal", "no_digits_behind_point", R"("5.")", false},
    {"decimal", "exponent", R"("1e3")", false},
    {"decimal", "two_points", R"("1.2.3")", false},
    {"decimal", "sign_alone", R"("-")", false},
    {"decimal", "plus", R"("+1")", false},
    {"int8", "lowest", "-128", true},
    {"int8", "below", "-129", false},
    {"int8", "highest", "127", true},
    {"int8", "above", "128", false},
    {"int16", "lowest", "-32768", true},
    {"int16", "above", "32768", false},
    {"int32", "lowest", "-2147483648", true},
    {"int32", "below", "-2147483649", false},
    {"int32", "highest", "2147483647", true},
    {"int32", "above", "2147483648", false},
    {"int32", "fraction", "1.5", false},
    {"int32", "zero_as_fraction", "15.00", true},
    {"int32", "exponent_that_takes_the_fraction", "1.5e1", true},
    {"int32", "exponent_that_makes_a_fraction", "15e-1", false},
    {"int32", "exponent_that_takes_zeros", "1500E-2", true},
    {"int32", "exponent_with_plus", "2e+9", true},
    {"int32", "exponent_beyond", "3e9", false},
    {"int32", "fraction_beyond_64_bits", "1e-99999999999999999999", false},
    {"int32", "zero_with_any_exponent", "0e99999999999999999999", true},
    {"int32", "minus_zero", "-0.0", true},
    {"int64", "highest", "9223372036854775807", true},
    {"int64", "highest_with_fraction", "9223372036854775807.0", true},
    {"int64", "highest_with_exponent", "922337203685477580.7e1", true},
    {"int64", "above", "9223372036854775808", false},
    {"int64", "above_with_exponent", "9.223372036854775808e18", false},
    {"int64", "lowest", "-9223372036854775808", true},
    {"int64", "lowest_with_fraction", "-9223372036854775808.0", true},
    {"int64", "below", "-9223372036854775809", false},
    {"int64", "far_above", "1e30", false},
    {"int64", "fraction_too_small_for_a_double", "1.00000000000000000000000001", false},
    {"uint8", "highest", "255", true},
    {"uint8", "above", "256", false},
    {"uint8", "minus_zero", "-0", true},
    {"uint8", "below", "-1", false},
    {"uint16", "highest", "65535", true},
    {"uint16", "above", "65536", false},
    {"uint32", "highest", "4294967295", true},
    {"uint32", "above", "4294967296", false},
    {"uint64", "highest", "18446744073709551615", true},
    {"uint64", "above", "18446744073709551616", false},
    {"uint64", "ten_times_too_high", "18446744073709551615e1", false},
    {"double-int", "highest", "9007199254740991", true},
    {"double-int", "above", "9007199254740992", false},
    {"double-int", "lowest", "-9007199254740991", true},
    {"float", "within", "3e38", true},
    {"float", "beyond", "1e39", false},
    {"double", "within", "1e308", true},
};

INSTANTIATE_TEST_SUITE_P(Rows, PlainFormat, testing::ValuesIn(rows), name_of_format_row);

// A JSON text cannot hold one, its reader refuses it.
TEST(Format, RefusesNumbersBeyondDouble) {
    const Value number =
        Value::of(std::numeric_limits<double>::infinity(), "1e99999999999999999999");
    for (const char* name : {"int32", "uint64", "double-int", "float", "double"}) {
        EXPECT_FALSE(find_format(name)->number(number)) << name;
    }
}

// Of bytes that are not UTF-8: a JSON text cannot hold them, a decoded path can.
TEST(Format, RefusesWhatIsNotUtf8) {
    for (const char* text :
         {"\xC0\xAF", "\xED\xA0\x80", "\xED\xBF\xBF", "\xF4\x90\x80\x80", "\xE2\x82", "\xFF"}) {
        for (const char* name :
             {"iri-reference", "uri-template", "idn-hostname", "char", "regex"}) {
            EXPECT_FALSE(find_format(name)->text(text)) << name << " " << text;
        }
    }
}

TEST(Format, NamesThatAssertNothing) {
    for (const char* name : {"binary", "password", "colour", ""}) {
        EXPECT_EQ(find_format(name), nullptr) << name;
    }
}

}  // namespace

}  // namespace standin::schema
