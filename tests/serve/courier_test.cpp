// Callbacks and webhooks on their way: what is sent, how often it is tried, and how it ends.
#include "mock/serve/courier.h"

#include <mutex>
#include <semaphore>

#include <gtest/gtest.h>

#include "mock/engine/outbox.h"
#include "mock/serve/client.h"
#include "tests/serve/wire.h"

namespace standin::serve {
namespace {

using namespace std::chrono_literals;
using engine::Delivery;
using State = Delivery::State;

// Keeps what it is asked, and answers the statuses that its path names, one after the other:
// "/503,200".
class Receiver : public Handler {
  public:
    Answer answer(http::Request request) override {
        const std::lock_guard lock(mutex_);
        requests_.push_back(request);
        const size_t begin = 1 + 4 * (requests_.size() - 1);
        const std::string status = request.target.substr(std::min(begin, request.target.size()), 3);
        if (status == "end") return {{200, {}, ""}, {.wire = fault::Wire::empty_response}};
        if (status == "hop") return {{302, {{"Location", "/200"}}, ""}};
        return {{status.empty() ? 200 : std::stoi(status), {}, "heard"}};
    }
    Answer refuse(const http::Request&, int status, std::string_view) override {
        return {{status, {}, ""}};
    }
    std::vector<http::Request> requests() {
        const std::lock_guard lock(mutex_);
        return requests_;
    }

  private:
    std::mutex mutex_;
    std::vector<http::Request> requests_;
};

class CourierTest : public testing::Test {
  protected:
    std::string url(const std::string& target) const {
        return "http://127.0.0.1:" + std::to_string(server_.port()) + target;
    }
    std::shared_ptr<Delivery> letter(const std::string& to) {
        return outbox_.add({"made", "POST", to, {{"Content-Type", "application/json"}}, "{}", ""},
                           {.time = 1614265330000});
    }
    static CourierOptions quick() {
        CourierOptions options;
        options.back_off = 1ms;
        options.timeout = 2s;
        return options;
    }
    void use(CourierOptions options) {
        courier_ = std::make_unique<Courier>(std::move(options),
                                             [this](const Delivery&) { settled_.release(); });
    }
    bool wait() { return settled_.try_acquire_for(10s); }

    // "delivered: 503 200": how it ended, with all that was tried.
    std::string sent(const std::string& to) {
        const auto delivery = letter(to);
        courier_->send(delivery);
        if (!wait()) return "nothing";
        return told(*delivery);
    }
    static std::string told(const Delivery& delivery) {
        const Delivery::Report report = delivery.report();
        std::string text(name_of(report.state));
        for (const auto& each : report.tries) {
            text += each.status > 0 ? ' ' + std::to_string(each.status) : " (" + each.error + ')';
        }
        return text;
    }

    Receiver receiver_;
    RunningServer server_{receiver_, {}};
    engine::Outbox outbox_{"s", 0};
    std::counting_semaphore<> settled_{0};
    std::unique_ptr<Courier> courier_;
};

TEST_F(CourierTest, SendsALetterAsItIs) {
    use(quick());
    EXPECT_EQ(sent(url("/200?a=b#c")), "delivered 200");
    ASSERT_EQ(receiver_.requests().size(), 1u);
    const http::Request request = receiver_.requests()[0];
    EXPECT_EQ(request.method, "POST");
    EXPECT_EQ(request.target, "/200?a=b");
    EXPECT_EQ(request.body, "{}");
    EXPECT_EQ(*request.headers.find("Content-Type"), "application/json");
    EXPECT_EQ(*request.headers.find("webhook-timestamp"), "1614265330");
    EXPECT_EQ(*request.headers.find("webhook-id"), outbox_.deliveries()[0]->postmark().id);
    EXPECT_EQ(request.headers.find("webhook-signature"), nullptr);
}

TEST_F(CourierTest, SendsNoHeaderOfTwoLines) {
    use(quick());
    const auto delivery = outbox_.add(
        {"made", "POST", url("/200"), {{"X-A", "b\r\nX-B: c"}, {"X-C\n", "d"}}, "", ""}, {});
    courier_->send(delivery);
    ASSERT_TRUE(wait());
    ASSERT_EQ(receiver_.requests().size(), 1u);
    const http::Headers headers = receiver_.requests()[0].headers;
    for (const auto& [name, value] : headers) {
        EXPECT_FALSE(name.starts_with("X-")) << name;
    }
}

TEST_F(CourierTest, TriesAgainWhereItMayHelp) {
    use(quick());
    EXPECT_EQ(sent(url("/503,500,201")), "delivered 503 500 201");
}

TEST_F(CourierTest, TriesSoOftenAndNotMore) {
    use(quick());
    EXPECT_EQ(sent(url("/503,500,502,200")), "failed 503 500 502");
    EXPECT_EQ(receiver_.requests().size(), 3u);
}

TEST_F(CourierTest, TriesOnceWhereItWouldNotHelp) {
    use(quick());
    EXPECT_EQ(sent(url("/404,200")), "failed 404");
}

TEST_F(CourierTest, FollowsNoRedirection) {
    use(quick());
    EXPECT_EQ(sent(url("/hop,200")), "failed 302");
    EXPECT_EQ(receiver_.requests().size(), 1u);
}

TEST_F(CourierTest, TriesAgainWhereNobodyAnswers) {
    use(quick());
    EXPECT_EQ(sent(url("/end,200")), "delivered (no whole answer came, or none within 2 s) 200");
    EXPECT_EQ(sent("http://127.0.0.1:1/"),
              "failed (cannot connect) (cannot connect) (cannot connect)");
}

TEST_F(CourierTest, SignsWithTheKey) {
    CourierOptions options = quick();
    options.key = "MfKQ";
    use(options);
    EXPECT_EQ(sent(url("/200")), "delivered 200");
    const http::Request request = receiver_.requests().at(0);
    const std::string text = *request.headers.find("webhook-id") + ".1614265330.{}";
    EXPECT_EQ(*request.headers.find("webhook-signature"), "v1," + sign("MfKQ", text));
}

TEST_F(CourierTest, WaitsAsLongAsItIsTold) {
    CourierOptions options = quick();
    options.delay = 50ms;
    use(options);
    const auto begun = std::chrono::steady_clock::now();
    EXPECT_EQ(sent(url("/200")), "delivered 200");
    EXPECT_GE(std::chrono::steady_clock::now() - begun, 50ms);
}

TEST_F(CourierTest, SendsNothingThatWasDropped) {
    use(quick());
    const auto dropped = letter(url("/500"));
    outbox_.clear();
    courier_->send(dropped);
    EXPECT_EQ(sent(url("/200")), "delivered 200");
    EXPECT_EQ(told(*dropped), "dropped");
    EXPECT_EQ(receiver_.requests().size(), 1u);
}

TEST_F(CourierTest, SendsWhatIsDueWhenItStops) {
    CourierOptions options = quick();
    options.delay = 20ms;
    use(options);
    const auto delivery = letter(url("/200"));
    courier_->send(delivery);
    courier_->stop();
    EXPECT_EQ(told(*delivery), "delivered 200");
    const auto late = letter(url("/200"));
    courier_->send(late);
    EXPECT_EQ(told(*late), "dropped");
}

TEST_F(CourierTest, DropsWhatComesTooLateToStop) {
    CourierOptions options = quick();
    options.delay = 1h;
    use(options);
    const auto delivery = letter(url("/200"));
    courier_->send(delivery);
    courier_->stop();
    EXPECT_EQ(told(*delivery), "dropped");
    EXPECT_TRUE(receiver_.requests().empty());
}

TEST_F(CourierTest, TakesNoMoreThanItCanKeep) {
    CourierOptions options = quick();
    options.delay = 1h;
    options.most = 2;
    use(options);
    const std::shared_ptr<Delivery> all[] = {letter("a"), letter("b"), letter("c")};
    for (const auto& each : all) courier_->send(each);
    EXPECT_EQ(told(*all[1]), "waiting");
    EXPECT_EQ(told(*all[2]), "failed (more than 2 wait to be sent)");
}

}  // namespace
}  // namespace standin::serve
