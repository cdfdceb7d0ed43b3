// The engine as a whole: the same requests give the same bytes, from however many threads.
#include <set>
#include <thread>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/engine/mock.h"

namespace standin::engine {

namespace {

constexpr std::string_view document = R"(
openapi: 3.1.0
paths:
  /things:
    get:
      parameters: [{name: page, in: query, schema: {type: integer}}]
      responses:
        "200":
          description: ok
          content:
            application/json: {schema: {type: array, items: {$ref: "#/components/schemas/T"}}}
    post:
      requestBody: {content: {application/json: {schema: {$ref: "#/components/schemas/T"}}}}
      responses:
        "201": {$ref: "#/components/responses/T"}
  /things/{id}:
    get:
      responses:
        "200": {$ref: "#/components/responses/T"}
    patch:
      requestBody: {content: {application/json: {schema: {$ref: "#/components/schemas/T"}}}}
      responses:
        "200": {$ref: "#/components/responses/T"}
    delete: {responses: {"204": {description: done}}}
  /clock:
    get:
      responses:
        "200": {description: ok, content: {application/json: {example: {now: 1}}}}
components:
  responses:
    T:
      description: ok
      content: {application/json: {schema: {$ref: "#/components/schemas/T"}}}
  schemas:
    T:
      type: object
      properties:
        id: {type: string, format: uuid, readOnly: true}
        made_at: {type: string, format: date-time, readOnly: true}
        name: {type: string}
x-standin: {name: api}
)";

std::string id_in(const std::string& body) {
    return body.substr(body.find("\"id\":\"") + 6, 36);
}

// Everything that a few requests are answered.
std::string play(Mock& mock) {
    std::string text;
    const auto ask = [&](const std::string& line, const std::string& body = "") {
        text += mock.ask(line, body) + '\n';
    };
    ask("POST /things", R"({"name":"a"})");
    const std::string id = id_in(text);
    ask("POST /things", R"({"name":1})");
    ask("POST /things", R"({"name":"b"})");
    ask("PATCH /things/" + id, R"({"name":"c"})");
    ask("GET /things");
    ask("DELETE /things/" + id);
    ask("GET /things/" + id);
    ask("GET /clock");
    return text;
}

TEST(Engine, TwoGiveTheSameBytes) {
    Mock one(document);
    Mock other(document);
    EXPECT_EQ(play(one), play(other));
}

TEST(Engine, AnotherSeedGivesOtherIds) {
    Mock one(document);
    MockOptions options;
    options.seed = 1;
    Mock other(document, options);
    EXPECT_NE(one.ask("POST /things", "{}"), other.ask("POST /things", "{}"));
}

TEST(Engine, AResetGivesTheSameBytesAgain) {
    Mock mock(document);
    const std::string first = play(mock);
    EXPECT_EQ(mock.engine().sessions().standard()->journal().exchanges().size(), 8u);
    mock.engine().sessions().standard()->reset();
    EXPECT_TRUE(mock.engine().sessions().standard()->journal().exchanges().empty());
    EXPECT_EQ(play(mock), first);
    EXPECT_EQ(mock.engine().sessions().standard()->journal().exchanges().front()->ordinal, 1u);
}

TEST(Engine, KeepsTheWholeExchange) {
    Mock mock(document);
    const auto made = mock.exchange("POST /things?x=1", R"({"name":"a"})");
    EXPECT_EQ(mock.engine().sessions().standard()->journal().exchanges().back(), made);
    EXPECT_EQ(made->ordinal, 1u);
    EXPECT_EQ(made->session, "default");
    EXPECT_EQ(made->time, Clock::default_instant);
    EXPECT_EQ(made->operation_id(), "POST /things");
    EXPECT_EQ(made->error, "");
    EXPECT_EQ(to_json(made->input.query), R"({"x":"1"})");
    EXPECT_EQ(to_json(made->input.body), R"({"name":"a"})");
    const auto refused = mock.exchange("GET /none");
    EXPECT_EQ(refused->ordinal, 2u);
    EXPECT_EQ(refused->operation_id(), "");
    EXPECT_EQ(refused->error, "unknown_path");
}

TEST(Engine, HeadIsAnsweredByGet) {
    Mock mock(document);
    EXPECT_EQ(mock.ask("HEAD /clock"), R"(200 {"now":1})");
}

// Schemas of answers are looked at when they are first asked for.
TEST(Engine, TellsOfASchemaThatNoAnswerCanBeMadeOf) {
    Mock mock(R"(
openapi: 3.1.0
paths:
  /clock:
    get:
      responses:
        "200":
          description: ok
          content:
            application/json:
              schema: {type: object, properties: {now: {$ref: "#/components/schemas/None"}}}
)");
    EXPECT_EQ(
        mock.ask("GET /clock"),
        R"(500 {"type":"about:blank","title":"Internal Server Error","status":500,)"
        R"("detail":"api.yaml:11:57: \"$ref\" leads to \"#/components/schemas/None\", which )"
        R"(does not exist (/paths/~1clock/get/responses/200/content/application~1json/schema/)"
        R"~(properties/now/$ref)"})~");
}

TEST(Engine, CredentialsOfOneContractAreNotAnothers) {
    const auto contract_of = [](const std::string& name) {
        return contract::load_contract_text(name + ".yaml", R"(
openapi: 3.1.0
paths:
  /)" + name + R"(:
    get: {security: [{token: []}], responses: {"204": {description: done}}}
components: {securitySchemes: {token: {type: http, scheme: bearer}}}
)");
    };
    Settings settings;
    settings.contracts = {contract_of("one"), contract_of("two")};
    settings.auth = check::Auth::values;
    settings.beginning.fixtures.push_back(contract::read_fixture(
        contract::read_source_text("f.yaml", "contract: one\ncredentials: {token: [secret]}"),
        settings.contracts));
    Engine engine(std::move(settings));
    const http::Headers headers = {{"Authorization", "Bearer secret"}};
    EXPECT_EQ(engine.answer({"GET", "/one", headers, ""})->response.status, 204);
    EXPECT_EQ(engine.answer({"GET", "/two", headers, ""})->response.status, 401);
}

// Runs a step with the numbers 0 to 7 at once.
template <class Step>
void in_eight_threads(Step step) {
    std::vector<std::thread> threads;
    for (int i = 0; i < 8; ++i) threads.emplace_back([step, i] { step(i); });
    for (std::thread& thread : threads) thread.join();
}

TEST(Engine, LosesNothingThatEightThreadsMake) {
    Mock mock(document);
    std::vector<std::vector<std::string>> ids(8);
    in_eight_threads([&](int thread) {
        for (int i = 0; i < 200; ++i) {
            const std::string name = std::to_string(thread) + '-' + std::to_string(i);
            const std::string made = mock.ask("POST /things", "{\"name\":\"" + name + "\"}");
            const std::string id = id_in(made);
            ids[static_cast<size_t>(thread)].push_back(id);
            EXPECT_EQ("200" + made.substr(3), mock.ask("GET /things/" + id));
        }
    });
    std::set<std::string> distinct;
    for (const auto& each : ids) distinct.insert(each.begin(), each.end());
    EXPECT_EQ(distinct.size(), 1600u);
    const auto list = mock.exchange("GET /things");
    EXPECT_EQ(list->outcome.list.total, 1600);
}

TEST(Engine, TakesResetsInTheMiddleOfEverything) {
    Mock mock(document);
    in_eight_threads([&](int thread) {
        for (int i = 0; i < 100; ++i) {
            if (thread == 0) {
                mock.engine().sessions().standard()->reset();
            } else {
                const std::string id = id_in(mock.ask("POST /things", R"({"name":"x"})"));
                const std::string status = mock.ask("PATCH /things/" + id, "{}").substr(0, 3);
                EXPECT_THAT(status, testing::AnyOf("200", "404"));
            }
        }
    });
    mock.engine().sessions().standard()->reset();
    Mock fresh(document);
    EXPECT_EQ(play(mock), play(fresh));
}

TEST(Engine, EightThreadsDeleteOnceEach) {
    Mock mock(document);
    std::vector<std::string> ids;
    for (int i = 0; i < 100; ++i) ids.push_back(id_in(mock.ask("POST /things", "{}")));
    std::atomic<int> deleted = 0;
    in_eight_threads([&](int) {
        for (const std::string& id : ids) {
            if (mock.ask("DELETE /things/" + id) == "204") ++deleted;
        }
    });
    EXPECT_EQ(deleted, 100);
    EXPECT_EQ(mock.ask("GET /things"), "200 []");
}

}  // namespace

}  // namespace standin::engine
