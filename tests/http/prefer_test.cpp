#include "mock/http/prefer.h"

#include <gtest/gtest.h>

namespace standin::http {
namespace {

struct Row {
    std::string name;
    Headers headers;
    std::string wanted;
    std::string value;  // "(none)" where it is not there
};

class Prefer : public testing::TestWithParam<Row> {};

TEST_P(Prefer, Says) {
    const Preferences preferences(GetParam().headers);
    const std::string* found = preferences.find(GetParam().wanted);
    EXPECT_EQ(found ? *found : "(none)", GetParam().value);
}

const Row rows[] = {
    {"nothing", {}, "code", "(none)"},
    {"a_value", {{"Prefer", "code=503"}}, "code", "503"},
    {"no_value", {{"Prefer", "respond-async"}}, "respond-async", ""},
    {"an_empty_value", {{"Prefer", "code="}}, "code", ""},
    {"another_one", {{"Prefer", "respond-async"}}, "code", "(none)"},
    {"second_of_a_list", {{"Prefer", "respond-async, delay=200ms"}}, "delay", "200ms"},
    {"second_field", {{"Prefer", "a=1"}, {"prefer", "b=2"}}, "b", "2"},
    {"the_first_counts", {{"Prefer", "code=1, code=2"}, {"Prefer", "code=3"}}, "code", "1"},
    {"name_in_any_case", {{"Prefer", "CODE=404"}}, "code", "404"},
    {"quoted", {{"Prefer", "fault=\"a, b; c\", code=1"}}, "fault", "a, b; c"},
    {"behind_a_quoted_one", {{"Prefer", "fault=\"a, b\", code=1"}}, "code", "1"},
    {"escaped_quote", {{"Prefer", "fault=\"a\\\"b\""}}, "fault", "a\"b"},
    {"unfinished_quote", {{"Prefer", "fault=\"a, b"}}, "fault", "\"a, b"},
    {"unfinished_escape", {{"Prefer", "fault=\"a\\"}}, "fault", "\"a\\"},
    {"parameters_are_left_out", {{"Prefer", "code=1; strict, delay=2"}}, "code", "1"},
    {"behind_parameters", {{"Prefer", "code=1; strict=x, delay=2"}}, "delay", "2"},
    {"white_space", {{"Prefer", " \t code = 503 ,"}}, "code", "503"},
    {"only_separators", {{"Prefer", ",;,=,"}}, "", "(none)"},
};

INSTANTIATE_TEST_SUITE_P(Rows, Prefer, testing::ValuesIn(rows),
                         [](const auto& row) { return row.param.name; });

}  // namespace
}  // namespace standin::http
