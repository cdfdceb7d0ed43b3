// The formats: what each takes and refuses.
#include "mock/schema/format.h"

#include <gtest/gtest.h>

#include "mock/core/json.h"

namespace standin::schema {

namespace {

struct Row {
    const char* format;
    const char* instance;  // JSON
    bool right;
};

void PrintTo(const Row& row, std::ostream* out) {
    *out << row.format << " " << row.instance;
}

class FormatOf : public testing::TestWithParam<Row> {};

TEST_P(FormatOf, IsAsserted) {
    const Row& row = GetParam();
    const Format* format = find_format(row.format);
    ASSERT_NE(format, nullptr);
    JsonFault fault;
    const auto document = read_json(row.instance, fault);
    ASSERT_TRUE(document) << fault.message;
    const Value& value = document->root();
    EXPECT_EQ(format->text ? format->text(value.text()) : format->number(value), row.right);
}

const Row rows[] = {
    {"date-time", R"("2024-02-29T23:59:60Z")", true},
    {"date-time", R"("2024-02-29T08:59:60.5+08:00")", false},
    {"date-time", R"("2024-02-29t00:59:60.5+01:00")", true},
    {"date-time", R"("2023-02-29T00:00:00Z")", false},
    {"date-time", R"("2024-01-01 00:00:00Z")", false},
    {"date-time", R"("2024-01-01T00:00:00")", false},
    {"date", R"("1900-02-29")", false},
    {"date", R"("2000-02-29")", true},
    {"date", R"("2000-13-01")", false},
    {"time", R"("24:00:00Z")", false},
    {"time", R"("12:00:00.Z")", false},
    {"time", R"("12:00:00-00:00")", true},
    {"duration", R"("P1Y2M3DT4H5M6S")", true},
    {"duration", R"("P4W")", true},
    {"duration", R"("P")", false},
    {"duration", R"("PT")", false},
    {"duration", R"("P1DT")", false},
    {"duration", R"("P1Y1D")", false},
    {"duration", R"("P1S")", false},
    {"duration", R"("P1W1D")", false},
    {"email", R"("a.b+c@example.org")", true},
    {"email", R"("\"a b\"@[127.0.0.1]")", true},
    {"email", R"("a..b@example.org")", false},
    {"email", R"("example.org")", false},
    {"hostname", R"("a-b.example")", true},
    {"hostname", R"("-a.example")", false},
    {"hostname", R"("a..example")", false},
    {"hostname", R"("a_b")", false},
    {"ipv4", R"("255.255.255.255")", true},
    {"ipv4", R"("256.0.0.1")", false},
    {"ipv4", R"("01.0.0.1")", false},
    {"ipv4", R"("1.2.3")", false},
    {"ipv6", R"("::")", true},
    {"ipv6", R"("2001:db8::ffff:1.2.3.4")", true},
    {"ipv6", R"("1:2:3:4:5:6:7:8")", true},
    {"ipv6", R"("1:2:3:4:5:6:7::8")", false},
    {"ipv6", R"("1:2:3:4:5:6:7:8:9")", false},
    {"ipv6", R"("1::2::3")", false},
    {"ipv6", R"("fe80::1%eth0")", false},
    {"uri", R"("https://u:p@[::1]:80/a%20b?c#d")", true},
    {"uri", R"("urn:isbn:1")", true},
    {"uri", R"("/relative")", false},
    {"uri", R"("https://a b")", false},
    {"uri", R"("https://a/%zz")", false},
    {"uri-reference", R"("../a?b")", true},
    {"uri-reference", R"("a\\b")", false},
    {"uuid", R"("2EB8AA08-aa98-11ea-b4aa-73b441d16380")", true},
    {"uuid", R"("2eb8aa08aa9811eab4aa73b441d16380")", false},
    {"regex", R"("^[a-z]+$")", true},
    {"regex", R"("[a")", false},
    {"json-pointer", R"("/a~1b/~0")", true},
    {"json-pointer", R"("/a~2")", false},
    {"json-pointer", R"("a")", false},
    {"byte", R"("YWJj")", true},
    {"byte", R"("YQ==")", true},
    {"byte", R"("YQ=")", false},
    {"byte", R"("Y===")", false},
    {"byte", R"("Y-_j")", false},
    {"int32", "-2147483648", true},
    {"int32", "2147483648", false},
    {"int32", "1.5", false},
    {"int64", "9223372036854775807", true},
    {"int64", "9223372036854775808", false},
    {"int64", "1e3", true},
    {"int64", "1e30", false},
    {"float", "3e38", true},
    {"float", "1e39", false},
    {"double", "1e308", true},
};

std::string name_of_row(const testing::TestParamInfo<Row>& row) {
    std::string name = row.param.right ? "takes_" : "refuses_";
    for (char c : std::string(row.param.format)) name += c == '-' ? '_' : c;
    return name + "_" + std::to_string(row.index);
}

INSTANTIATE_TEST_SUITE_P(Rows, FormatOf, testing::ValuesIn(rows), name_of_row);

TEST(Format, NamesThatAssertNothing) {
    for (const char* name : {"binary", "password", "colour", ""}) {
        EXPECT_EQ(find_format(name), nullptr) << name;
    }
}

}  // namespace

}  // namespace standin::schema
