// Callbacks of the real program: sent to whom the request names, signed, and before it stops.
#include <mutex>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "mock/serve/client.h"
#include "tests/cli/program.h"

namespace standin::cli {

namespace {

constexpr const char* contract = R"(openapi: 3.1.0
info: {title: Orders, version: "1"}
paths:
  /orders:
    post:
      operationId: order
      requestBody: {content: {application/json: {schema: {type: object}}}}
      callbacks:
        made:
          '{$request.body#/to}':
            post: {requestBody: {content: {text/plain: {example: made}}}}
      responses: {"201": {description: ok}}
)";

class Listener : public serve::Handler {
  public:
    serve::Answer answer(http::Request request) override {
        const std::lock_guard lock(mutex_);
        requests_.push_back(std::move(request));
        return {{204, {}, ""}};
    }
    serve::Answer refuse(const http::Request&, int status, std::string_view) override {
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

class Webhook : public testing::Test {
  protected:
    // Asks a program with these flags to call back, and stops it at once; what it has logged.
    std::string call_back(std::vector<std::string> flags, const std::string& to) const {
        flags.insert(flags.begin(), {"serve", "--port", "0", file_});
        Running running(STANDIN_PROGRAM, flags);
        ask(port_in(running.line()), "POST /orders", R"({"to":")" + to + "\"}");
        running.signal(SIGTERM);
        EXPECT_EQ(running.wait(), 0);
        return running.errors();
    }

    Folder folder_;
    const std::string file_ = folder_.write("orders.yaml", contract);
    Listener listener_;
    serve::RunningServer server_{listener_, {}};
    const std::string to_ = "http://127.0.0.1:" + std::to_string(server_.port()) + "/heard";
};

TEST_F(Webhook, IsSentBeforeTheEnd) {
    const std::string log = call_back({"--webhook-delay", "100ms"}, to_);
    EXPECT_THAT(log, testing::HasSubstr(" info webhook made to " + to_ + ": delivered (204)\n"));
    ASSERT_EQ(listener_.requests().size(), 1u);
    EXPECT_EQ(listener_.requests()[0].target, "/heard");
    EXPECT_EQ(listener_.requests()[0].body, "made");
}

TEST_F(Webhook, IsSentInPrismsPlaceToo) {
    Running running(STANDIN_PROGRAM, {"mock", file_, "-p", "0", "--allow-remote-webhooks"});
    std::string line = running.line();
    while (line.find("listening") == line.npos && !line.empty()) line = running.line();
    ask(port_in(line), "POST /orders", R"({"to":")" + to_ + "\"}");
    running.signal(SIGTERM);
    EXPECT_EQ(running.wait(), 0);
    ASSERT_EQ(listener_.requests().size(), 1u);
    EXPECT_EQ(listener_.requests()[0].body, "made");
}

TEST_F(Webhook, IsSigned) {
    call_back({"--webhook-secret", "whsec_c2VjcmV0"}, to_);
    ASSERT_EQ(listener_.requests().size(), 1u);
    const http::Headers headers = listener_.requests()[0].headers;
    const std::string text =
        *headers.find("webhook-id") + '.' + *headers.find("webhook-timestamp") + ".made";
    EXPECT_EQ(*headers.find("webhook-signature"), "v1," + serve::sign("secret", text));
}

TEST_F(Webhook, GoesToOtherHostsWhereThatIsAllowed) {
    EXPECT_THAT(call_back({}, "http://a.invalid/"),
                testing::HasSubstr("201 order webhook made: refused (\"http://a.invalid/\" is on "
                                   "another host: --allow-remote-webhooks lets it be reached)\n"));
    EXPECT_THAT(
        call_back({"--allow-remote-webhooks", "--webhook-retries", "0"}, "http://a.invalid/"),
        testing::HasSubstr(" warning webhook made to http://a.invalid/: failed ("));
}

}  // namespace

}  // namespace standin::cli
