// What the journal and the log tell of callbacks and webhooks.
#include "mock/admin/delivery.h"
#include "tests/admin/control.h"

namespace standin::admin {

namespace {

class Webhook : public Control {
  protected:
    Webhook() {
        serve(engine::settings_of(R"(
openapi: 3.1.0
paths:
  /a:
    post:
      operationId: call
      callbacks: {back: {'{$request.header.to}': {post: {}}}}
      responses: {"200": {description: ok}}
)",
                                  {}));
    }
    std::shared_ptr<const engine::Exchange> ask_for(const std::string& to) {
        return call("POST /a", "", {{"To", to}});
    }
};

TEST_F(Webhook, StandsBesideTheExchange) {
    ask_for("http://localhost:1/");
    const std::string told_in_journal = told("webhooks", "]}]}");
    const std::string list = body_of("GET /__admin/webhooks");
    const std::string deliveries = list.substr(14, list.find(",\"meta\"") - 14);
    EXPECT_EQ(told_in_journal, "\"webhooks\":" + deliveries + '}');
    EXPECT_EQ(deliveries.substr(deliveries.find("\"name\"")),
              R"("name":"back","ordinal":1,"request":1,"time":"2025-01-01T00:00:00.000Z",)"
              R"("method":"POST","url":"http://localhost:1/","headers":{"User-Agent":)"
              R"("standin/)" STANDIN_VERSION R"(","X-Standin-Callback":"back","webhook-id":)" +
                  deliveries.substr(7, deliveries.find(',') - 7) +
                  R"(,"webhook-timestamp":"1735689600"},"body":"","state":"waiting","tries":[]}])");
}

TEST_F(Webhook, IsToldInTheLogWhereItIsRefused) {
    EXPECT_EQ(summary_of(*ask_for("http://localhost:1/")), "");
    EXPECT_EQ(summary_of(*ask_for("there")),
              "webhook back: refused (\"there\" is no absolute http: or https: URL)");
    EXPECT_EQ(summary_of(*ask_for("a\nb")),
              "webhook back: refused (\"a b\" is no absolute http: or https: URL)");
}

TEST_F(Webhook, IsToldWithItsTries) {
    engine::Delivery& delivery = *ask_for("http://localhost:1/")->deliveries.at(0);
    EXPECT_EQ(summary_of(delivery), "webhook back to http://localhost:1/: waiting");
    delivery.add({503, ""});
    delivery.add({0, "cannot connect"});
    delivery.settle(engine::Delivery::State::failed);
    EXPECT_EQ(summary_of(delivery),
              "webhook back to http://localhost:1/: failed (503, cannot connect)");
    EXPECT_EQ(told("state", "]"),
              R"("state":"failed","tries":[{"status":503},{"error":"cannot connect"}])");
    delivery.settle(engine::Delivery::State::dropped);
    EXPECT_EQ(delivery.report().state, engine::Delivery::State::failed);
}

}  // namespace

}  // namespace standin::admin
