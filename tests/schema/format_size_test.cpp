// Texts of millions of bytes: each takes time in proportion to its size, or the run never ends.
#include <ostream>
#include <string>

#include <gtest/gtest.h>

#include "mock/schema/format.h"

namespace standin::schema {

namespace {

struct Row {
    const char* format;
    const char* name;
    const char* front;
    const char* middle;  // over and over again
    const char* back;
    bool right;
};

void PrintTo(const Row& row, std::ostream* out) {
    *out << row.format << " " << row.front << row.middle << "…" << row.back;
}

class LongFormat : public testing::TestWithParam<Row> {};

TEST_P(LongFormat, GivesTheVerdict) {
    constexpr size_t bytes = 4'000'000;
    const Row& row = GetParam();
    std::string text = row.front;
    while (text.size() < bytes) text += row.middle;
    text += row.back;
    EXPECT_EQ(find_format(row.format)->text(text), row.right);
}

const Row rows[] = {
    {"date-time", "fraction", "2024-01-01T00:00:00.", "0", "Z", true},
    {"duration", "days", "P", "1", "D", true},
    {"duration", "units", "P", "1D", "", false},
    {"email", "quotes", "\"", "\\\"", "\"@example.org", false},
    {"email", "ats", "", "@", "a", false},
    {"idn-email", "domain", "a@", "\xC3\xBC", "", false},
    {"hostname", "labels", "", "xn--bcher-kva.", "a", false},
    {"idn-hostname", "labels", "", "\xC3\xBC.", "a", false},
    {"idn-hostname", "one_label", "", "\xC3\xBC", "", false},
    {"ipv4", "dots", "", "1.", "1", false},
    {"ipv6", "colons", "", "1:", ":", false},
    {"uri", "scheme", "", "a", "", false},
    {"uri", "path", "http://a/", "%20/", "?", true},
    {"uri", "ats", "http://", "@", "", false},
    {"uri-reference", "colons", "", "a/:", "", true},
    {"iri", "letters", "http://", "\xC3\xBC", "", true},
    {"uri-template", "expressions", "", "{a.b*,c:3}/", "", true},
    {"uri-template", "open_braces", "", "{", "", false},
    {"uri-template", "name", "{", "a.", "a}", true},
    {"json-pointer", "tokens", "", "/~0", "", true},
    {"relative-json-pointer", "digits", "", "1", "#", true},
    {"byte", "digits", "", "YWJj", "", true},
    {"regex", "open_groups", "", "(", "", false},
    {"regex", "nested_groups_behind_each_other", "", "(?:a*)*", "", true},
    {"regex", "properties", "", "\\p{L}", "", true},
    {"regex", "open_properties", "", "\\p{L", "", false},
    {"regex", "named_groups", "", "\\k<a>", "(?<a>)", true},
    {"regex", "count", "a{", "1", "}", true},
    {"regex", "escape_of_zeros", "\\u{", "0", "}", true},
    {"regex", "class", "[", "a-z", "]", true},
};

std::string name_of_row(const testing::TestParamInfo<Row>& row) {
    std::string name;
    for (char c : std::string(row.param.format)) name += c == '-' ? '_' : c;
    return name + "_" + row.param.name;
}

INSTANTIATE_TEST_SUITE_P(Rows, LongFormat, testing::ValuesIn(rows), name_of_row);

}  // namespace

}  // namespace standin::schema
