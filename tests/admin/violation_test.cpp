// What the journal tells of answers that are not what their contract promises.
#include <gtest/gtest.h>

#include "mock/admin/entry.h"
#include "tests/engine/mock.h"

namespace standin::admin {

namespace {

std::string entry_of(const std::string& example) {
    engine::Mock mock(R"(
openapi: 3.1.0
paths:
  /a:
    get:
      responses:
        "200":
          description: ok
          content:
            application/json:
              schema: {type: object, properties: {n: {type: integer}}}
              example: )" +
                      example + "\n");
    std::string text;
    JsonWriter writer(text, {});
    write_entry(writer, *mock.exchange("GET /a"), 0);
    return text.substr(text.find("\"problems\""));
}

TEST(Violation, StandsInTheJournal) {
    EXPECT_EQ(entry_of("{n: 1}"), R"("problems":[]})");
    EXPECT_EQ(entry_of("{n: x}"),
              R"("problems":[],"violations":[{"part":"body","pointer":"/n","keyword":"type",)"
              R"("expected":"integer","received":"string","schema":"/paths/~1a/get/responses/200/)"
              R"(content/application~1json/schema/properties/n/type",)"
              R"("place":"api.yaml:11:55"}]})");
}

}  // namespace

}  // namespace standin::admin
