#include "tests/play/player.h"

#include <algorithm>
#include <filesystem>
#include <memory>
#include <thread>

#include "mock/core/json.h"
#include "mock/schema/check.h"
#include "mock/serve/responder.h"
#include "mock/serve/server.h"
#include "tests/play/client.h"

namespace standin::play {

namespace {

namespace fs = std::filesystem;

engine::Settings settings_of(const Case& played, const std::string& source) {
    engine::Settings settings;
    std::vector<std::string> files;
    if (!played.contract.empty()) {
        files.push_back((fs::path(played.file).parent_path() / played.contract).string());
    } else {
        for (const auto& entry : fs::directory_iterator(source + "/contracts")) {
            if (entry.path().extension() == ".yaml") files.push_back(entry.path().string());
        }
        std::sort(files.begin(), files.end());
    }
    for (const std::string& file : files) {
        settings.contracts.push_back(contract::load_contract(file));
    }
    if (played.fixtures && played.contract.empty()) {
        settings.beginning.fixtures =
            contract::read_fixtures(source + "/fixtures", settings.contracts).files;
    }
    if (played.auth == "off") settings.auth = check::Auth::off;
    if (played.auth == "values") settings.auth = check::Auth::values;
    return settings;
}

std::string at(const Case& played, const Step& step) {
    return played.file + ":" + std::to_string(step.line) + ": " + step.request.method + " " +
           step.request.target + "\n";
}

// The documented response that a status falls under; null where the operation names none.
const contract::Documented* documented(const contract::Operation& operation, int status) {
    const std::string exact = std::to_string(status);
    for (const std::string& wanted : {exact, exact.substr(0, 1) + "XX", std::string("default")}) {
        for (const contract::Documented& response : operation.responses) {
            if (response.status == wanted) return &response;
        }
    }
    return nullptr;
}

// What an answer has that its contract does not promise; "" where there is nothing.
std::string breach(const engine::Exchange& exchange) {
    if (!exchange.match.operation) return {};
    const int status = exchange.response.status;
    const auto* response = documented(*exchange.match.operation, status);
    if (!response) return "  status " + std::to_string(status) + " is not documented\n";
    if (!response->schema || exchange.response.body.empty()) return {};
    JsonFault fault;
    const auto body = read_json(exchange.response.body, fault);
    if (!body) return "  the body is not JSON: " + fault.message + "\n";
    Problems problems;
    schema::check(exchange.match.contract->schemas->compile(response->schema.pointer), body->root(),
                  {Part::body, "", schema::Direction::response}, problems);
    std::string text;
    for (const Problem& problem : problems) {
        text += "  the body breaks " + problem.schema + " at \"" + problem.pointer +
                "\": " + problem.keyword + " " + problem.expected + ", received " +
                problem.received + "\n";
    }
    return text;
}

std::string difference(const Expected& expected, const http::Response& answer) {
    std::string text;
    const auto differs = [&](const std::string& what, const std::string& wanted,
                             const std::string& got) {
        if (wanted != got)
            text += "  " + what + "\n    expected " + wanted + "\n    received " + got + "\n";
    };
    differs("status", std::to_string(expected.status), std::to_string(answer.status));
    for (const auto& [name, value] : expected.headers) {
        const std::string* found = answer.headers.find(name);
        differs("header " + name, value, found ? *found : "(none)");
    }
    differs("body", expected.body, answer.body);
    return text;
}

void play_in_engine(const Case& played, engine::Engine& engine, Played& result) {
    for (const Step& step : played.steps) {
        const auto exchange = engine.answer(step.request);
        http::Response answer = exchange->response;
        if (step.request.method == "HEAD") answer.body.clear();  // the transport's part
        const std::string wrong = difference(step.expected, answer) + breach(*exchange);
        if (!wrong.empty()) result.failures.push_back(at(played, step) + wrong);
        result.answers.push_back(std::move(answer));
    }
}

void play_through_socket(const Case& played, engine::Engine& engine, Played& result) {
    serve::Responder responder(engine, [](const engine::Exchange&) {});
    serve::Server server(responder, {});
    const int port = server.listen();
    std::thread serving([&] { server.run(); });
    {
        Client client(port);
        for (const Step& step : played.steps) {
            http::Response answer = client.ask(step.request);
            const std::string wrong = difference(step.expected, answer);
            if (!wrong.empty()) result.failures.push_back(at(played, step) + wrong);
            result.answers.push_back(std::move(answer));
        }
    }
    server.stop();
    serving.join();
}

}  // namespace

Played play(const Case& played, Way way, const std::string& source) {
    Played result;
    engine::Engine engine(settings_of(played, source));
    if (way == Way::engine) {
        play_in_engine(played, engine, result);
    } else {
        play_through_socket(played, engine, result);
    }
    return result;
}

}  // namespace standin::play
