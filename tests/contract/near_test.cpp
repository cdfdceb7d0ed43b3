// Which word was probably meant.
#include "mock/contract/near.h"

#include <array>

#include <gtest/gtest.h>

namespace standin::contract {

namespace {

struct Row {
    const char* name;
    const char* word;
    const char* expected;
};

void PrintTo(const Row& row, std::ostream* out) {
    *out << row.name;
}

class Near : public testing::TestWithParam<Row> {};

TEST_P(Near, IsTheNearestWord) {
    static constexpr std::array<std::string_view, 5> known = {"properties", "property", "get",
                                                              "minLength", "maxLength"};
    EXPECT_EQ(nearest_word(GetParam().word, known), GetParam().expected);
}

const Row rows[] = {
    {"missing", "propertes", "properties"},
    {"superfluous", "gett", "get"},
    {"swapped", "gte", "get"},
    {"case", "minlength", "minLength"},
    {"two", "mniLenght", "minLength"},
    {"three", "mniLeghnt", ""},
    {"other", "summary", ""},
    {"short", "xe", ""},
    {"empty", "", ""},
    {"changed", "maxLangth", "maxLength"},
};
INSTANTIATE_TEST_SUITE_P(Words, Near, testing::ValuesIn(rows),
                         [](const auto& row) { return std::string(row.param.name); });

}  // namespace

}  // namespace standin::contract
