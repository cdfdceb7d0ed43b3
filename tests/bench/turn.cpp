// One connection's turns with one kind of request, from the socket to the socket and nothing else:
// what a profiler is to look at. The contracts and fixtures lie in the folder ROOT. KIND is one,
// list, create or refuse.
//
//   g++ -std=c++20 -O2 -I. tests/bench/turn.cpp -o turn build/release/libstandin.a
//       -lpcre2-8 -lyaml -lidn2 -pthread
//   valgrind --tool=callgrind --toggle-collect='standin::serve::Connection::turn(*'
//       ./turn ROOT KIND TURNS
#include <atomic>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <map>
#include <string>
#include <vector>

#include <sys/socket.h>
#include <unistd.h>

#include "mock/contract/contracts.h"
#include "mock/contract/fixture.h"
#include "mock/serve/connection.h"
#include "mock/serve/responder.h"

namespace {

using namespace standin;

engine::Settings settings_of(const std::string& root) {
    std::vector<contract::Wanted> wanted;
    for (const std::string name :
         {"bifrost", "cloudflare-ai-gateway", "cloudflare-ai-search", "ngrok-ai-gateway"}) {
        wanted.push_back({root + "/contracts/" + name + ".yaml", {}});
    }
    engine::Settings settings;
    settings.contracts = contract::load_contracts(wanted, {}, {}).contracts;
    settings.beginning.fixtures =
        contract::read_fixtures(root + "/fixtures", settings.contracts).files;
    return settings;
}

std::string text_of(const std::string& line, const std::string& body = "") {
    const std::string length = body.empty() ? "" : "Content-Length: " + std::to_string(body.size());
    return line + " HTTP/1.1\r\nHost: 127.0.0.1:4010\r\nAuthorization: Bearer bench\r\n" +
           "Content-Type: application/json\r\n" + length + (body.empty() ? "" : "\r\n") + "\r\n" +
           body;
}

// As scripts/bench asks.
std::map<std::string, std::string> requests() {
    const std::string path = "/access-key-configurations";
    return {
        {"one", text_of("GET " + path + "/aigac_2bqCE27b9pHXdg4J1E4qb5BklJM")},
        {"list", text_of("GET " + path + "?limit=20")},
        {"create",
         text_of("POST " + path,
                 R"({"name":"Nightly","description":"Runs at night","metadata":"m",)"
                 R"("access":{"providers":{"allow":["openai","anthropic"]},"models":{"allow":[]}},)"
                 R"("router":{"rules":[{"steps":[{"type":"ngrok"}],"provider":"openai",)"
                 R"("model":"gpt-4o"}]}})")},
        {"refuse",
         text_of("POST " + path, R"({"name":17,"nickname":"n","access":{"providers":"all"},)"
                                 R"("router":{"rules":[{"steps":7}]}})")}};
}

}  // namespace

int main(int, char** arguments) {
    engine::Engine engine(settings_of(arguments[1]));
    serve::Responder responder(engine, [](const engine::Exchange&) {});
    const serve::Limits limits;
    const std::atomic<bool> stopping{false};
    const serve::Desk desk{responder, limits, stopping};
    int ends[2];
    if (::socketpair(AF_UNIX, SOCK_STREAM, 0, ends) != 0) return EXIT_FAILURE;
    serve::Connection connection(ends[0], limits);
    serve::Scratch scratch;
    std::vector<char> answer(1 << 17);
    const auto ask = [&](const std::string& text) {
        if (::write(ends[1], text.data(), text.size()) < 0) std::exit(EXIT_FAILURE);
        connection.turn(desk, scratch);
        if (::read(ends[1], answer.data(), answer.size()) <= 0) std::exit(EXIT_FAILURE);
    };
    for (int i = 0; i < 20; ++i) ask(requests().at("create"));
    const std::string asked = requests().at(arguments[2]);
    const int turns = std::atoi(arguments[3]);
    const auto begin = std::chrono::steady_clock::now();
    for (int i = 0; i < turns; ++i) ask(asked);
    const std::chrono::duration<double, std::nano> taken = std::chrono::steady_clock::now() - begin;
    std::printf("%s %.0f ns\n", arguments[2], taken.count() / turns);
}
