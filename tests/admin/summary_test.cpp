// What a line of the log says of an exchange.
#include <gtest/gtest.h>

#include "mock/admin/entry.h"
#include "tests/engine/mock.h"

namespace standin::admin {

namespace {

struct Row {
    const char* name;
    std::string body;
    std::string summary;
};

void PrintTo(const Row& row, std::ostream* out) {
    *out << row.name;
}

class Summary : public testing::TestWithParam<Row> {};

// The sentences are the contract's own; what they leave out stands in brackets.
TEST_P(Summary, SaysWhatIsWrong) {
    engine::Mock mock(R"(openapi: 3.1.0
paths:
  /pets:
    post:
      requestBody:
        content:
          application/json:
            schema:
              type: object
              properties:
                age: {type: integer, minimum: 3}
                kind: {const: cat}
                note: {type: string, maxLength: 3}
      responses: {"200": {description: ok}}
x-standin:
  name: pets
  wording: zod
  problems: [{keyword: maxLength, message: Too long}]
)");
    EXPECT_EQ(summary_of(*mock.exchange("POST /pets", GetParam().body)), GetParam().summary);
}

const Row rows[] = {
    {"nothing_wrong", "{}", ""},
    {"said_in_the_sentence", R"({"age":2})",
     "invalid: body/age: Too small: expected number to be >=3"},
    {"left_out", R"({"note":"abcd"})", "invalid: body/note: Too long (expected 3)"},
    {"both", R"({"kind":"dog","note":"abcd"})",
     "invalid: body/kind: Invalid input: expected \"cat\"; body/note: Too long (expected 3)"},
    {"unreadable", R"({"age":})",
     "unreadable_body: body: Invalid input: expected object, received undefined (line 1, column 8: "
     "expected a value, found '}')"},
};
INSTANTIATE_TEST_SUITE_P(Exchanges, Summary, testing::ValuesIn(rows),
                         [](const auto& row) { return row.param.name; });

}  // namespace

}  // namespace standin::admin
