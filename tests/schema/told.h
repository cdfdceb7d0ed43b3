// A row of a table: a schema, an instance, and every problem that is told of it.
#pragma once

#include <algorithm>
#include <memory>
#include <ostream>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "mock/core/json.h"
#include "mock/schema/check.h"

namespace standin::schema {

inline constexpr auto v2020 = Dialect::json_schema_2020_12;
inline constexpr auto v2019 = Dialect::json_schema_2019_09;
inline constexpr auto draft7 = Dialect::draft_7;
inline constexpr auto draft4 = Dialect::draft_4;
inline constexpr auto oas30 = Dialect::openapi_3_0;
inline constexpr auto swagger = Dialect::swagger_2_0;

struct ToldRow {
    const char* name;
    const char* schema;
    std::string instance;
    // "pointer keyword expected received schema line:column", "-" for what is empty
    std::vector<std::string> problems;
    Dialect dialect = v2020;
    Direction direction = Direction::request;
    bool closes_objects = false;
};

inline void PrintTo(const ToldRow& row, std::ostream* out) {
    *out << row.name;
}

inline std::string name_of_row(const testing::TestParamInfo<ToldRow>& row) {
    return row.param.name;
}

// A document with marks; a test fails where the text is not JSON.
inline std::shared_ptr<const Document> read_marked(std::string_view text) {
    JsonFault fault;
    std::shared_ptr<const Document> document = read_json(text, fault, {.marks = true});
    EXPECT_TRUE(document) << fault.message << ": " << text;
    return document;
}

// Whether nothing is told but members that a check which closes objects does not know. Such a check
// glances at nothing.
inline bool are_strangers(const Problems& problems) {
    return std::ranges::all_of(problems, [](const Problem& problem) {
        return problem.keyword == "additionalProperties" &&
               !problem.schema.ends_with("/additionalProperties");
    });
}

// The one test of every row; the tables stand in files of their own.
class Told : public testing::TestWithParam<ToldRow> {};

}  // namespace standin::schema
