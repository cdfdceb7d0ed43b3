#include "mock/http/accept.h"

#include <vector>

#include <gtest/gtest.h>

#include "mock/http/field_value.h"

namespace standin::http {
namespace {

struct Row {
    const char* name;
    const char* accept;
    std::vector<std::string> offered;
    std::string taken;  // "(none)" where none is acceptable
};

void PrintTo(const Row& row, std::ostream* out) {
    *out << row.name;
}

class Preferred : public testing::TestWithParam<Row> {};

TEST_P(Preferred, IsTaken) {
    const auto& offered = GetParam().offered;
    const auto index = preferred(GetParam().accept, offered);
    EXPECT_EQ(index ? offered.at(*index) : "(none)", GetParam().taken);
}

const std::vector<std::string> both = {"application/json", "text/plain"};
const char* const rfc =
    "text/*;q=0.3, text/plain;q=0.7, text/plain;format=flowed, "
    "text/plain;format=fixed;q=0.4, */*;q=0.5";

const Row rows[] = {
    {"nothing_asked", "", both, "application/json"},
    {"nothing_offered", "*/*", {}, "(none)"},
    {"nothing_that_can_be_read", "json, , ;q=1", both, "application/json"},
    {"everything", "*/*", both, "application/json"},
    {"named", "text/plain", both, "text/plain"},
    {"in_any_case", "Text/PLAIN", both, "text/plain"},
    {"of_a_type", "text/*", both, "text/plain"},
    {"not_there", "text/html", both, "(none)"},
    {"first_offered_of_equals", "text/plain, application/json", both, "application/json"},
    {"the_heavier", "application/json;q=0.8, text/plain;q=0.9", both, "text/plain"},
    {"a_thousandth_heavier", "application/json;q=0.998, text/plain;q=0.999", both, "text/plain"},
    {"one_is_the_default", "application/json;q=0.9, text/plain", both, "text/plain"},
    {"narrow_before_wide", "application/json;q=0.1, */*;q=0.5", both, "text/plain"},
    {"refused", "application/json;q=0, */*", both, "text/plain"},
    {"all_refused", "*/*;q=0", both, "(none)"},
    {"all_but_refused", "text/plain;q=0.000", {"text/plain"}, "(none)"},
    {"white_space", " text/plain ; q=0.9 ,application/json ;q=0.1", both, "text/plain"},
    {"weight_in_capitals", "application/json;Q=0.1, text/plain;Q=0.2", both, "text/plain"},
    {"weight_of_no_form_is_left_out", "application/json;q=x, text/plain;q=0.2", both, "text/plain"},
    {"weight_above_one_is_left_out", "application/json;q=1.5, text/plain;q=0.2", both,
     "text/plain"},
    {"weight_with_many_digits", "application/json;q=0.33333, text/plain;q=0.5", both, "text/plain"},
    {"behind_the_weight", "application/json;q=0.1;ext=1, text/plain;q=0.2;ext=\"a,b\"", both,
     "text/plain"},
    {"parameters_of_the_offer",
     "application/json",
     {"application/json; charset=utf-8"},
     "application/json; charset=utf-8"},
    {"parameters_of_the_range",
     "application/json; version=2",
     {"application/json"},
     "application/json"},
    {"the_range_without_them_first", "application/json;v=2;q=0.1, application/json;q=0.9", both,
     "application/json"},
    {"parameters_that_fit",
     "text/html;level=1;q=0.4, text/html;level=2",
     {"text/html;level=1", "text/html;level=2"},
     "text/html;level=2"},
    {"parameters_that_do_not", "text/html;level=3", {"text/html;level=1"}, "(none)"},
    {"quoted_parameter", "text/html;level=\"1\"", {"text/html; Level=1"}, "text/html; Level=1"},
    {"standard_flowed",
     rfc,
     {"text/plain;format=fixed", "text/plain;format=flowed"},
     "text/plain;format=flowed"},
    {"standard_plain_before_jpeg", rfc, {"image/jpeg", "text/plain"}, "text/plain"},
    {"standard_jpeg_before_html", rfc, {"text/html", "image/jpeg"}, "image/jpeg"},
    {"suffix_is_no_range", "application/json", {"application/problem+json"}, "(none)"},
};
INSTANTIATE_TEST_SUITE_P(Accept, Preferred, testing::ValuesIn(rows),
                         [](const auto& row) { return row.param.name; });

struct CodingRow {
    const char* name;
    const char* field;
    bool gzip;
};

void PrintTo(const CodingRow& row, std::ostream* out) {
    *out << row.name;
}

class Coding : public testing::TestWithParam<CodingRow> {};

TEST_P(Coding, IsAccepted) {
    EXPECT_EQ(accepts_coding(GetParam().field, "gzip"), GetParam().gzip);
}

const CodingRow coding_rows[] = {
    {"nothing", "", false},
    {"named", "gzip", true},
    {"in_capitals", "GZIP", true},
    {"among_others", "deflate, gzip;q=0.5, br", true},
    {"others", "deflate, br", false},
    {"refused", "gzip;q=0, *", false},
    {"any", "*", true},
    {"any_but_behind", "*;q=0, gzip", true},
    {"none", "*;q=0", false},
    {"plain", "identity", false},
    {"alias", "x-gzip", false},
};
INSTANTIATE_TEST_SUITE_P(Accept, Coding, testing::ValuesIn(coding_rows),
                         [](const auto& row) { return row.param.name; });

TEST(FieldValue, ParameterIsFoundByItsName) {
    EXPECT_EQ(parameter_of("text/plain; Charset=\"UTF-8\"; a=b", "charset"), "UTF-8");
    EXPECT_EQ(parameter_of("text/plain;a=\";charset=x\";charset=y", "charset"), "y");
    EXPECT_EQ(parameter_of("text/plain", "charset"), std::nullopt);
    EXPECT_EQ(parameter_of("charset=x", "charset"), std::nullopt);
    EXPECT_EQ(parameter_of("a/b; charset", "charset"), "");
}

}  // namespace
}  // namespace standin::http
