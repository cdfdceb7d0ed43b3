// The state of a session, out and in again.
#include <filesystem>

#include "tests/admin/control.h"

namespace standin::admin {

namespace {

const std::string root = STANDIN_SOURCE_DIR;
const std::string empty =
    R"([{"contract":"api","environment":{},"generated":{},"resources":{},"credentials":{}}])";

TEST_F(Control, ExportsAnEmptyState) {
    EXPECT_EQ(ask("GET /__admin/state"), "200 " + empty);
}

TEST_F(Control, ExportsWhatIsStored) {
    call("POST /things", R"({"id":"1","hidden":"s3cret"})");
    call("POST /notes", R"({"text":"x"})");
    EXPECT_EQ(ask("GET /__admin/state"),
              R"(200 [{"contract":"api","environment":{},"generated":{"api/notes":1},)"
              R"("resources":{"things":[{"items":[{"id":"1","hidden":"s3cret"}]}],)"
              R"("notes":[{"items":[{"text":"x","id":"187f3b95-92ff-4575-b3d2-bf80b8384500",)"
              R"("made":"2025-01-01T00:00:00.000Z"}]}]},"credentials":{}}])");
}

TEST_F(Control, ImportsWhatItExports) {
    call("POST /things", R"({"id":"1","hidden":"s3cret"})");
    call("POST /notes", R"({"text":"x"})");
    const std::string state = body_of("GET /__admin/state");
    const std::string next = answer_to("POST /notes", "{}");
    EXPECT_EQ(ask("PUT /__admin/state", state), "200 {}");
    EXPECT_EQ(body_of("GET /__admin/state"), state);
    EXPECT_EQ(answer_to("POST /notes", "{}"), next);  // ids go on where they were
}

TEST_F(Control, ImportsOneFixtureInYaml) {
    EXPECT_EQ(ask("PUT /__admin/state",
                  "contract: api\n"
                  "credentials: {told: [b, a]}\n"
                  "environment: {HOME: /}\n"
                  "resources: {things: [{items: [{id: \"7\"}]}]}\n"),
              "200 {}");
    EXPECT_EQ(ask("GET /__admin/state"),
              R"(200 [{"contract":"api","environment":{"HOME":"/"},"generated":{},)"
              R"("resources":{"things":[{"items":[{"id":"7"}]}]},)"
              R"("credentials":{"told":["a","b"]}}])");
    EXPECT_EQ(call("GET /things/7")->response.status, 200);
}

TEST_F(Control, ReplacesTheWholeState) {
    call("POST /things", R"({"id":"1"})");
    EXPECT_EQ(ask("PUT /__admin/state", "[]"), "200 {}");
    EXPECT_EQ(ask("GET /__admin/state"), "200 " + empty);
}

TEST_F(Control, KeepsClockAndFaultsOverAnImport) {
    ask("PUT /__admin/clock", R"({"now":"2026-01-01T00:00:00Z","tick":5})");
    ask("POST /__admin/faults", R"({"plan":"outage"})");
    call("GET /notes");
    const std::string kept = ask("GET /__admin/clock") + ask("GET /__admin/faults");
    EXPECT_EQ(ask("PUT /__admin/state", "contract: api"), "200 {}");
    EXPECT_EQ(ask("GET /__admin/clock") + ask("GET /__admin/faults"), kept);
}

TEST_F(Control, KeepsStatesApart) {
    call("POST /things", R"({"id":"1"})");
    EXPECT_EQ(ask("GET /__session/a/__admin/state"), "200 " + empty);
    EXPECT_EQ(ask("PUT /__session/a/__admin/state", "[]"), "200 {}");
    EXPECT_EQ(call("GET /things/1")->response.status, 200);
}

struct Row {
    const char* name;
    const char* state;
    std::string answer;
};

void PrintTo(const Row& row, std::ostream* out) {
    *out << row.name;
}

class WrongState : public Control, public testing::WithParamInterface<Row> {};

TEST_P(WrongState, ChangesNothing) {
    call("POST /things", R"({"id":"1"})");
    const std::string before = ask("GET /__admin/state");
    EXPECT_EQ(ask("PUT /__admin/state", GetParam().state), GetParam().answer);
    EXPECT_EQ(ask("GET /__admin/state"), before);
}

const std::string not_json = "is not JSON: expected ',' or '}', found ']'";
const std::string not_yaml =
    "is not YAML: did not find expected node content while parsing a flow node";
const std::string no_fixture = "is not a fixture: an object is expected";
const std::string no_contract = R"(no contract \"none\" is served)";
const std::string no_resource = R"(contract \"api\" has no resource \"none\")";
const std::string twins = R"(another one of \"things\" has the same \"id\")";

const Row rows[] = {
    {"not_json", "[{]", mistaken("state:1:3: " + not_json, mistake(1, 3, "", not_json))},
    {"not_yaml", "a: [", mistaken("state:2:1: " + not_yaml, mistake(2, 1, "", not_yaml))},
    {"neither_object_nor_array", "7",
     mistaken("state:1:1: " + no_fixture, mistake(1, 1, "", no_fixture))},
    {"unknown_contract", R"([{"contract":"none"}])",
     mistaken("state:1:14: " + no_contract + " (/0/contract)",
              mistake(1, 14, "/0/contract", no_contract))},
    {"unknown_resource", R"([{"contract":"api","resources":{"none":[]}}])",
     mistaken("state:1:33: " + no_resource + " (/0/resources/none)",
              mistake(1, 33, "/0/resources/none", no_resource))},
    {"two_fixtures_with_mistakes", "[{\"contract\":\"none\"},\n {\"contract\":\"api\",\"x\":1}]",
     mistaken("state:1:14: " + no_contract + " (/0/contract)",
              mistake(1, 14, "/0/contract", no_contract) + ',' +
                  mistake(2, 20, "/1/x", R"(\"x\" is not known here)"))},
    {"two_fixtures_of_one_key",
     "- {contract: api, resources: {things: [{items: [{id: a}]}]}}\n"
     "- {contract: api, resources: {things: [{items: [{id: a}]}]}}\n",
     mistaken("state:2:49: " + twins, mistake(2, 49, "", twins))},
};
INSTANTIATE_TEST_SUITE_P(State, WrongState, testing::ValuesIn(rows),
                         [](const auto& row) { return row.param.name; });

// Every contract that is shipped, all of them at once, with their fixtures.
TEST_F(Control, ImportsWhatItExportsOfShippedContracts) {
    engine::Settings shipped;
    for (const auto& entry : std::filesystem::directory_iterator(root + "/contracts")) {
        if (entry.path().extension() != ".yaml") continue;
        shipped.contracts.push_back(contract::load_contract(entry.path().string()));
    }
    shipped.beginning.fixtures =
        contract::read_fixtures(root + "/fixtures", shipped.contracts).files;
    ASSERT_EQ(shipped.contracts.size(), 4u);
    ASSERT_EQ(shipped.beginning.fixtures.size(), 4u);
    serve(std::move(shipped));
    const std::string state = body_of("GET /__admin/state");
    EXPECT_EQ(ask("PUT /__session/a/__admin/state", "[]"), "200 {}");
    EXPECT_NE(body_of("GET /__session/a/__admin/state"), state);
    EXPECT_EQ(ask("PUT /__session/a/__admin/state", state), "200 {}");
    EXPECT_EQ(body_of("GET /__session/a/__admin/state"), state);
}

}  // namespace

}  // namespace standin::admin
