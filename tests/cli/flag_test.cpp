// Help, versions, and every flag that is wrong: one line, and exit code 2.
#include <gtest/gtest.h>

#include "tests/cli/program.h"

namespace standin::cli {

namespace {

constexpr const char* help = R"(standin stands in for HTTP APIs described by OpenAPI contracts.

Usage: standin COMMAND [OPTION…]

Commands:
  serve [CONTRACT…]   answer requests as the contracts say, with state in memory
  mock DOCUMENT       answer as Prism does, from examples and schemas, without state
  check FILE…         say what is wrong with contracts, without serving them
  explain FILE        say what is inferred of a contract, and write it as an overlay

Options:
  --help      this text; after a command, that command's
  --version   the version

Exit codes: 0 fine, 2 a contract, fixture or flag is wrong, 3 the mock failed.
)";

// Boost ends wrapped lines with a space: it stands before each "\n" that is written out.
constexpr const char* serve_help =
    R"(Usage: standin serve [CONTRACT…] [OPTION…]

Answers requests as the contracts (OpenAPI 2.0 to 3.2, JSON or YAML) say, with state
in memory. Without CONTRACT, the four that ship are served.

Options:
  --port N (=4010)             port to listen on; 0 takes a free one
  --host HOST (=127.0.0.1)     address or name to listen on; :: is every address of the machine
  --socket PATH                Unix socket to listen at, alone unless --port is given too
  --tls HOW                    self-signed: speak TLS, with a certificate made for localhost and )"
    "\n"
    R"(                               HOST
  --tls-ca FILE                where clients are to find what vouches for that certificate (PEM); )"
    "\n"
    R"(                               without it, a file in a temporary folder; either is removed )"
    "at the \n"
    R"(                               end
  --tls-cert FILE              speak TLS, with this certificate and those that vouch for it (PEM)
  --tls-key FILE               the certificate's key (PEM)
  --tls-client-ca FILE         demand certificates of clients, vouched for by one of these (PEM)
  --ready-file PATH            file that is written, with the URL in it, once connections are )"
    "\n"
    R"(                               accepted
  --mount /PREFIX=FILE         another contract, served under this prefix alone; may be given )"
    "\n"
    R"(                               several times
  --overlay FILE               OpenAPI Overlay that changes a contract, or the name of one that )"
    "\n"
    R"(                               ships; may be given several times
  --fixtures DIR               folder of starting states; without it, and without CONTRACT, those )"
    "\n"
    R"(                               that ship
  --seed N (=0)                what generated values depend on; the same seed gives the same bytes
  --clock TIME (=fixed)        fixed (2025-01-01T00:00:00Z), real, or an RFC 3339 time at which the
                               clock stands
  --auth MODE (=contract)      off; contract: credentials must be there and well formed; values: )"
    "\n"
    R"(                               and be among those that the fixtures name
  --faults PLAN                file of rules by which requests go wrong in every session, or the )"
    "\n"
    R"(                               name of a plan that ships; may be given several times
  --query-array-format WAY     how clients write arrays in queries: auto (as the contract says), )"
    "\n"
    R"(                               repeat, comma, space, pipe or brackets
  --query-object-format WAY    the same of objects: auto, flat, flat-comma, brackets or dots
  --form-array-format WAY      as --query-array-format, in forms
  --form-object-format WAY     as --query-object-format, in forms
  --strict                     refuse members and query parameters that no contract declares
  --state MODE (=on)           on; off: every operation answers what its contract documents; )"
    "\n"
    R"(                               seeded: collections begin with what the examples hold, and )"
    "what is \n"
    R"(                               not there is made up
  --dynamic                    vary samples, as the seed says, instead of answering examples
  --check-answers              check answers made of the state too; X-Standin-Violations tells
  --errors                     answer 500 instead of what a contract does not promise; checks all )"
    "\n"
    R"(                               answers
  --no-prefer                  do not look at Prefer: code=503, example=NAME, delay=200ms, )"
    "\n"
    R"(                               fault=NAME
  --no-cors                    do not let pages of other origins call the mock, and answer no )"
    "\n"
    R"(                               preflights
  --session-ttl TIME (=30m)    an unused session is dropped after this (0: never; units ms, s, m, )"
    "\n"
    R"(                               h; else ms)
  --max-sessions N (=1000)     how many sessions there may be; beyond, a request is answered 503
  --public-url URL             URL that links in answers begin with, instead of the contract's )"
    "\n"
    R"(                               first server
  --journal-size N (=1000)     how many exchanges the journal keeps
  --max-connections N (=16384) how many connections may be open; beyond, one is answered 503
  --max-body BYTES (=10485760) largest body that is read; a larger one is answered 413
  --no-watch                   do not load contracts anew when their files change; SIGHUP loads )"
    "\n"
    R"(                               them anew either way, and those that ship only then
  --allow-remote-refs          let $ref lead to http: and https: URLs, and CONTRACT be one
  --webhook-url URL            where webhooks go that the control API is given no URL for
  --webhook-delay TIME (=0ms)  wait so long before a callback or a webhook is sent
  --webhook-retries N (=2)     how often one that nobody, or a 5xx, answers is tried again
  --webhook-secret SECRET      sign callbacks and webhooks with this key (Standard Webhooks), )"
    "\n"
    R"(                               whsec_ and base 64
  --allow-remote-webhooks      let callbacks and webhooks go to other hosts than this one
  --log-level LEVEL (=info)    off, error, warn, info (a line for each request) or debug; logs go )"
    "\n"
    R"(                               to stderr
  --help                       this text

A request belongs to the session that X-Standin-Session names, or /__session/NAME in
front of its path; without either, to "default". Each has its own state, clock, ids,
faults and journal.

The control API is under /__admin: health, reset, requests, sessions, snapshots,
restore, fork, state, clock, faults, webhooks.
Exit codes: 0 stopped by SIGINT or SIGTERM, 2 a contract, fixture or flag is wrong or
the port is taken, 3 the mock failed.
)";

struct Row {
    const char* name;
    std::vector<std::string> arguments;
    int code;
    std::string out;
    std::string errors;
};

void PrintTo(const Row& row, std::ostream* out) {
    *out << row.name;
}

class Command : public testing::TestWithParam<Row> {};

TEST_P(Command, EndsWithItsText) {
    const Ended ended = standin(GetParam().arguments);
    EXPECT_EQ(ended.out, GetParam().out);
    EXPECT_EQ(ended.errors, GetParam().errors);
    EXPECT_EQ(ended.code, GetParam().code);
}

Row wrong(const char* name, std::vector<std::string> arguments, const std::string& line) {
    arguments.insert(arguments.begin(), "serve");
    return {name, std::move(arguments), 2, "", "standin: " + line + "\n"};
}

const std::string most = std::to_string(INT64_MAX);
const std::string see = "; see standin serve --help";

const Row rows[] = {
    {"nothing", {}, 0, help, ""},
    {"help", {"--help"}, 0, help, ""},
    {"help_in_short", {"-h"}, 0, help, ""},
    {"help_as_a_word", {"help"}, 0, help, ""},
    {"version", {"--version"}, 0, "standin " STANDIN_VERSION "\n", ""},
    {"unknown_command", {"dance"}, 2, "", "standin: no command \"dance\"; see standin --help\n"},
    {"help_of_serve", {"serve", "--help"}, 0, serve_help, ""},
    {"help_before_all", {"serve", "none.yaml", "--help"}, 0, serve_help, ""},
    wrong("state_of_another_word", {"--state", "maybe"},
          "--state takes on, off or seeded, not \"maybe\""),
    wrong("unknown_flag", {"--prot=1"}, "unrecognised option '--prot=1'" + see),
    wrong("flag_cut_short", {"--po", "1"}, "unrecognised option '--po'" + see),
    wrong("flag_without_value", {"--port"},
          "the required argument for option '--port' is missing" + see),
    wrong("flag_twice", {"--port", "1", "--port", "2"},
          "option '--port' cannot be specified more than once" + see),
    wrong("mount_without_file", {"--mount", "/a="},
          "--mount takes a path and a contract, as in /v2=my-api.yaml, not \"/a=\""),
    wrong("mount_without_prefix", {"--mount", "a.yaml"},
          "--mount takes a path and a contract, as in /v2=my-api.yaml, not \"a.yaml\""),
    wrong("mount_at_the_root", {"--mount", "/=a.yaml"},
          "--mount takes a path and a contract, as in /v2=my-api.yaml, not \"/=a.yaml\""),
    wrong("mount_with_a_template", {"--mount", "/{a}=a.yaml"},
          "--mount takes a path and a contract, as in /v2=my-api.yaml, not \"/{a}=a.yaml\""),
    wrong("mount_over_the_control_api", {"--mount", "/__admin=a.yaml"},
          "--mount /__admin=a.yaml: paths that begin with /__ are the mock's own"),
    wrong("port_of_letters", {"--port", "http"},
          "--port takes a whole number from 0 to 65535, not \"http\""),
    wrong("port_too_large", {"--port", "65536"},
          "--port takes a whole number from 0 to 65535, not \"65536\""),
    wrong("port_below_zero", {"--port=-1"},
          "--port takes a whole number from 0 to 65535, not \"-1\""),
    wrong("port_and_more", {"--port", "80x"},
          "--port takes a whole number from 0 to 65535, not \"80x\""),
    wrong("seed_below_zero", {"--seed=-1"},
          "--seed takes a whole number from 0 to " + most + ", not \"-1\""),
    wrong("journal_of_a_fraction", {"--journal-size", "1.5"},
          "--journal-size takes a whole number from 0 to " + most + ", not \"1.5\""),
    wrong("body_of_units", {"--max-body", "10M"},
          "--max-body takes a whole number from 0 to 1073741824, not \"10M\""),
    wrong("no_session", {"--max-sessions", "0"}, "--max-sessions takes at least 1"),
    wrong("no_connection", {"--max-connections", "0"}, "--max-connections takes at least 1"),
    wrong("tls_of_another_word", {"--tls", "on"}, "--tls takes self-signed, not \"on\""),
    wrong("certificate_without_key", {"--tls-cert", "a.pem"},
          "--tls-cert and --tls-key are given together"),
    wrong("key_without_certificate", {"--tls-key", "a.pem"},
          "--tls-cert and --tls-key are given together"),
    wrong("certificate_given_and_made",
          {"--tls", "self-signed", "--tls-cert", "a.pem", "--tls-key", "a.key"},
          "--tls self-signed makes the certificate that --tls-cert gives"),
    wrong("authority_of_a_certificate_that_is_given",
          {"--tls-cert", "a.pem", "--tls-key", "a.key", "--tls-ca", "ca.pem"},
          "--tls-ca needs --tls self-signed"),
    wrong("clients_without_tls", {"--tls-client-ca", "ca.pem"},
          "--tls-client-ca needs --tls-cert and --tls-key, or --tls self-signed"),
    wrong("certificate_that_is_not_there",
          {"--tls-cert", "/none/a.pem", "--tls-key", "/none/a.key"},
          "TLS: cannot use /none/a.pem: No such file or directory"),
    wrong("time_to_live_of_words", {"--session-ttl", "long"},
          "--session-ttl takes a time such as 500ms, 30s, 30m or 2h, not \"long\""),
    wrong("array_format_of_another_word", {"--query-array-format", "csv"},
          "--query-array-format takes auto, repeat, comma, space, pipe or brackets, not \"csv\""),
    wrong("object_format_of_another_word", {"--form-object-format", "deep"},
          "--form-object-format takes auto, flat, flat-comma, brackets or dots, not \"deep\""),
    wrong("no_url", {"--public-url", "nope"},
          "--public-url takes a URL that begins with http:// or https://, not \"nope\""),
    wrong("webhook_url_of_another_host", {"--webhook-url", "http://a.example/"},
          "--webhook-url \"http://a.example/\" is on another host: --allow-remote-webhooks lets it "
          "be reached"),
    wrong("webhook_delay_of_words", {"--webhook-delay", "soon"},
          "--webhook-delay takes a time such as 500ms or 2s, not \"soon\""),
    wrong("webhook_retries_without_end", {"--webhook-retries", "11"},
          "--webhook-retries takes a whole number from 0 to 10, not \"11\""),
    wrong("webhook_secret_of_words", {"--webhook-secret", "whsec_open, sesame"},
          "--webhook-secret takes whsec_ and a key in base 64"),
    wrong("unknown_clock", {"--clock", "noon"},
          "--clock takes fixed, real or an RFC 3339 time, not \"noon\""),
    wrong("unknown_auth", {"--auth", "Off"}, "--auth takes off, contract or values, not \"Off\""),
    wrong("unknown_level", {"--log-level", "trace"},
          "--log-level takes off, error, warn, info or debug, not \"trace\""),
};
INSTANTIATE_TEST_SUITE_P(Flag, Command, testing::ValuesIn(rows),
                         [](const auto& row) { return row.param.name; });

}  // namespace

}  // namespace standin::cli
