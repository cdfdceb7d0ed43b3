// What the engine decides to send of callbacks and webhooks: to whom, what, and what not; nothing
// is sent here.
#include <gtest/gtest.h>

#include "tests/engine/mock.h"

namespace standin::engine {
namespace {

constexpr std::string_view document = R"(
openapi: 3.1.0
paths:
  /orders:
    post:
      parameters: [{name: to, in: query, schema: {type: string}}]
      requestBody:
        content: &order {application/json: {schema: {$ref: "#/components/schemas/Order"}}}
      callbacks:
        made:
          '{$request.body#/url}?order={$response.body#/id}':
            post:
              requestBody: {content: {application/json: {example: {event: made, orderId: x}}}}
        told: {$request.query.to: {put: {requestBody: {content: *order}}}}
      responses: {"201": {description: ok, content: *order}}
  /orders/{orderId}:
    get: {responses: {"200": {description: ok, content: *order}}}
    delete:
      callbacks:
        gone:
          http://localhost:1/{$method}/{$request.path.orderId}/{$statusCode}:
            delete: {requestBody: {content: {application/json: {example: {id: x, total: 0}}}}}
      responses: {"204": {description: ok}}
  /wrong:
    post:
      callbacks: {none: {'{$nothing}': {post: {}}}}
      responses: &fine {"200": {description: ok}}
  /own:
    post:
      callbacks: {own: {'{$url}{$request.header.x-more}': {post: {}}}}
      responses: *fine
webhooks:
  paid: {post: {requestBody: {content: {application/json: {example: {event: paid}}}}}}
components:
  schemas:
    Order:
      type: object
      properties:
        id: {type: string, readOnly: true}
        url: {type: string}
        total: {type: integer}
)";

// "name METHOD url: body", or "name: why not", a line each.
std::string told(const std::vector<std::shared_ptr<Delivery>>& deliveries) {
    std::string text;
    for (const auto& each : deliveries) {
        const Letter& letter = each->letter();
        text += letter.name;
        text += letter.refusal.empty() ? ' ' + letter.method + ' ' + letter.url + ": " + letter.body
                                       : ": " + letter.refusal;
        text += '\n';
    }
    return text;
}

class Callback : public testing::Test {
  protected:
    std::string called_back(const std::string& line, const std::string& body = "",
                            const http::Headers& headers = {}) {
        return told(mock_.exchange(line, body, headers)->deliveries);
    }
    Session& session() { return *mock_.engine().sessions().standard(); }

    Mock mock_{document};
};

TEST_F(Callback, GoesWhereTheExchangeSays) {
    const auto exchange = mock_.exchange("POST /orders?to=http://127.0.0.1:2/b",
                                         R"({"url":"http://localhost:1/a","total":7})");
    const std::string& answer = exchange->response.body;
    const std::string id = answer.substr(7, 36);
    EXPECT_EQ(answer, R"({"id":")" + id + R"(","url":"http://localhost:1/a","total":7})");
    EXPECT_EQ(told(exchange->deliveries),
              "made POST http://localhost:1/a?order=" + id + R"(: {"event":"made","orderId":")" +
                  id + "\"}\ntold PUT http://127.0.0.1:2/b: " + answer + "\n");
    EXPECT_EQ(told(session().outbox().deliveries()), told(exchange->deliveries));
}

TEST_F(Callback, TellsWhatIsGone) {
    const auto made = mock_.exchange("POST /orders", R"({"total":7})");
    const std::string id = made->response.body.substr(7, 36);
    EXPECT_EQ(called_back("DELETE /orders/" + id), "gone DELETE http://localhost:1/DELETE/" + id +
                                                       R"(/204: {"id":")" + id +
                                                       R"(","total":7})"
                                                       "\n");
}

TEST_F(Callback, IsOfSuccessAlone) {
    EXPECT_EQ(called_back("DELETE /orders/none"), "");
    EXPECT_EQ(called_back("POST /orders", R"({"url":7})"), "");
    EXPECT_EQ(called_back("POST /nowhere"), "");
}

// What happened is told to others, whoever never hears the answer.
TEST_F(Callback, IsSentThoughTheAnswerIsLost) {
    Mock mock(document, {.faults = "name: lost\nrules: [{name: lost, when: after_state, wire: "
                                   "EMPTY_RESPONSE}, {name: before, match: {path: /wrong}, when: "
                                   "before_state, wire: EMPTY_RESPONSE}]\n"});
    EXPECT_EQ(told(mock.exchange("POST /own", "", {{"Host", "a"}, {"X-More", "b"}})->deliveries),
              "own: \"http://a/ownb\" is on another host: --allow-remote-webhooks lets it be "
              "reached\n");
    EXPECT_EQ(told(mock.exchange("POST /wrong")->deliveries), "");
}

TEST_F(Callback, SaysWhyItIsNotSent) {
    EXPECT_EQ(called_back("POST /orders", R"({"url":"/a"})").substr(0, 12), "made: \"/a?or");
    EXPECT_EQ(called_back("POST /orders", R"({"total":1})"),
              "made: $request.body#/url names nothing in this exchange\n"
              "told: $request.query.to names nothing in this exchange\n");
    EXPECT_EQ(called_back("POST /wrong"), "none: \"$nothing\" is no runtime expression\n");
    const auto exchange = mock_.exchange("POST /orders?to=http://example.com/", "{}");
    EXPECT_EQ(exchange->deliveries.at(1)->letter().refusal,
              "\"http://example.com/\" is on another host: --allow-remote-webhooks lets it be "
              "reached");
    EXPECT_EQ(exchange->deliveries.at(1)->report().state, Delivery::State::refused);
}

TEST_F(Callback, KnowsWhereTheClientHasTheMock) {
    EXPECT_EQ(called_back("POST /__session/one/own?a=b", "",
                          {{"Host", "localhost:4010"}, {"X-More", "&c"}}),
              "own POST http://localhost:4010/__session/one/own?a=b&c: \n");
}

TEST_F(Callback, HasHeadersThatAreTheSameEachTime) {
    const auto headers = [](Mock& mock) {
        std::string text;
        const auto exchange =
            mock.exchange("POST /own", "", {{"Host", "localhost"}, {"X-More", "a"}});
        for (const auto& [name, value] : exchange->deliveries.at(0)->letter().headers) {
            text += name + ": " + value + '\n';
        }
        return text;
    };
    const std::string first = headers(mock_);
    EXPECT_EQ(first.substr(0, first.find("msg_")),
              "User-Agent: standin/" STANDIN_VERSION "\nX-Standin-Callback: own\nwebhook-id: ");
    EXPECT_EQ(first.substr(first.find("msg_") + 41), "webhook-timestamp: 1735689600\n");
    EXPECT_NE(headers(mock_), first);
    Mock same(document);
    EXPECT_EQ(headers(same), first);
    Mock other(document, {.seed = 1});
    EXPECT_NE(headers(other), first);
}

TEST_F(Callback, IsGivenToWhoCarriesIt) {
    std::vector<std::shared_ptr<Delivery>> sent;
    Settings settings = settings_of(document, {});
    settings.mailing.send = [&](auto delivery) { sent.push_back(std::move(delivery)); };
    Engine engine(std::move(settings));
    engine.answer({"POST", "/orders?to=http://localhost/", {}, ""});
    ASSERT_EQ(sent.size(), 1u);  // the other one names nothing
    EXPECT_EQ(sent[0]->letter().name, "told");
    EXPECT_EQ(sent[0]->postmark().exchange, 1u);
    EXPECT_EQ(sent[0]->postmark().number, 2u);
}

TEST_F(Callback, EndsWithAReset) {
    const auto exchange = mock_.exchange("POST /own", "", {{"X-More", "a"}});
    ASSERT_TRUE(exchange->deliveries.at(0)->is_waiting());
    session().reset();
    EXPECT_EQ(exchange->deliveries[0]->report().state, Delivery::State::dropped);
    EXPECT_TRUE(session().outbox().deliveries().empty());
    const auto again = mock_.exchange("POST /own", "", {{"X-More", "a"}});
    EXPECT_EQ(again->deliveries.at(0)->postmark().id, exchange->deliveries[0]->postmark().id);
}

// A request that is overtaken by a reset sends nothing.
TEST(Outbox, TakesNothingFromBeforeItsReset) {
    Outbox outbox("s", 0);
    outbox.begin_anew(1);
    EXPECT_EQ(outbox.add({}, {.beginning = 0}), nullptr);
    EXPECT_NE(outbox.add({}, {.beginning = 1}), nullptr);
    EXPECT_NE(outbox.add({}, {}), nullptr);
}

TEST(Outbox, DropsWhatWaitsWhenItsSessionEnds) {
    std::shared_ptr<Delivery> delivery;
    {
        Outbox outbox("s", 0);
        delivery = outbox.add({}, {});
        EXPECT_TRUE(delivery->is_waiting());
    }
    EXPECT_EQ(delivery->report().state, Delivery::State::dropped);
}

TEST(Outbox, IsBounded) {
    Outbox outbox("s", 0);
    const auto first = outbox.add({}, {});
    for (size_t i = 0; i < Outbox::most; ++i) outbox.add({}, {});
    EXPECT_EQ(outbox.deliveries().size(), Outbox::most);
    EXPECT_EQ(outbox.deliveries().front()->postmark().number, 2u);
    EXPECT_TRUE(first->is_waiting());
    Letter large;
    large.body.resize(Outbox::most_bytes / 2 + 1);
    outbox.add(large, {});
    outbox.add(large, {});
    EXPECT_EQ(outbox.deliveries().size(), 1u);
}

TEST_F(Callback, GoesOnWhereTheMockIsExchanged) {
    const auto exchange = mock_.exchange("POST /own", "", {{"X-More", "a"}});
    Session& former = session();
    former.reset();
    const auto waiting = mock_.exchange("POST /own", "", {{"X-More", "a"}})->deliveries.at(0);
    {
        Mock next(document);
        next.engine().adopt(mock_.engine());
        const auto later = next.exchange("POST /own", "", {{"X-More", "a"}});
        ASSERT_EQ(later->deliveries.size(), 1u);
        EXPECT_EQ(later->deliveries[0]->postmark().number, 2u);
    }
    EXPECT_TRUE(waiting->is_waiting());  // its session is still there
}

class Errands : public testing::Test {
  protected:
    std::string sent(const Errand& errand) {
        const auto delivery = engine_->notify(*engine_->sessions().standard(), errand);
        return delivery ? told({delivery}) : "unknown";
    }
    void serve(const Mailing& mailing) {
        Settings settings = settings_of(document, {});
        settings.mailing = mailing;
        engine_ = std::make_unique<Engine>(std::move(settings));
    }

    std::unique_ptr<Engine> engine_ = std::make_unique<Engine>(settings_of(document, {}));
};

TEST_F(Errands, AreByName) {
    const std::string url = "http://localhost:1/";
    EXPECT_EQ(sent({"paid", url}), "paid POST http://localhost:1/: {\"event\":\"paid\"}\n");
    EXPECT_EQ(sent({"gone", url}), "gone DELETE http://localhost:1/: {\"id\":\"x\",\"total\":0}\n");
    EXPECT_EQ(sent({"lost", url}), "unknown");
    EXPECT_EQ(sent({"paid", url, "[1]", {{"X-A", "b"}}}), "paid POST http://localhost:1/: [1]\n");
}

TEST_F(Errands, NeedAUrl) {
    EXPECT_EQ(sent({"paid"}), "paid: nobody says where to: \"url\" or --webhook-url does\n");
    EXPECT_EQ(sent({"paid", "there"}), "paid: \"there\" is no absolute http: or https: URL\n");
    serve({.url = "http://localhost:9/"});
    EXPECT_EQ(sent({"paid"}), "paid POST http://localhost:9/: {\"event\":\"paid\"}\n");
    EXPECT_EQ(sent({"paid", "http://a.example/"}),
              "paid: \"http://a.example/\" is on another host: --allow-remote-webhooks lets it be "
              "reached\n");
    serve({.any_host = true});
    EXPECT_EQ(sent({"paid", "http://a.example/"}),
              "paid POST http://a.example/: {\"event\":\"paid\"}\n");
}

}  // namespace
}  // namespace standin::engine
