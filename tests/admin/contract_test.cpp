// The answers of the control API are what its own contract promises.
#include "mock/match/router.h"
#include "mock/schema/check.h"
#include "tests/admin/control.h"

namespace standin::admin {

namespace {

struct Step {
    std::string line;
    std::string body = "";
    int status = 200;
};

class Promise : public Control {
  protected:
    // In the long form, as the contract has its paths.
    void keep(const Step& step) {
        SCOPED_TRACE(step.line);
        const size_t space = step.line.find(' ');
        const std::string path = step.line.substr(space + 1);
        const http::Response answer =
            admin_->answer({step.line.substr(0, space), "/__admin" + path, {}, step.body});
        EXPECT_EQ(answer.status, step.status) << answer.body;
        const auto match = router_.find(step.line.substr(0, space), path);
        ASSERT_TRUE(match.operation);
        kept_.insert(match.operation->id);
        check(*match.operation, answer);
    }

    std::set<std::string> kept_;  // ids of operations that were asked

  private:
    void check(const contract::Operation& operation, const http::Response& answer) {
        const auto* documented = operation.documented(answer.status);
        ASSERT_TRUE(documented);
        EXPECT_EQ(*answer.headers.find("Content-Type"), documented->media_type);
        JsonFault fault;
        const auto body = read_json(answer.body, fault);
        ASSERT_TRUE(body) << answer.body;
        const auto& schema = contract::compile(*contract_->schemas, documented->schema);
        Problems problems;
        schema::check(schema, body->root(), {Part::body, "", schema::Direction::response},
                      problems);
        for (const Problem& each : problems) {
            ADD_FAILURE() << each.pointer << ' ' << each.keyword << ' ' << answer.body;
        }
    }

    std::shared_ptr<const contract::Contract> contract_ =
        contract::load_contract(STANDIN_SOURCE_DIR "/contracts/control/control.yaml");
    match::Router router_{{contract_}};
};

const std::string here = "/sessions/default";

const Step steps[] = {
    {"GET /health"},
    {"POST /sessions", R"({"name":"a"})", 201},
    {"POST /sessions", R"({"name":"a"})", 409},
    {"POST /sessions/b", "", 201},
    {"POST /sessions/c", "", 503},
    {"POST /sessions/b/snapshots", R"({"name":"s"})", 201},
    {"GET /sessions"},
    {"GET /sessions/b"},
    {"GET /sessions/b/snapshots"},
    {"POST /sessions/b/restore", R"({"snapshot":"s"})"},
    {"POST /sessions/b/restore", R"({"snapshot":"t"})", 404},
    {"DELETE /sessions/b/snapshots/s"},
    {"DELETE /sessions/b"},
    {"POST /sessions/a/fork", R"({"name":"b"})", 201},
    {"GET " + here + "/clock"},
    {"PUT " + here + "/clock", R"({"tick":"1s"})"},
    {"POST " + here + "/clock", R"({"advance":"1s"})"},
    {"POST " + here + "/clock", R"({"advance":"9999999h"})", 400},
    {"POST " + here + "/webhooks/noted", R"({"url":"http://localhost:1/"})", 202},
    {"POST " + here + "/webhooks/noted", "", 409},
    {"POST " + here + "/webhooks/none", "", 404},
    {"GET " + here + "/webhooks"},
    {"DELETE " + here + "/webhooks"},
    {"GET " + here + "/state"},
    {"PUT " + here + "/state", "[]"},
    {"PUT " + here + "/state", "7", 400},
    {"POST " + here + "/faults", R"({"plan":"outage"})", 201},
    {"POST " + here + "/faults", R"({"plan":"outage"})", 409},
    {"POST " + here + "/faults", R"({"plan":"none"})", 404},
    {"POST " + here + "/faults", R"({"name":"none"})", 400},
    {"GET " + here + "/faults"},
    {"GET " + here + "/faults/down"},
    {"GET " + here + "/requests"},
    {"GET " + here + "/requests/x", "", 404},
    {"DELETE " + here + "/faults/slow"},
    {"DELETE " + here + "/faults"},
    {"DELETE " + here + "/requests"},
    {"POST " + here + "/reset"},
    {"DELETE /sessions"},
};

TEST_F(Promise, IsKeptByEveryOperation) {
    call("POST /things", R"({"id":"1","name":"long"})");
    call("GET /notes", "", {{"Prefer", "fault=slow"}});
    const std::string last = id_of(*call("GET /notes"), 0);
    keep({"GET " + here + "/requests/" + last});
    for (const Step& step : steps) keep(step);
    EXPECT_EQ(kept_.size(), Admin::handled().size());
}

}  // namespace

}  // namespace standin::admin
