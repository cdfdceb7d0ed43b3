// Targets, percent-encoding and reason phrases.
#include "mock/http/message.h"

#include <gtest/gtest.h>

namespace standin::http {

namespace {

struct TargetRow {
    const char* name;
    const char* target;
    const char* path;
    const char* query;
};

void PrintTo(const TargetRow& row, std::ostream* out) {
    *out << row.name;
}

class Target : public testing::TestWithParam<TargetRow> {};

TEST_P(Target, HasAPathAndAQuery) {
    const Request request{.method = "GET", .target = GetParam().target, .headers = {}, .body = {}};
    EXPECT_EQ(request.path(), GetParam().path);
    EXPECT_EQ(request.query(), GetParam().query);
}

const TargetRow target_rows[] = {
    {"path_alone", "/things", "/things", ""},
    {"query", "/things?limit=3", "/things", "limit=3"},
    {"empty_query", "/things?", "/things", ""},
    {"second_question_mark", "/things?a=?b?", "/things", "a=?b?"},
    {"not_decoded", "/a%3Fb?c=%26", "/a%3Fb", "c=%26"},
    {"root", "/", "/", ""},
    {"query_without_path", "?a", "", "a"},
    {"empty", "", "", ""},
    {"asterisk", "*", "*", ""},
};
INSTANTIATE_TEST_SUITE_P(Request, Target, testing::ValuesIn(target_rows),
                         [](const auto& row) { return row.param.name; });

struct DecodeRow {
    const char* name;
    std::string text;
    std::string segment;
    std::string query;
};

void PrintTo(const DecodeRow& row, std::ostream* out) {
    *out << row.name;
}

class Decode : public testing::TestWithParam<DecodeRow> {};

TEST_P(Decode, AsSegmentAndAsQuery) {
    EXPECT_EQ(decode_segment(GetParam().text), GetParam().segment);
    EXPECT_EQ(decode_query(GetParam().text), GetParam().query);
}

const DecodeRow decode_rows[] = {
    {"empty", "", "", ""},
    {"plain", "a-b", "a-b", "a-b"},
    {"plus", "a+b", "a+b", "a b"},
    {"encoded_plus", "a%2Bb", "a+b", "a+b"},
    {"slash", "a%2Fb", "a/b", "a/b"},
    {"lower_case", "%c3%a9", "\u00e9", "\u00e9"},
    {"at_the_end", "a%20", "a ", "a "},
    {"nul", "a%00b", std::string("a\0b", 3), std::string("a\0b", 3)},
    {"decoded_once", "%252F", "%2F", "%2F"},
    {"percent_alone", "100%", "100%", "100%"},
    {"one_digit", "%4", "%4", "%4"},
    {"no_digits", "%zz", "%zz", "%zz"},
    {"half_a_digit", "%4z", "%4z", "%4z"},
    {"percent_before_percent", "%%41", "%A", "%A"},
    {"sign_is_no_digit", "%+1", "%+1", "% 1"},
    {"bytes_that_are_no_utf8", "%FF", "\xff", "\xff"},
};
INSTANTIATE_TEST_SUITE_P(Percent, Decode, testing::ValuesIn(decode_rows),
                         [](const auto& row) { return row.param.name; });

TEST(Encode, EverythingButUnreservedCharacters) {
    EXPECT_EQ(encode("azAZ09-._~"), "azAZ09-._~");
    EXPECT_EQ(encode("a/b c+d%e?f"), "a%2Fb%20c%2Bd%25e%3Ff");
    EXPECT_EQ(encode("\u00e9\xff"), "%C3%A9%FF");
    EXPECT_EQ(encode(std::string_view("\0", 1)), "%00");
    EXPECT_EQ(encode(""), "");
}

TEST(Encode, IsUndoneByBothDecoders) {
    std::string every_byte;
    for (int byte = 0; byte < 256; ++byte) every_byte += static_cast<char>(byte);
    EXPECT_EQ(decode_segment(encode(every_byte)), every_byte);
    EXPECT_EQ(decode_query(encode(every_byte)), every_byte);
}

struct ReasonRow {
    int status;
    const char* reason;
};

void PrintTo(const ReasonRow& row, std::ostream* out) {
    *out << row.status;
}

class Reason : public testing::TestWithParam<ReasonRow> {};

TEST_P(Reason, OfTheStatus) {
    EXPECT_EQ(reason_of(GetParam().status), GetParam().reason);
}

const ReasonRow reason_rows[] = {
    {100, "Continue"},
    {103, "Early Hints"},
    {200, "OK"},
    {201, "Created"},
    {204, "No Content"},
    {207, "Multi-Status"},
    {226, "IM Used"},
    {301, "Moved Permanently"},
    {304, "Not Modified"},
    {305, "Use Proxy"},
    {308, "Permanent Redirect"},
    {400, "Bad Request"},
    {404, "Not Found"},
    {409, "Conflict"},
    {413, "Content Too Large"},
    {422, "Unprocessable Content"},
    {429, "Too Many Requests"},
    {451, "Unavailable For Legal Reasons"},
    {500, "Internal Server Error"},
    {506, "Variant Also Negotiates"},
    {507, "Insufficient Storage"},
    {508, "Loop Detected"},
    {510, "Not Extended"},
    {511, "Network Authentication Required"},
    {0, "Unknown"},
    {99, "Unknown"},
    {306, "Unknown"},
    {418, "Unknown"},
    {499, "Unknown"},
    {512, "Unknown"},
    {999, "Unknown"},
};
INSTANTIATE_TEST_SUITE_P(Status, Reason, testing::ValuesIn(reason_rows), [](const auto& row) {
    return "status_" + std::to_string(row.param.status);
});

}  // namespace

}  // namespace standin::http
