// Mistakes as sentences.
#include "mock/core/contract_error.h"

#include <gtest/gtest.h>

namespace standin {

namespace {

struct Row {
    const char* name;
    Mistake mistake;
    const char* text;
};

void PrintTo(const Row& row, std::ostream* out) {
    *out << row.name;
}

class Text : public testing::TestWithParam<Row> {};

TEST_P(Text, LeavesOutWhatIsEmpty) {
    EXPECT_EQ(GetParam().mistake.text(), GetParam().text);
}

const Row rows[] = {
    {"everything", {"a.yaml", {3, 7}, "/paths", "is wrong"}, "a.yaml:3:7: is wrong (/paths)"},
    {"no_pointer", {"a.yaml", {3, 7}, "", "is wrong"}, "a.yaml:3:7: is wrong"},
    {"no_place", {"a.yaml", {}, "/paths", "is wrong"}, "a.yaml: is wrong (/paths)"},
    {"file_alone", {"a.yaml", {}, "", "is empty"}, "a.yaml: is empty"},
    {"flag", {"", {}, "", "--port wants a number"}, "--port wants a number"},
};
INSTANTIATE_TEST_SUITE_P(Mistake, Text, testing::ValuesIn(rows),
                         [](const auto& row) { return row.param.name; });

TEST(ContractError, TellsEveryMistakeOnALineOfItsOwn) {
    const ContractError error({{"a", {1, 2}, "", "first"}, {"b", {}, "/x", "second"}});
    EXPECT_STREQ(error.what(), "a:1:2: first\nb: second (/x)");
    EXPECT_EQ(error.mistakes().size(), 2U);
}

}  // namespace

}  // namespace standin
