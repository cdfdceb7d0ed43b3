// The flags of `standin mock`: Prism's, so that a script that starts Prism needs another name
// alone.
#include "mock/cli/command.h"
#include "mock/cli/command_line.h"
#include "mock/cli/option.h"

namespace standin::cli {

namespace {

namespace po = boost::program_options;

constexpr const char* help = R"help(Usage: standin mock DOCUMENT [OPTION…]

Answers as Prism does: each operation by what the OpenAPI document says of its responses,
examples first, else values made of the schemas; without state. Requests that break the
document are refused with the document's own 401, 415, 422 or 400, else in Prism's
problems. Prefer: code=404, example=NAME, dynamic=true, seed=N choose (or the query:
__code, __example, __dynamic, __seed). "Prism is listening on URL" is printed when it is.

Options:
  -p [ --port ] N (=4010)       port to listen on; 0 takes a free one
  -h [ --host ] HOST (=127.0.0.1)
                                address or name to listen on
  --cors [=BOOL] (=true)        pages of any origin may call; --no-cors or --cors=false
                                forbids it
  --errors                      answer 500 where an answer is not what the document says
  -d [ --dynamic ]              make varied values instead of answering examples
  --ignoreExamples              make values of the schemas instead of answering examples
  --seed N (=0)                 what varied values depend on
  -v [ --verboseLevel ] LEVEL (=info)
                                silent, fatal, error, warn, info, debug or trace
  -m [ --multiprocess ]         taken and not needed: one process serves all
  --json-schema-faker-fillProperties [=BOOL]
                                taken and not needed: only declared members are made
  --overlay FILE                OpenAPI Overlay that changes the document; may be given
                                several times
  --allow-remote-webhooks       let callbacks go to other hosts than this one
  --ready-file PATH             file that is written, with the URL in it, once connections
                                are accepted
  --socket PATH, --tls HOW, --tls-ca FILE, --tls-cert FILE, --tls-key FILE,
  --tls-client-ca FILE          as of serve; see standin serve --help
  --help                        this text

Exit codes: 0 stopped by SIGINT or SIGTERM, 2 the document or a flag is wrong or the port
is taken, 3 the mock failed.
)help";

po::options_description described() {
    using Text = po::value_semantic;
    const auto text = []() -> Text* { return po::value<std::string>(); };
    const auto flag = []() -> Text* { return po::value<std::string>()->implicit_value("true"); };
    po::options_description all;
    all.add_options()("port,p", text())("host,h", text())("cors", flag())("no-cors", "")(
        "errors", flag())("dynamic,d", flag())("ignoreExamples", flag())("seed", text())(
        "verboseLevel,v", text())("multiprocess,m", flag())("json-schema-faker-fillProperties",
                                                            flag())(
        "overlay", po::value<std::vector<std::string>>())("allow-remote-webhooks", "")(
        "ready-file", text())("socket", text())("tls", text())("tls-ca", text())(
        "tls-cert", text())("tls-key", text())("tls-client-ca", text())("help", "")(
        "document", po::value<std::vector<std::string>>());
    return all;
}

po::variables_map parsed(const std::vector<std::string>& arguments) {
    po::variables_map map = read_command_line(arguments, described(), "document", "mock");
    return map;
}

bool truth_of(const po::variables_map& map, const char* name, bool otherwise) {
    if (!map.count(name)) return otherwise;
    const std::string text = map[name].as<std::string>();
    if (text == "true" || text == "false") return text == "true";
    throw UsageError("--" + std::string(name) + " takes true or false, not \"" + text + "\"");
}

std::string log_level_of(const std::string& level) {
    if (level == "silent") return "off";
    if (level == "fatal") return "error";
    if (level == "trace") return "debug";
    return level;
}

}  // namespace

ServeOptions parse_mock_options(const std::vector<std::string>& arguments) {
    const po::variables_map map = parsed(arguments);
    std::vector<std::string> same;  // what serve calls the same
    const auto pass = [&](const char* from, const char* to) {
        if (map.count(from)) same.insert(same.end(), {to, map[from].as<std::string>()});
    };
    pass("port", "--port");
    pass("host", "--host");
    pass("seed", "--seed");
    pass("ready-file", "--ready-file");
    for (const std::string flag :
         {"socket", "tls", "tls-ca", "tls-cert", "tls-key", "tls-client-ca"}) {
        pass(flag.c_str(), ("--" + flag).c_str());
    }
    if (map.count("verboseLevel")) {
        const std::string level = map["verboseLevel"].as<std::string>();
        same.insert(same.end(), {"--log-level", log_level_of(level)});
    }
    ServeOptions options = parse_serve_options(same);
    options.prism = true;
    options.state = engine::State::off;
    options.help = map.count("help") > 0;
    options.cors = map.count("no-cors") == 0 && truth_of(map, "cors", true);
    options.errors = truth_of(map, "errors", false);
    options.dynamic = truth_of(map, "dynamic", false);
    options.ignore_examples = truth_of(map, "ignoreExamples", false);
    options.webhooks.any_host = map.count("allow-remote-webhooks") > 0;
    truth_of(map, "multiprocess", false);
    truth_of(map, "json-schema-faker-fillProperties", false);
    using Texts = std::vector<std::string>;
    if (map.count("overlay")) options.overlays = map["overlay"].as<Texts>();
    if (map.count("document")) options.contracts = map["document"].as<Texts>();
    if (options.contracts.size() != 1 && !options.help) {
        throw UsageError("mock takes one document; see standin mock --help");
    }
    return options;
}

std::string mock_help() {
    return help;
}

}  // namespace standin::cli
