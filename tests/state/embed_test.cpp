// Resources that stand inside others.
#include "tests/state/library.h"

namespace standin::state {

namespace {

using engine::Mock;

// Things hold keys, alone and in a list, and things.
const std::string document =
    api(paths_of("/things", "T", "get post") + paths_of("/things/{id}", "T", "get patch") +
            paths_of("/keys", "K", "get post") + paths_of("/keys/{id}", "K", "get put delete"),
        R"(
    T:
      type: object
      properties:
        id: {type: string}
        name: {type: string}
        key: {$ref: "#/components/schemas/KeyIn"}
        keys: {type: array, items: {$ref: "#/components/schemas/KeyIn"}}
        inner: {type: object, x-standin: {embeds: things}}
    KeyIn: {type: object, x-standin: {embeds: keys}}
    K: {type: object, properties: {id: {type: string}, name: {type: string}}}
)",
        R"(
  errors: {taken: {status: 422, message: "taken at {$problem.pointer}"}}
  envelopes:
    result: {body: {data: $result, sent: $request.body}}
    list: {body: $result}
  resources:
    keys:
      unique: [{members: [name], error: taken}]
      create: {id: $request.body#/none, n: {$sequence: {start: 1}}, of: $stored#/of}
    things: {}
)");

std::string detail_of(const std::string& answer) {
    const size_t at = answer.find("\"detail\":");
    return answer.substr(0, 4) + answer.substr(at == answer.npos ? 4 : at);
}

class Embed : public testing::Test {
  protected:
    std::string ask(const std::string& line, const std::string& body = "") {
        return mock_.ask(line, body);
    }
    // The keys that are there, by name.
    std::string keys() {
        const std::string answer = ask("GET /keys");
        std::string names;
        for (size_t at = answer.find("\"name\":\""); at != answer.npos;
             at = answer.find("\"name\":\"", at + 1)) {
            names += answer.substr(at + 8, answer.find('"', at + 8) - at - 8) + ' ';
        }
        return names;
    }
    Mock mock_{document};
};

TEST_F(Embed, MakesWhatHasNoKeyAndLooksUpWhatHasOne) {
    ask("POST /things", R"({"id":"1","key":{"name":"a"}})");
    const std::string list = ask("GET /keys");
    const std::string id = list.substr(list.find("\"id\":\"") + 6, 36);
    EXPECT_EQ(list, R"(200 [{"id":")" + id + R"(","name":"a","n":1}])");
    const std::string stored = R"({"name":"a","n":1,"id":")" + id + R"("})";
    const std::string thing = R"({"id":"2","keys":[)" + stored + "]}";
    EXPECT_EQ(ask("POST /things", R"({"id":"2","keys":[{"id":")" + id + R"("}]})"),
              "200 {\"data\":" + thing + ",\"sent\":" + thing + "}");
}

TEST_F(Embed, RefusesWhatIsNotThereAndMakesNothing) {
    EXPECT_EQ(detail_of(ask("POST /things", R"({"id":"1","keys":[{"name":"a"},{"id":"x"}]})")),
              R"(404 "detail":"Not Found"})");
    EXPECT_EQ(keys(), "");
    EXPECT_EQ(ask("GET /things"), "200 []");
}

TEST_F(Embed, RefusesTwinsAmongWhatItMakes) {
    EXPECT_EQ(detail_of(ask("POST /things", R"({"id":"1","keys":[{"name":"a"},{"name":"a"}]})")),
              R"(422 "detail":"taken at /body/keys/1/name"})");
    EXPECT_EQ(keys(), "");
    ask("POST /keys", R"({"name":"b"})");
    EXPECT_EQ(detail_of(ask("POST /things", R"({"id":"1","key":{"name":"b"}})")),
              R"(422 "detail":"taken at /body/key/name"})");
}

TEST_F(Embed, MakesNothingWhereTheResourceItselfIsRefused) {
    ask("POST /things", R"({"id":"1"})");
    EXPECT_EQ(detail_of(ask("POST /things", R"({"id":"1","key":{"name":"a"}})")),
              R"(409 "detail":"A resource with these values is there already"})");
    EXPECT_EQ(keys(), "");
}

TEST_F(Embed, MakesInAnUpdateToo) {
    ask("POST /things", R"({"id":"1","of":"me"})");
    ask("PATCH /things/1", R"({"keys":[{"name":"a"},{"name":"b"}]})");
    EXPECT_EQ(keys(), "a b ");
    EXPECT_EQ(ask("GET /keys").find("\"of\""), std::string::npos);  // is the thing's, not the key's
}

TEST_F(Embed, AResourceMayStandInsideOneOfItsKind) {
    ask("POST /things", R"({"id":"1","inner":{"name":"x"}})");
    ask("POST /things", R"({"id":"2"})");
    const std::string things = ask("GET /things");
    EXPECT_LT(things.find("\"name\":\"x\""), things.find("\"id\":\"1\""));
    EXPECT_LT(things.find("\"id\":\"1\""), things.find("\"id\":\"2\""));
}

// A short body must not grow beyond measure by naming much that is stored.
TEST_F(Embed, RefusesMoreThanItWouldStore) {
    const std::string large(3 << 20, 'x');
    ask("POST /keys", R"({"name":")" + large + R"("})");
    const std::string list = ask("GET /keys");
    const std::string key = R"({"id":")" + list.substr(list.find("\"id\":\"") + 6, 36) + R"("})";
    const std::string five = key + "," + key + "," + key + "," + key + "," + key;
    EXPECT_EQ(ask("POST /things", R"({"name":"a","keys":[)" + five + "]}").substr(0, 3), "200");
    EXPECT_EQ(ask("POST /things", R"({"name":"b","keys":[)" + five + "," + key + "]}"),
              "413 {\"type\":\"about:blank\",\"title\":\"Content Too Large\",\"status\":413,"
              "\"detail\":\"The request's body is too large\"}");
}

TEST_F(Embed, AnAnswerOutlivesWhatItEmbeds) {
    ask("PUT /keys/none", "{}");
    ask("POST /keys", R"({"name":"a"})");
    const std::string list = ask("GET /keys");
    const std::string id = list.substr(list.find("\"id\":\"") + 6, 36);
    const auto kept = mock_.exchange("POST /things", R"({"key":{"id":")" + id + R"("}})");
    ask("DELETE /keys/" + id);
    EXPECT_EQ(to_json(*kept->input.body.find("key")), R"({"name":"a","n":1,"id":")" + id + R"("})");
}

}  // namespace

}  // namespace standin::state
