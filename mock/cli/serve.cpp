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
#include "mock/core/contract_error.h"
#include "mock/serve/responder.h"
#include "mock/serve/server.h"

namespace standin::cli {

namespace {

using Contracts = std::vector<std::shared_ptr<const contract::Contract>>;

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

// Loads every contract, so that one run tells the mistakes of all.
Contracts load(const std::vector<std::string>& files, const std::string& public_url) {
    Contracts contracts;
    std::vector<Mistake> mistakes;
    for (const std::string& file : files) {
        try {
            auto loaded = contract::load_contract(file, {.public_url = public_url});
            for (const auto& known : contracts) {
                if (known->name == loaded->name) {
                    mistakes.push_back({file,
                                        {},
                                        {},
                                        "a contract named \"" + loaded->name +
                                            "\" is there already: " + known->source.file});
                }
            }
            spdlog::debug("{}: {} operations, {} resources", file, loaded->operations.size(),
                          loaded->resources.size());
            contracts.push_back(std::move(loaded));
        } catch (const ContractError& error) {
            mistakes.insert(mistakes.end(), error.mistakes().begin(), error.mistakes().end());
        }
    }
    if (!mistakes.empty()) throw ContractError(std::move(mistakes));
    return contracts;
}

engine::Settings settings_of(const ServeOptions& options) {
    const bool shipped = options.contracts.empty();
    engine::Settings settings;
    settings.contracts =
        load(shipped ? shipped_contracts() : options.contracts, options.public_url);
    settings.auth = options.auth;
    settings.beginning.seed = options.seed;
    settings.beginning.clock = options.clock;
    settings.beginning.journal.exchanges = options.journal_size;
    std::string folder = options.fixtures;
    if (folder.empty() && shipped) folder = shipped_folder("fixtures");
    if (!folder.empty()) {
        auto fixtures = contract::read_fixtures(folder, settings.contracts);
        for (const std::string& line : fixtures.left_out) spdlog::warn("{}; left out", line);
        settings.beginning.fixtures = std::move(fixtures.files);
    }
    return settings;
}

std::string url_of(const std::string& host, int port) {
    const bool v6 = host.find(':') != host.npos;
    return "http://" + (v6 ? "[" + host + "]" : host) + ":" + std::to_string(port);
}

void announce(const std::string& url, const Contracts& contracts) {
    std::printf("standin is listening on %s\n", url.c_str());
    for (const auto& contract : contracts) {
        std::printf("  %s%s  %s\n", url.c_str(), contract->base_paths.front().c_str(),
                    contract->title.c_str());
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

void log_exchange(const engine::Exchange& exchange) {
    if (!spdlog::should_log(spdlog::level::info)) return;
    const std::string wrong = admin::summary_of(exchange);
    const std::string_view id = exchange.operation_id();
    spdlog::info("{} {} {} {}{}{}", exchange.request.method, exchange.request.path(),
                 exchange.response.status, id.empty() ? "-" : id, wrong.empty() ? "" : " ", wrong);
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
    announce(url, engine.settings().contracts);
    server.run();
    running = nullptr;
    remove_ready_file(options.ready_file);
    return Exit::fine;
}

}  // namespace standin::cli
