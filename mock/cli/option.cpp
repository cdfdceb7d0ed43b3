#include "mock/cli/option.h"

#include <charconv>
#include <limits>
#include <sstream>

#include "mock/cli/command.h"
#include "mock/cli/command_line.h"

namespace standin::cli {

namespace {

namespace po = boost::program_options;

po::options_description described() {
    po::options_description options("Options", 100, 60);
    options.add_options()("port", po::value<std::string>()->value_name("N")->default_value("4010"),
                          "port to listen on; 0 takes a free one")(
        "host", po::value<std::string>()->value_name("HOST")->default_value("127.0.0.1"),
        "address or name to listen on; :: is every address of the machine")(
        "socket", po::value<std::string>()->value_name("PATH"),
        "Unix socket to listen at, alone unless --port is given too")(
        "tls", po::value<std::string>()->value_name("HOW"),
        "self-signed: speak TLS, with a certificate made for localhost and HOST")(
        "tls-ca", po::value<std::string>()->value_name("FILE"),
        "where clients are to find what vouches for that certificate (PEM); without it, a file in "
        "a temporary folder; either is removed at the end")(
        "tls-cert", po::value<std::string>()->value_name("FILE"),
        "speak TLS, with this certificate and those that vouch for it (PEM)")(
        "tls-key", po::value<std::string>()->value_name("FILE"), "the certificate's key (PEM)")(
        "tls-client-ca", po::value<std::string>()->value_name("FILE"),
        "demand certificates of clients, vouched for by one of these (PEM)")(
        "ready-file", po::value<std::string>()->value_name("PATH"),
        "file that is written, with the URL in it, once connections are accepted")(
        "mount", po::value<std::vector<std::string>>()->value_name("/PREFIX=FILE"),
        "another contract, served under this prefix alone; may be given several times")(
        "overlay", po::value<std::vector<std::string>>()->value_name("FILE"),
        "OpenAPI Overlay that changes a contract, or the name of one that ships; may be given "
        "several times")(
        "fixtures", po::value<std::string>()->value_name("DIR"),
        "folder of starting states; without it, and without CONTRACT, those that ship")(
        "seed", po::value<std::string>()->value_name("N")->default_value("0"),
        "what generated values depend on; the same seed gives the same bytes")(
        "clock", po::value<std::string>()->value_name("TIME")->default_value("fixed"),
        "fixed (2025-01-01T00:00:00Z), real, or an RFC 3339 time at which the clock stands")(
        "auth", po::value<std::string>()->value_name("MODE")->default_value("contract"),
        "off; contract: credentials must be there and well formed; values: and be among those "
        "that the fixtures name")(
        "faults", po::value<std::vector<std::string>>()->value_name("PLAN"),
        "file of rules by which requests go wrong in every session, or the name of a plan that "
        "ships; may be given several times")(
        "query-array-format", po::value<std::string>()->value_name("WAY"),
        "how clients write arrays in queries: auto (as the contract says), repeat, comma, space, "
        "pipe or brackets")("query-object-format", po::value<std::string>()->value_name("WAY"),
                            "the same of objects: auto, flat, flat-comma, brackets or dots")(
        "form-array-format", po::value<std::string>()->value_name("WAY"),
        "as --query-array-format, in forms")("form-object-format",
                                             po::value<std::string>()->value_name("WAY"),
                                             "as --query-object-format, in forms")(
        "strict", "refuse members and query parameters that no contract declares")(
        "state", po::value<std::string>()->value_name("MODE")->default_value("on"),
        "on; off: every operation answers what its contract documents; seeded: collections begin "
        "with what the examples hold, and what is not there is made up")(
        "dynamic", "vary samples, as the seed says, instead of answering examples")(
        "check-answers", "check answers made of the state too; X-Standin-Violations tells")(
        "errors", "answer 500 instead of what a contract does not promise; checks all answers")(
        "no-prefer", "do not look at Prefer: code=503, example=NAME, delay=200ms, fault=NAME")(
        "no-cors", "do not let pages of other origins call the mock, and answer no preflights")(
        "session-ttl", po::value<std::string>()->value_name("TIME")->default_value("30m"),
        "an unused session is dropped after this (0: never; units ms, s, m, h; else ms)")(
        "max-sessions", po::value<std::string>()->value_name("N")->default_value("1000"),
        "how many sessions there may be; beyond, a request is answered 503")(
        "public-url", po::value<std::string>()->value_name("URL"),
        "URL that links in answers begin with, instead of the contract's first server")(
        "journal-size", po::value<std::string>()->value_name("N")->default_value("1000"),
        "how many exchanges the journal keeps")(
        "max-connections", po::value<std::string>()->value_name("N")->default_value("16384"),
        "how many connections may be open; beyond, one is answered 503")(
        "max-body", po::value<std::string>()->value_name("BYTES")->default_value("10485760"),
        "largest body that is read; a larger one is answered 413")(
        "no-watch",
        "do not load contracts anew when their files change; SIGHUP loads them anew either way, "
        "and those that ship only then")(
        "allow-remote-refs", "let $ref lead to http: and https: URLs, and CONTRACT be one");
    add_webhook_flags(options);
    options.add_options()(
        "log-level", po::value<std::string>()->value_name("LEVEL")->default_value("info"),
        "off, error, warn, info (a line for each request) or debug; logs go to stderr")(
        "help", "this text");
    return options;
}

check::Auth auth_of(const std::string& text) {
    if (text == "off") return check::Auth::off;
    if (text == "contract") return check::Auth::contract;
    if (text == "values") return check::Auth::values;
    throw UsageError("--auth takes off, contract or values, not \"" + text + "\"");
}

engine::State state_of(const std::string& text) {
    if (text == "on") return engine::State::on;
    if (text == "off") return engine::State::off;
    if (text == "seeded") return engine::State::seeded;
    throw UsageError("--state takes on, off or seeded, not \"" + text + "\"");
}

check::ArrayFormat array_format_of(const std::string& flag, const std::string& text) {
    if (text.empty()) return check::ArrayFormat::automatic;
    if (const auto format = check::array_format(text)) return *format;
    throw UsageError("--" + flag + " takes auto, repeat, comma, space, pipe or brackets, not \"" +
                     text + "\"");
}

check::ObjectFormat object_format_of(const std::string& flag, const std::string& text) {
    if (text.empty()) return check::ObjectFormat::automatic;
    if (const auto format = check::object_format(text)) return *format;
    throw UsageError("--" + flag + " takes auto, flat, flat-comma, brackets or dots, not \"" +
                     text + "\"");
}

Clock clock_of(const std::string& text) {
    if (text == "fixed") return Clock::fixed();
    if (text == "real") return Clock::real();
    if (const auto instant = parse_instant(text)) return Clock::fixed(*instant);
    throw UsageError("--clock takes fixed, real or an RFC 3339 time, not \"" + text + "\"");
}

std::string log_level_of(const std::string& text) {
    for (const char* known : {"off", "error", "warn", "info", "debug"}) {
        if (text == known) return text;
    }
    throw UsageError("--log-level takes off, error, warn, info or debug, not \"" + text + "\"");
}

// The whole number that a flag gives. (Boost's own conversion takes "-1" for a very large one.)
uint64_t number_of(const std::string& flag, const std::string& text, uint64_t most) {
    uint64_t number = 0;
    const char* end = text.data() + text.size();
    const auto [rest, error] = std::from_chars(text.data(), end, number);
    if (error == std::errc{} && rest == end && number <= most) return number;
    throw UsageError("--" + flag + " takes a whole number from 0 to " + std::to_string(most) +
                     ", not \"" + text + "\"");
}

std::chrono::milliseconds duration_of(const std::string& flag, const std::string& text) {
    if (const auto duration = parse_duration(text)) return *duration;
    throw UsageError("--" + flag + " takes a time such as 500ms, 30s, 30m or 2h, not \"" + text +
                     "\"");
}

std::string public_url_of(const std::string& text) {
    if (text.empty() || text.starts_with("http://") || text.starts_with("https://")) return text;
    throw UsageError("--public-url takes a URL that begins with http:// or https://, not \"" +
                     text + "\"");
}

// "[::1]", as URLs have it, is taken too.
std::string host_of(const std::string& text) {
    const bool bracketed = text.starts_with('[') && text.ends_with(']');
    return bracketed ? text.substr(1, text.size() - 2) : text;
}

Secrecy secrecy_of(const po::variables_map& map) {
    const auto text = [&](const char* name) {
        return map.count(name) ? map[name].as<std::string>() : std::string();
    };
    Secrecy tls{.certificate = text("tls-cert"),
                .key = text("tls-key"),
                .client_ca = text("tls-client-ca"),
                .authority = text("tls-ca")};
    const bool made = map.count("tls") > 0;
    if (made && text("tls") != "self-signed") {
        throw UsageError("--tls takes self-signed, not \"" + text("tls") + "\"");
    }
    if (tls.certificate.empty() != tls.key.empty()) {
        throw UsageError("--tls-cert and --tls-key are given together");
    }
    tls.on = made || !tls.key.empty();
    if (made && !tls.key.empty()) {
        throw UsageError("--tls self-signed makes the certificate that --tls-cert gives");
    }
    if (!made && !tls.authority.empty()) throw UsageError("--tls-ca needs --tls self-signed");
    if (!tls.on && !tls.client_ca.empty()) {
        throw UsageError("--tls-client-ca needs --tls-cert and --tls-key, or --tls self-signed");
    }
    return tls;
}

po::variables_map parsed(const std::vector<std::string>& arguments) {
    po::options_description all = described();
    all.add_options()("contract", po::value<std::vector<std::string>>());
    po::variables_map map = read_command_line(arguments, all, "contract", "serve");
    return map;
}

}  // namespace

ServeOptions parse_serve_options(const std::vector<std::string>& arguments) {
    const po::variables_map map = parsed(arguments);
    const auto text = [&](const char* name) {
        return map.count(name) ? map[name].as<std::string>() : std::string();
    };
    const auto number = [&](const char* name, uint64_t most) {
        return number_of(name, text(name), most);
    };
    constexpr uint64_t any = std::numeric_limits<int64_t>::max();
    ServeOptions options;
    options.help = map.count("help") > 0;
    if (map.count("contract")) {
        options.contracts = map["contract"].as<std::vector<std::string>>();
    }
    if (map.count("mount")) options.mounts = map["mount"].as<std::vector<std::string>>();
    if (map.count("overlay")) options.overlays = map["overlay"].as<std::vector<std::string>>();
    options.host = host_of(text("host"));
    options.port = static_cast<int>(number("port", 65535));
    options.socket = text("socket");
    if (!options.socket.empty() && map["port"].defaulted()) options.port.reset();
    options.tls = secrecy_of(map);
    options.max_connections = number("max-connections", any);
    if (options.max_connections == 0) throw UsageError("--max-connections takes at least 1");
    options.ready_file = text("ready-file");
    options.fixtures = text("fixtures");
    options.seed = number("seed", any);
    options.clock = clock_of(text("clock"));
    options.auth = auth_of(text("auth"));
    if (map.count("faults")) options.faults = map["faults"].as<std::vector<std::string>>();
    options.state = state_of(text("state"));
    options.dynamic = map.count("dynamic") > 0;
    options.check_answers = map.count("check-answers") > 0;
    options.errors = map.count("errors") > 0;
    const auto array = [&](const char* flag) { return array_format_of(flag, text(flag)); };
    const auto object = [&](const char* flag) { return object_format_of(flag, text(flag)); };
    options.dialect.query = {array("query-array-format"), object("query-object-format")};
    options.dialect.form = {array("form-array-format"), object("form-object-format")};
    options.strict = map.count("strict") > 0;
    options.prefer = map.count("no-prefer") == 0;
    options.cors = map.count("no-cors") == 0;
    options.sessions.ttl = duration_of("session-ttl", text("session-ttl"));
    options.sessions.most = number("max-sessions", any);
    if (options.sessions.most == 0) throw UsageError("--max-sessions takes at least 1");
    options.public_url = public_url_of(text("public-url"));
    options.journal_size = number("journal-size", any);
    options.max_body_bytes = number("max-body", 1 << 30);
    options.watch = map.count("no-watch") == 0;
    options.remote_refs = map.count("allow-remote-refs") > 0;
    options.log_level = log_level_of(text("log-level"));
    options.webhooks = read_webhook_flags(map);
    return options;
}

std::string serve_help() {
    std::ostringstream text;
    text
        << "Usage: standin serve [CONTRACT…] [OPTION…]\n\n"
           "Answers requests as the contracts (OpenAPI 2.0 to 3.2, JSON or YAML) say, with state\n"
           "in memory. Without CONTRACT, the four that ship are served.\n\n"
        << described()
        << "\nA request belongs to the session that X-Standin-Session names, or /__session/NAME "
           "in\n"
           "front of its path; without either, to \"default\". Each has its own state, clock, "
           "ids,\n"
           "faults and journal.\n\n"
           "The control API is under /__admin: health, reset, requests, sessions, snapshots,\n"
           "restore, fork, state, clock, faults, webhooks.\n"
           "Exit codes: 0 stopped by SIGINT or SIGTERM, 2 a contract, fixture or flag is wrong or\n"
           "the port is taken, 3 the mock failed.\n";
    return text.str();
}

}  // namespace standin::cli
