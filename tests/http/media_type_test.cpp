// Media types and ranges.
#include "mock/http/media_type.h"

#include <gtest/gtest.h>

namespace standin::http {

namespace {

struct Row {
    const char* name;
    const char* content_type;
    const char* essence;
    bool json;
};

void PrintTo(const Row& row, std::ostream* out) {
    *out << row.name;
}

class Essence : public testing::TestWithParam<Row> {};

TEST_P(Essence, OfAContentType) {
    const std::string essence = essence_of(GetParam().content_type);
    EXPECT_EQ(essence, GetParam().essence);
    EXPECT_EQ(is_json(essence), GetParam().json);
}

const Row rows[] = {
    {"json", "application/json", "application/json", true},
    {"parameters", "Application/JSON; charset=utf-8", "application/json", true},
    {"space_around", " \tapplication/json ;charset=utf-8", "application/json", true},
    {"space_inside", "application /json", "", false},
    {"two_words", "application/json utf-8", "", false},
    {"problem", "application/problem+json", "application/problem+json", true},
    {"vendor", "application/vnd.api+JSON", "application/vnd.api+json", true},
    {"form", "application/x-www-form-urlencoded", "application/x-www-form-urlencoded", false},
    {"json_lines", "application/jsonl", "application/jsonl", false},
    {"json_sequence", "application/json-seq", "application/json-seq", false},
    {"text_json", "text/json", "text/json", false},
    {"range", "*/*", "*/*", false},
    {"no_slash", "json", "", false},
    {"no_type", "/json", "", false},
    {"no_subtype", "application/", "", false},
    {"parameters_alone", ";charset=utf-8", "", false},
    {"spaces_alone", "  ", "", false},
    {"empty", "", "", false},
};
INSTANTIATE_TEST_SUITE_P(MediaType, Essence, testing::ValuesIn(rows),
                         [](const auto& row) { return row.param.name; });

struct RangeRow {
    const char* name;
    const char* essence;
    const char* range;
    bool within;
};

void PrintTo(const RangeRow& row, std::ostream* out) {
    *out << row.name;
}

class Range : public testing::TestWithParam<RangeRow> {};

TEST_P(Range, HoldsOrNot) {
    EXPECT_EQ(in_range(GetParam().essence, GetParam().range), GetParam().within);
}

const RangeRow range_rows[] = {
    {"same", "application/json", "application/json", true},
    {"other", "application/json", "application/xml", false},
    {"everything", "application/json", "*/*", true},
    {"type", "application/json", "application/*", true},
    {"other_type", "text/plain", "application/*", false},
    {"type_that_begins_alike", "applications/json", "application/*", false},
    {"longer_subtype", "application/json-seq", "application/json", false},
    {"nothing_in_everything", "", "*/*", true},
    {"nothing_in_a_type", "", "application/*", false},
};
INSTANTIATE_TEST_SUITE_P(MediaType, Range, testing::ValuesIn(range_rows),
                         [](const auto& row) { return row.param.name; });

}  // namespace

}  // namespace standin::http
