// What the tests of formats share: a row says whether a value has a format.
#pragma once

#include <ostream>
#include <string>

#include <gtest/gtest.h>

#include "mock/core/json.h"
#include "mock/schema/format.h"

namespace standin::schema {

struct FormatRow {
    const char* format;
    const char* name;      // what is special about the instance, in words joined by _
    const char* instance;  // JSON
    bool right;
};

inline void PrintTo(const FormatRow& row, std::ostream* out) {
    *out << row.format << " " << row.instance;
}

inline std::string name_of_format_row(const testing::TestParamInfo<FormatRow>& row) {
    std::string name;
    for (char c : std::string(row.param.format)) name += c == '-' ? '_' : c;
    return name + (row.param.right ? "_takes_" : "_refuses_") + row.param.name;
}

inline void expect_verdict(const FormatRow& row) {
    const Format* format = find_format(row.format);
    ASSERT_NE(format, nullptr);
    JsonFault fault;
    const auto document = read_json(row.instance, fault);
    ASSERT_TRUE(document) << fault.message;
    const Value& value = document->root();
    EXPECT_EQ(format->text ? format->text(value.text()) : format->number(value), row.right);
}

}  // namespace standin::schema
