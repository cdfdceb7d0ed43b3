#include "tests/play/player.h"

#include <algorithm>
#include <atomic>
#include <filesystem>
#include <memory>
#include <optional>
#include <thread>

#include "mock/contract/contracts.h"
#include "mock/core/json.h"
#include "mock/fault/wire.h"
#include "mock/schema/check.h"
#include "mock/serve/responder.h"
#include "mock/serve/server.h"
#include "tests/play/client.h"

namespace standin::play {

namespace {

namespace fs = std::filesystem;

std::shared_ptr<const fault::Plan> plan_of(const Case& played, const engine::Settings& settings) {
    if (auto known = settings.library.find(played.faults)) return known;
    const auto file = fs::path(played.file).parent_path() / played.faults;
    return fault::read_plan(contract::read_source(file.string()), settings.contracts);
}

engine::Settings settings_of(const Case& played, const std::string& source) {
    engine::Settings settings;
    std::vector<contract::Wanted> files;
    if (!played.contract.empty()) {
        files.push_back({(fs::path(played.file).parent_path() / played.contract).string()});
    } else {
        for (const auto& entry : fs::directory_iterator(source + "/contracts")) {
            if (entry.path().extension() == ".yaml") files.push_back({entry.path().string()});
        }
        std::ranges::sort(files, {}, &contract::Wanted::file);
    }
    std::vector<std::string> overlays;
    for (const std::string& name : played.overlays) {
        const fs::path shipped = fs::path(source) / "contracts/overlays" / (name + ".yaml");
        const fs::path beside = fs::path(played.file).parent_path() / name;
        overlays.push_back((fs::exists(shipped) ? shipped : beside).string());
    }
    settings.contracts =
        contract::load_contracts(files, overlays, {.strict = played.strict}).contracts;
    if (played.fixtures && played.contract.empty()) {
        settings.beginning.fixtures =
            contract::read_fixtures(source + "/fixtures", settings.contracts).files;
    }
    settings.library = fault::Library::read({source + "/fixtures/faults"}, settings.contracts);
    if (!played.faults.empty()) settings.beginning.faults = {plan_of(played, settings)};
    if (played.state == "off" || played.prism) settings.state = engine::State::off;
    if (played.state == "seeded") settings.state = engine::State::seeded;
    if (played.prism) settings.face = engine::Face::prism;
    settings.beginning.seed = played.seed;
    if (played.auth == "off") settings.auth = check::Auth::off;
    if (played.auth == "values") settings.auth = check::Auth::values;
    return settings;
}

std::string at(const Case& played, const Step& step) {
    return played.file + ":" + std::to_string(step.line) + ": " + step.request.method + " " +
           step.request.target + "\n";
}

// What an answer has that its contract does not promise; "" where there is nothing.
std::string breach(const engine::Exchange& exchange) {
    const bool answered_by_contract = exchange.match.operation && exchange.fault.firings.empty() &&
                                      exchange.error != "preference";
    if (!answered_by_contract) return {};
    const int status = exchange.response.status;
    const auto* response = exchange.match.operation->documented(status);
    if (!response) return "  status " + std::to_string(status) + " is not documented\n";
    const std::string* type = exchange.response.headers.find("Content-Type");
    const bool speaks = response->schema && type && *type == response->media_type;
    if (!speaks || exchange.response.body.empty()) return {};
    const bool unread = type->starts_with("text/") || type->find("xml") != type->npos;
    if (unread) return {};  // which no schema is checked in
    JsonFault fault;
    const auto body = read_json(exchange.response.body, fault);
    if (!body) return "  the body is not JSON: " + fault.message + "\n";
    Problems problems;
    schema::check(contract::compile(*exchange.match.contract->schemas, response->schema),
                  body->root(), {Part::body, "", schema::Direction::response}, problems);
    std::string text;
    for (const Problem& problem : problems) {
        text += "  the body breaks " + problem.schema + " at \"" + problem.pointer +
                "\": " + problem.keyword + " " + problem.expected + ", received " +
                problem.received + "\n";
    }
    return text;
}

std::string difference(const Expected& expected, const Answer& answer) {
    std::string text;
    const auto differs = [&](const std::string& what, const std::string& wanted,
                             const std::string& got) {
        if (wanted != got)
            text += "  " + what + "\n    expected " + wanted + "\n    received " + got + "\n";
    };
    differs("fault", expected.wire, answer.wire);
    const http::Response& response = answer.response;
    differs("status", std::to_string(expected.status), std::to_string(response.status));
    for (const auto& [name, value] : expected.headers) {
        const std::string* found = response.headers.find(name);
        differs("header " + name, value, found ? *found : "(none)");
    }
    differs("body", expected.body, response.body);
    return text;
}

// Whether an answer can still be read from the wire.
bool arrives(fault::Wire wire) {
    return wire == fault::Wire::none || wire == fault::Wire::slow_close;
}

Answer lost(fault::Wire wire) {
    return {std::string(fault::name_of(wire)), {0, {}, {}}};
}

void play_in_engine(const Case& played, engine::Engine& engine, Played& result) {
    std::string wrong;
    // Prism's face speaks in Prism's words, and its examples may break their schemas.
    serve::Responder responder(engine, [&](const engine::Exchange& exchange) {
        wrong = played.prism ? "" : breach(exchange);
    });
    for (const Step& step : played.steps) {
        wrong.clear();
        const serve::Answer given = responder.answer(step.request);
        Answer answer{{}, *given.response};
        if (!arrives(given.delivery.wire)) answer = lost(given.delivery.wire);
        if (step.request.method == "HEAD") answer.response.body.clear();  // the transport's part
        wrong = difference(step.expected, answer) + wrong;
        if (!wrong.empty()) result.failures.push_back(at(played, step) + wrong);
        result.answers.push_back(std::move(answer));
    }
}

void play_through_socket(const Case& played, engine::Engine& engine, Played& result) {
    std::atomic<fault::Wire> wire = fault::Wire::none;
    serve::Responder responder(
        engine, [&](const engine::Exchange& exchange) { wire = exchange.fault.delivery.wire; });
    serve::Server server(responder, {});
    const int port = server.listen();
    std::thread serving([&] { server.run(); });
    std::optional<Client> client;
    for (const Step& step : played.steps) {
        if (!client) client.emplace(port);
        wire = fault::Wire::none;
        Answer answer;
        try {
            answer.response = client->ask(step.request);
        } catch (const std::runtime_error& error) {
            answer = lost(wire);
            if (answer.wire.empty()) answer.wire = error.what();
            client.reset();
        }
        const std::string wrong = difference(step.expected, answer);
        if (!wrong.empty()) result.failures.push_back(at(played, step) + wrong);
        result.answers.push_back(std::move(answer));
    }
    client.reset();
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
