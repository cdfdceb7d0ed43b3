// A handler that is exchanged while it is asked.
#include "mock/serve/relay.h"

#include <semaphore>
#include <stdexcept>
#include <thread>
#include <vector>

#include <gtest/gtest.h>

namespace standin::serve {
namespace {

// Answers with its name; where it is told to, not before somebody lets it.
class Named : public Handler {
  public:
    explicit Named(std::string name, bool waits = false) : name_(std::move(name)), waits_(waits) {}

    Answer answer(http::Request) override {
        entered.release();
        if (waits_) let.acquire();
        return {{200, {}, name_}};
    }
    Answer refuse(const http::Request&, int status, std::string_view) override {
        return {{status, {}, name_}};
    }
    void tidy() override { ++tidied; }

    std::counting_semaphore<> entered{0};
    std::counting_semaphore<> let{0};
    int tidied = 0;

  private:
    const std::string name_;
    const bool waits_;
};

TEST(Relay, PassesOnWhatTheHandlerOfTheMomentSays) {
    const auto first = std::make_shared<Named>("first");
    const auto second = std::make_shared<Named>("second");
    Relay relay(first);
    EXPECT_EQ(relay.answer({}).response->body, "first");
    bool between = false;
    EXPECT_EQ(relay.replace(second, [&] { between = true; }), first);
    EXPECT_TRUE(between);
    EXPECT_EQ(relay.answer({}).response->body, "second");
    EXPECT_EQ(relay.refuse({}, 431, "").response->body, "second");
    relay.tidy();
    EXPECT_EQ(first->tidied, 0);
    EXPECT_EQ(second->tidied, 1);
}

TEST(Relay, StaysAsItIsWhereTheStepFails) {
    Relay relay(std::make_shared<Named>("first"));
    const auto fail = [] { throw std::runtime_error("no"); };
    EXPECT_THROW(relay.replace(std::make_shared<Named>("second"), fail), std::runtime_error);
    EXPECT_EQ(relay.answer({}).response->body, "first");
}

TEST(Relay, WaitsForCallsThatAreUnderWayAndHoldsUpOthers) {
    const auto first = std::make_shared<Named>("first", true);
    Relay relay(first);
    std::string body;
    std::thread asking([&] { body = relay.answer({}).response->body; });
    first->entered.acquire();
    std::binary_semaphore between{0};
    std::binary_semaphore go_on{0};
    std::thread replacing([&] {
        relay.replace(std::make_shared<Named>("second"), [&] {
            between.release();
            go_on.acquire();
        });
    });
    EXPECT_FALSE(between.try_acquire_for(std::chrono::milliseconds(20)));
    first->let.release();
    between.acquire();
    std::string later;
    std::thread late([&] { later = relay.answer({}).response->body; });
    go_on.release();
    for (std::thread* thread : {&asking, &replacing, &late}) thread->join();
    EXPECT_EQ(body, "first");
    EXPECT_EQ(later, "second");
}

// Readers that follow one another without a gap would keep a plain lock for ever.
TEST(Relay, IsNotKeptOutByACrowd) {
    Relay relay(std::make_shared<Named>("0"));
    std::atomic<bool> over{false};
    std::vector<std::thread> crowd;
    for (int i = 0; i < 4; ++i) {
        crowd.emplace_back([&] {
            while (!over) relay.answer({});
        });
    }
    for (int i = 1; i <= 50; ++i) {
        relay.replace(std::make_shared<Named>(std::to_string(i)), [] {});
    }
    over = true;
    for (std::thread& thread : crowd) thread.join();
    EXPECT_EQ(relay.answer({}).response->body, "50");
}

}  // namespace
}  // namespace standin::serve
