// A mock of one small document, for tests that ask it something.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "mock/contract/fixture.h"
#include "mock/engine/engine.h"

namespace standin::engine {

struct MockOptions {
    std::string fixture = {};  // YAML text; "" = none
    std::string faults = {};   // the same
    Sessions::Limits sessions = {};
    bool prefer = true;
    check::Auth auth = check::Auth::off;
    Journal::Limits journal = {};
    uint64_t seed = 0;
    State state = State::on;
    bool dynamic = false;
    bool checks_answers = false;
    bool errors = false;
};

inline Settings settings_of(std::string_view document, const MockOptions& options) {
    Settings settings;
    settings.contracts = {contract::load_contract_text("api.yaml", document)};
    settings.auth = options.auth;
    settings.beginning.seed = options.seed;
    settings.beginning.journal = options.journal;
    settings.sessions = options.sessions;
    settings.prefer = options.prefer;
    settings.state = options.state;
    settings.dynamic = options.dynamic;
    settings.checks_answers = options.checks_answers;
    settings.errors = options.errors;
    if (!options.faults.empty()) {
        settings.beginning.faults.push_back(fault::read_plan(
            contract::read_source_text("faults.yaml", options.faults), settings.contracts));
    }
    if (!options.fixture.empty()) {
        settings.beginning.fixtures.push_back(contract::read_fixture(
            contract::read_source_text("fixture.yaml", options.fixture), settings.contracts));
    }
    return settings;
}

class Mock {
  public:
    explicit Mock(std::string_view document, const MockOptions& options = {})
        : engine_(settings_of(document, options)) {}

    // "POST /books" and so on; a body is sent as JSON.
    std::shared_ptr<const Exchange> exchange(const std::string& line, const std::string& body = "",
                                             http::Headers headers = {}) {
        const size_t space = line.find(' ');
        if (!body.empty() && !headers.find("Content-Type")) {
            headers.add("Content-Type", "application/json");
        }
        return engine_.answer(
            {line.substr(0, space), line.substr(space + 1), std::move(headers), body});
    }

    // "200 {…}".
    std::string ask(const std::string& line, const std::string& body = "",
                    const http::Headers& headers = {}) {
        const auto answered = exchange(line, body, headers);
        const http::Response& response = answered->response;
        std::string text = std::to_string(response.status);
        if (!response.body.empty()) text += ' ' + response.body;
        return text;
    }

    Engine& engine() { return engine_; }

  private:
    Engine engine_;
};

}  // namespace standin::engine
