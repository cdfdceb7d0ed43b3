// Server-Sent Events of values.
#include "mock/sample/event.h"

#include <gtest/gtest.h>

#include "mock/core/json.h"

namespace standin::sample {

namespace {

struct Row {
    const char* name;
    const char* json;
    const char* event;
};

void PrintTo(const Row& row, std::ostream* out) {
    *out << row.name;
}

class Events : public testing::TestWithParam<Row> {};

TEST_P(Events, OfOneValue) {
    JsonFault fault;
    const auto document = read_json(GetParam().json, fault);
    ASSERT_TRUE(document) << fault.message;
    EXPECT_EQ(event_of(document->root()), GetParam().event);
}

const Row rows[] = {
    {"fields", R"({"event":"added","data":"a","id":7,"retry":10})",
     "event: added\ndata: a\nid: 7\nretry: 10\n\n"},
    {"data_that_is_an_object", R"({"data":{"a":1}})", "data: {\"a\":1}\n\n"},
    {"lines", R"({"data":"a\nb\r\nc\rd\n"})", "data: a\ndata: b\ndata: c\ndata: d\ndata: \n\n"},
    {"no_text", R"({"data":""})", "data: \n\n"},
    {"members_of_its_own", R"({"data":"a","more":1})", "data: {\"data\":\"a\",\"more\":1}\n\n"},
    {"no_members", "{}", "data: {}\n\n"},
    {"a_text", R"("a\nb")", "data: \"a\\nb\"\n\n"},
    {"an_array", "[1,2]", "data: [1,2]\n\n"},
};
INSTANTIATE_TEST_SUITE_P(Event, Events, testing::ValuesIn(rows),
                         [](const auto& row) { return row.param.name; });

}  // namespace

}  // namespace standin::sample
