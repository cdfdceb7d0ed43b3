// Bodies that are meant to hurt: each must cost no more than its size.
#include <chrono>

#include "tests/state/library.h"

namespace standin::state {

namespace {

using engine::Mock;

// So many members take about a second in a debug build; what is quadratic in them takes minutes.
constexpr size_t many = 200'000;
constexpr auto patience = std::chrono::seconds(40);

class Hostile : public testing::Test {
  protected:
    Hostile() {
        std::string document = paths_of("/things", "T", "get post") +
                               paths_of("/things/{id}", "T", "get put patch delete");
        const size_t patch = document.find("    patch:\n") + 11;
        document.insert(patch, "      x-standin: {merge: deep}\n");
        mock_ = std::make_unique<Mock>(api(document, R"(
    T:
      type: object
      properties:
        id: {type: string}
        l: {type: array}
        list: {type: array, items: {type: string}}
)",
                                           R"(
  resources: {things: {defaults: {deep: {x: 1}}, create: {n: $stored#/none}}}
)"));
    }

    // "200" and the size of the answer.
    std::string ask(const std::string& line, const std::string& body) {
        const auto begin = std::chrono::steady_clock::now();
        const auto exchange = mock_->exchange(line, body);
        EXPECT_LT(std::chrono::steady_clock::now() - begin, patience) << line;
        return std::to_string(exchange->response.status) + ' ' +
               std::to_string(exchange->response.body.size());
    }

    std::unique_ptr<Mock> mock_;
};

std::string members(size_t count, const std::string& value) {
    std::string text = "\"id\":\"1\"";
    for (size_t i = 0; i < count; ++i) text += ",\"" + std::to_string(i) + "\":" + value;
    return text;
}

TEST_F(Hostile, ManyMembers) {
    const std::string plain = members(many, "0");
    const std::string size = std::to_string(plain.size() + 17);
    EXPECT_EQ(ask("POST /things", "{" + plain + "}"), "200 " + size);
    EXPECT_EQ(ask("PATCH /things/1", "{" + plain + "}"), "200 " + size);
    EXPECT_EQ(ask("PUT /things/1", "{" + plain + "}"), "200 " + size);
    EXPECT_EQ(ask("PATCH /things/1", "{\"deep\":{" + plain + "}}"),
              "200 " + std::to_string(2 * plain.size() + 18));
    EXPECT_EQ(ask("PATCH /things/1", "{" + members(many, "null") + "}"),
              "200 " + std::to_string(plain.size() + 26));
}

TEST_F(Hostile, OneNameManyTimes) {
    std::string text = "{\"id\":\"1\"";
    for (size_t i = 0; i < many; ++i) text += ",\"a\":0";
    EXPECT_EQ(ask("POST /things", text + "}"), "200 31");
}

TEST_F(Hostile, FiveHundredLevels) {
    std::string text;
    for (size_t i = 0; i < 500; ++i) text += "{\"a\":";
    text += "1" + std::string(500, '}');
    const std::string body = "{\"id\":\"1\",\"deep\":" + text + "}";
    EXPECT_EQ(ask("POST /things", body), "200 " + std::to_string(body.size() + 6));
    for (int i = 0; i < 20; ++i) {
        EXPECT_EQ(ask("PATCH /things/1", body), "200 " + std::to_string(body.size() + 6));
    }
}

TEST_F(Hostile, ManyItems) {
    std::string text = "{\"id\":\"1\",\"l\":[0";
    for (size_t i = 1; i < many; ++i) text += ",{}";
    EXPECT_EQ(ask("POST /things", text + "]}"), "200 " + std::to_string(text.size() + 17));
}

TEST_F(Hostile, ManyProblemsAreToldAsAHundred) {
    std::string text = "{\"list\":[0";
    for (size_t i = 0; i < many; ++i) text += ",0";
    const auto exchange = mock_->exchange("POST /things", text + "]}");
    EXPECT_EQ(exchange->response.status, 400);
    EXPECT_EQ(exchange->problems.size(), 100u);
}

}  // namespace

}  // namespace standin::state
