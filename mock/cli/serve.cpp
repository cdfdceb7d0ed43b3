#include <csignal>
#include <cstdio>
#include <filesystem>
#include <fstream>

#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>

#include "mock/admin/entry.h"
#include "mock/cli/command.h"
#include "mock/cli/option.h"
#include "mock/cli/shipped.h"
#include "mock/contract/contracts.h"
#include "mock/core/contract_error.h"
#include "mock/serve/responder.h"
#include "mock/serve/server.h"

namespace standin::cli {

namespace {

using contract::Contracts;

serve::Server* running = nullptr;  // for the signal handler, which can be given nothing

void stop_running(int) {
    if (running) running->stop();
}

void set_up_log(const std::string& level) {
    auto log = spdlog::stderr_logger_mt("standin");
    log->set_pattern("%Y-%m-%dT%H:%M:%S.%e %l %v");
    log->set_level(spdlog::level::from_str(level));
    spdlog::set_default_logger(log);
}

contract::Loaded load(const ServeOptions& options) {
    std::vector<std::string> overlays;
    for (const std::string& overlay : options.overlays) overlays.push_back(overlay_file(overlay));
    auto loaded = contract::load_contracts(
        options.contracts.empty() ? shipped_contracts() : options.contracts, overlays,
        {.public_url = options.public_url, .strict = options.strict});
    for (const auto& contract : loaded.contracts) {
        spdlog::debug("{}: {} operations, {} resources", contract->source().file,
                      contract->operations.size(), contract->resources.size());
    }
    for (const std::string& layer : loaded.layers.laid) spdlog::info("overlay {}", layer);
    for (const Mistake& idle : loaded.layers.idle) spdlog::warn("{}", idle.text());
    return loaded;
}

// The fault plans that ship, and before them those in the folder "faults" beside the fixtures.
fault::Library library_of(const std::string& fixtures, const Contracts& contracts) {
    std::vector<std::string> folders;
    for (const std::string& folder : {find_shipped_folder("fixtures"), fixtures}) {
        if (!folder.empty()) folders.push_back(folder + "/faults");
    }
    return fault::Library::read(folders, contracts);
}

void read_fixtures(const std::string& folder, engine::Settings& settings) {
    auto fixtures = contract::read_fixtures(folder, settings.contracts);
    for (const std::string& line : fixtures.left_out) spdlog::warn("{}; left out", line);
    settings.beginning.fixtures = std::move(fixtures.files);
}

// The plan of a file, or the one of that name in the library.
std::shared_ptr<const fault::Plan> plan_of(const std::string& plan,
                                           const engine::Settings& settings) {
    if (auto known = settings.library.find(plan)) return known;
    if (std::filesystem::exists(plan)) {
        return fault::read_plan(contract::read_source(plan), settings.contracts);
    }
    std::string names;
    for (const auto& known : settings.library.plans()) {
        names += (names.empty() ? "; the plans that ship are " : ", ") + known->name;
    }
    throw UsageError("--faults " + plan + " is no file" + names);
}

engine::Settings settings_of(const ServeOptions& options) {
    const bool shipped = options.contracts.empty();
    engine::Settings settings;
    settings.contracts = load(options).contracts;
    settings.auth = options.auth;
    settings.dialect = options.dialect;
    settings.body_bytes = options.max_body_bytes;
    settings.beginning.seed = options.seed;
    settings.beginning.clock = options.clock;
    settings.beginning.journal.exchanges = options.journal_size;
    settings.sessions = options.sessions;
    settings.prefer = options.prefer;
    std::string folder = options.fixtures;
    if (folder.empty() && shipped) folder = shipped_folder("fixtures");
    if (!folder.empty()) read_fixtures(folder, settings);
    settings.library = library_of(folder, settings.contracts);
    for (const std::string& plan : options.faults) {
        settings.beginning.faults.push_back(plan_of(plan, settings));
    }
    return settings;
}

std::string url_of(const std::string& host, int port) {
    const bool v6 = host.find(':') != host.npos;
    return "http://" + (v6 ? "[" + host + "]" : host) + ":" + std::to_string(port);
}

void announce(const std::string& url, const engine::Settings& settings) {
    std::printf("standin is listening on %s\n", url.c_str());
    for (const auto& contract : settings.contracts) {
        std::printf("  %s%s  %s\n", url.c_str(), contract->base_paths.front().c_str(),
                    contract->title.c_str());
    }
    std::printf("seed %llu\n", static_cast<unsigned long long>(settings.beginning.seed));
    for (const auto& plan : settings.beginning.faults) {
        std::printf("faults %s: %zu rules\n", plan->name.c_str(), plan->rules.size());
    }
    std::fflush(stdout);
}

[[noreturn]] void refuse_ready_file(const std::string& file, const std::error_code& error) {
    throw UsageError("--ready-file " + file + " cannot be written: " + error.message());
}

// One that an earlier run has left would tell of a server that is not there.
void remove_ready_file(const std::string& file) {
    if (file.empty()) return;
    std::error_code error;
    std::filesystem::remove(file, error);
    if (error) refuse_ready_file(file, error);
}

// Written beside and renamed, so that whoever waits for the file finds it whole.
void write_ready_file(const std::string& file, const std::string& url) {
    const std::string beside = file + ".part";
    std::ofstream(beside) << url << '\n';
    std::error_code error;
    std::filesystem::rename(beside, file, error);
    if (error) refuse_ready_file(file, error);
}

// A rule that never fired has proved nothing: whoever gave it should know.
void warn_of_unfired(const engine::Engine& engine) {
    for (const fault::Rule* rule : engine.unfired()) {
        spdlog::warn("fault rule {} of {} never fired", rule->name, rule->plan);
    }
}

void log_exchange(const engine::Exchange& exchange) {
    if (!spdlog::should_log(spdlog::level::info)) return;
    const std::string wrong = admin::summary_of(exchange);
    const std::string_view id = exchange.operation_id();
    const int status = exchange.response.status;
    const bool standard = exchange.session == "default" || exchange.session.empty();
    spdlog::info("{}{} {} {} {}{}{}", standard ? "" : "[" + exchange.session + "] ",
                 exchange.request.method, exchange.request.path(),
                 status == 0 ? "-" : std::to_string(status), id.empty() ? "-" : id,
                 wrong.empty() ? "" : " ", wrong);
}

}  // namespace

Exit serve(const std::vector<std::string>& arguments) {
    const ServeOptions options = parse_serve_options(arguments);
    if (options.help) {
        std::fputs(serve_help().c_str(), stdout);
        return Exit::fine;
    }
    set_up_log(options.log_level);
    remove_ready_file(options.ready_file);
    engine::Engine engine(settings_of(options));
    serve::Responder responder(engine, log_exchange);
    serve::Options transport;
    transport.host = options.host;
    transport.port = options.port;
    transport.limits.body_bytes = options.max_body_bytes;
    serve::Server server(responder, transport);
    int port = 0;
    try {
        port = server.listen();
    } catch (const std::runtime_error& error) {
        throw UsageError(error.what());
    }
    running = &server;
    std::signal(SIGINT, stop_running);
    std::signal(SIGTERM, stop_running);
    const std::string url = url_of(options.host, port);
    if (!options.ready_file.empty()) write_ready_file(options.ready_file, url);
    announce(url, engine.settings());
    server.run();
    running = nullptr;
    warn_of_unfired(engine);
    remove_ready_file(options.ready_file);
    return Exit::fine;
}

}  // namespace standin::cli
