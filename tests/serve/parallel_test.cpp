// Clients side by side, each in a session of its own: every byte is what it is without the others.
#include <filesystem>
#include <latch>
#include <thread>
#include <vector>

#include <gtest/gtest.h>

#include "mock/serve/responder.h"
#include "tests/serve/wire.h"

namespace standin::serve {

namespace {

constexpr size_t clients = 8;
constexpr int rounds = 50;

constexpr const char* plan = R"(
name: some-trouble
tick: 250ms
rules:
  - {name: sometimes, match: {method: POST}, on: {probability: 0.3}, answer: {status: 503}}
  - {name: limited, match: {method: GET}, quota: {limit: 3, window: 2s, by: credential}}
)";

engine::Settings settings() {
    engine::Settings settings;
    for (const char* name : {"cloudflare-ai-search", "ngrok-ai-gateway"}) {
        settings.contracts.push_back(contract::load_contract(std::string(STANDIN_SOURCE_DIR) +
                                                             "/contracts/" + name + ".yaml"));
    }
    settings.beginning.fixtures =
        contract::read_fixtures(std::string(STANDIN_SOURCE_DIR) + "/fixtures", settings.contracts)
            .files;
    settings.beginning.faults = {
        fault::read_plan(contract::read_source_text("plan.yaml", plan), settings.contracts)};
    return settings;
}

std::string request(const std::string& method, const std::string& target,
                    const std::string& body = "") {
    return method + " " + target +
           " HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer any\r\nContent-Type: "
           "application/json\r\n" +
           "Content-Length: " + std::to_string(body.size()) + "\r\n\r\n" + body;
}

// What one client does, and everything it is answered, as one text.
std::string play(int port, size_t number) {
    const std::string front = "/__session/worker-" + std::to_string(number);
    const std::string tokens = front + "/accounts/3ebb/ai-search/tokens";
    const std::string configurations = front + "/access-key-configurations";
    const std::string token = R"({"name":"n","cf_api_id":"i","cf_api_key":"k"})";
    const std::string control = front + "/__admin";
    Client client(port);
    std::string answers;
    const auto ask = [&](const std::string& method, const std::string& target,
                         const std::string& body = "") {
        client.send(request(method, target, body));
        answers += client.receive_answer();
    };
    ask("POST", control + "/snapshots", R"({"name":"base"})");
    for (size_t i = 0; i < 6; ++i) {
        ask("POST", tokens, token);
        ask("GET", tokens);
        ask("POST", configurations, R"({"name":"Nightly"})");
        ask("GET", configurations + "?limit=2");
        ask("POST", tokens, "{}");
        if (i == number % 6) ask("DELETE", tokens + "/00000000-0000-4000-8000-000000000000");
        if (i == 3) ask("POST", control + "/restore", R"({"snapshot":"base"})");
    }
    const std::string forked = "fork-" + std::to_string(number);
    ask("POST", control + "/fork", R"({"name":")" + forked + R"("})");
    ask("POST", "/__session/" + forked + "/accounts/3ebb/ai-search/tokens", token);
    ask("GET", control + "/state");
    ask("GET", control + "/requests");
    return answers;
}

// Each client's answers.
using Answers = std::vector<std::string>;

Answers serially() {
    engine::Engine engine(settings());
    Responder responder(engine, [](const engine::Exchange&) {});
    RunningServer server(responder, {});
    Answers answers;
    for (size_t i = 0; i < clients; ++i) answers.push_back(play(server.port(), i));
    return answers;
}

Answers in_parallel(const engine::Settings& settings) {
    engine::Engine engine(settings);
    Responder responder(engine, [](const engine::Exchange&) {});
    RunningServer server(responder, {.threads = 4});
    Answers answers(clients);
    std::latch all_ready(clients);
    std::vector<std::thread> threads;
    for (size_t i = 0; i < clients; ++i) {
        threads.emplace_back([&, i] {
            all_ready.arrive_and_wait();
            answers[i] = play(server.port(), i);
        });
    }
    for (std::thread& thread : threads) thread.join();
    return answers;
}

TEST(Parallel, EightClientsInEightSessionsGetWhatTheyGetAlone) {
    const Answers alone = serially();
    std::string all;
    for (const std::string& answers : alone) all += answers;
    for (const char* status : {"200", "201", "400", "404", "429", "503"}) {
        ASSERT_NE(all.find(std::string("HTTP/1.1 ") + status), all.npos) << status;
    }
    ASSERT_NE(alone[0], alone[1]);
    const engine::Settings prepared = settings();
    for (int round = 0; round < rounds; ++round) {
        ASSERT_EQ(in_parallel(prepared), alone) << "in round " << round;
    }
}

}  // namespace

}  // namespace standin::serve
