// Which problems a row of wording fits.
#include "mock/contract/answer.h"
#include "tests/contract/told.h"

namespace standin::contract {

namespace {

struct Row {
    const char* name;
    const char* row;
    bool fits;
};

void PrintTo(const Row& row, std::ostream* out) {
    *out << row.name;
}

class Fits : public testing::TestWithParam<Row> {};

// Each row is asked about a type mistake at /rules/0/name of the body.
TEST_P(Fits, TheProblemOrNot) {
    const Source source = read_source_text("a.yaml", std::string("- ") + GetParam().row);
    const Catalogue catalogue = read_catalogue(source, source.root(), "");
    ASSERT_EQ(catalogue.size(), 1U);
    Problem problem;
    problem.part = Part::body;
    problem.pointer = "/rules/0/name";
    problem.keyword = "type";
    problem.expected = "string";
    problem.received = "null";
    EXPECT_EQ(catalogue[0].fits(problem), GetParam().fits);
}

const Row rows[] = {
    {"anything", "{message: a}", true},
    {"keyword", "{keyword: type}", true},
    {"other_keyword", "{keyword: enum}", false},
    {"part", "{part: body}", true},
    {"other_part", "{part: query}", false},
    {"place", "{at: /rules/0/name}", true},
    {"place_with_one_token_open", "{at: /rules/*/name}", true},
    {"place_with_the_rest_open", "{at: /rules/**}", true},
    {"place_with_all_open", "{at: /**}", true},
    {"place_with_nothing_left_to_be_open", "{at: /rules/0/name/**}", true},
    {"place_above", "{at: /rules/0}", false},
    {"place_below", "{at: /rules/0/name/first}", false},
    {"place_beside", "{at: /rules/1/name}", false},
    {"place_with_too_many_open", "{at: /*/*/*/*}", false},
    {"place_that_begins_alike", "{at: /rules/0/na}", false},
    {"expected", "{expected: string}", true},
    {"other_expected", "{expected: integer}", false},
    {"received", "{received: 'null'}", true},
    {"other_received", "{received: ''}", false},
    {"all_of_them", "{keyword: type, part: body, at: /rules/*/name, received: 'null'}", true},
    {"all_but_one", "{keyword: type, part: body, at: /rules/*/name, received: undefined}", false},
};
INSTANTIATE_TEST_SUITE_P(Wording, Fits, testing::ValuesIn(rows),
                         [](const auto& row) { return row.param.name; });

TEST(Wording, OfTheWholePartFitsNoOther) {
    Wording wording;
    wording.at = "/a";
    Problem problem;
    EXPECT_FALSE(wording.fits(problem));
    wording.at = "";
    EXPECT_TRUE(wording.fits(problem));
}

TEST(PartNamed, IsTheInverseOfItsName) {
    EXPECT_EQ(part_named("credentials"), Part::credentials);
    EXPECT_EQ(part_named("path"), Part::path);
    EXPECT_EQ(part_named("Path"), std::nullopt);
    EXPECT_EQ(part_named(""), std::nullopt);
}

}  // namespace

}  // namespace standin::contract
