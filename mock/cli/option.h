// The flags of `standin serve`.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "mock/check/credentials.h"
#include "mock/check/dialect.h"
#include "mock/cli/webhook_option.h"
#include "mock/core/clock.h"
#include "mock/engine/engine.h"
#include "mock/engine/sessions.h"

namespace standin::cli {

// What the flags say of TLS.
struct Secrecy {
    bool on = false;
    std::string certificate;  // files in PEM; "" = made
    std::string key;
    std::string client_ca;  // "" = clients need no certificate
    std::string authority;  // what vouches for the made certificate; "" = in a temporary folder
};

struct ServeOptions {
    std::vector<std::string> contracts;  // files; none = those that ship
    std::vector<std::string> mounts;     // "/prefix=FILE"
    std::vector<std::string> overlays;   // files, or names of those that ship
    std::string host = "127.0.0.1";      // IPv6 without brackets
    std::optional<int> port = 4010;      // none: at a Unix socket alone
    std::string socket;                  // path of a Unix socket; "" = none
    Secrecy tls;
    size_t max_connections = 16384;
    std::string ready_file;
    std::string fixtures;  // folder; "" = with the shipped contracts those that ship, else none
    uint64_t seed = 0;
    Clock clock = Clock::fixed();
    check::Auth auth = check::Auth::contract;
    check::Dialect dialect;
    std::string log_level = "info";
    std::vector<std::string> faults;  // files, or names of plans that the fixtures have
    bool prefer = true;
    bool cors = true;
    bool prism = false;  // Prism's face: standin mock
    engine::State state = engine::State::on;
    bool dynamic = false;
    bool ignore_examples = false;
    bool check_answers = false;
    bool errors = false;
    bool strict = false;  // requests must hold nothing that the contracts do not declare
    engine::Sessions::Limits sessions;
    std::string public_url;  // "" = the contracts' own
    size_t journal_size = 1000;
    size_t max_body_bytes = 10 << 20;
    bool watch = true;         // contracts are loaded anew when files of theirs change
    bool remote_refs = false;  // contracts may lead to other hosts
    WebhookOptions webhooks;
    bool help = false;

    // Whether the contracts that ship are served.
    bool is_shipped() const { return contracts.empty() && mounts.empty(); }
};

// The options of `standin mock`, which has Prism's flags. Throws UsageError.
ServeOptions parse_mock_options(const std::vector<std::string>& arguments);

// What `standin mock --help` prints.
std::string mock_help();

// Throws UsageError with one line that names the flag.
ServeOptions parse_serve_options(const std::vector<std::string>& arguments);

// What `standin serve --help` prints.
std::string serve_help();

}  // namespace standin::cli
