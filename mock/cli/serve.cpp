#include <algorithm>
#include <csignal>
#include <cstdio>
#include <filesystem>
#include <fstream>

#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>

#include "mock/admin/entry.h"
#include "mock/cli/command.h"
#include "mock/cli/option.h"
#include "mock/cli/settings.h"
#include "mock/serve/responder.h"
#include "mock/serve/server.h"

namespace standin::cli {

namespace {

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

std::string url_of(const std::string& host, int port) {
    const bool v6 = host.find(':') != host.npos;
    return "http://" + (v6 ? "[" + host + "]" : host) + ":" + std::to_string(port);
}

void announce(const std::string& url, const engine::Settings& settings) {
    std::printf("standin is listening on %s\n", url.c_str());
    for (const auto& contract : settings.contracts) {
        const std::string base = contract->mount + contract->servers.front().path;
        std::printf("  %s%s  %s\n", url.c_str(), base.c_str(), contract->title.c_str());
    }
    std::printf("seed %llu\n", static_cast<unsigned long long>(settings.beginning.seed));
    for (const auto& plan : settings.beginning.faults) {
        std::printf("faults %s: %zu rules\n", plan->name.c_str(), plan->rules.size());
    }
    std::fflush(stdout);
}

// What those who started Prism wait for, and the routes in its form.
void announce_as_prism(const std::string& url, const engine::Settings& settings) {
    for (const auto& contract : settings.contracts) {
        for (const contract::Operation& operation : contract->operations) {
            std::printf("[CLI] ℹ  info      %-10s %s%s\n", operation.method.c_str(), url.c_str(),
                        operation.path.c_str());
        }
    }
    std::printf("[CLI] ▶  start     Prism is listening on %s\n", url.c_str());
    std::fflush(stdout);
}

serve::ResponderOptions::Cors cors_of(const ServeOptions& options) {
    using Cors = serve::ResponderOptions::Cors;
    if (!options.cors) return Cors::none;
    return options.prism ? Cors::prism : Cors::asked;
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

// What is odd or not acted on: the first few, and who tells the rest.
void warn_of_oddities(const contract::Contract& contract) {
    constexpr size_t most = 5;
    const std::vector<Mistake>& all = contract.warnings;
    for (size_t i = 0; i < std::min(most, all.size()); ++i) spdlog::warn("{}", all[i].text());
    if (all.size() > most) {
        spdlog::warn("and {} more: standin check {}", all.size() - most, contract.source().file);
    }
}

// Operations that cannot be told apart: the first few, and how to set them apart.
void warn_of_clashes(const std::vector<match::Clash>& clashes) {
    constexpr size_t most = 5;
    for (size_t i = 0; i < std::min(most, clashes.size()); ++i) {
        spdlog::warn("{}", clashes[i].text());
    }
    if (clashes.size() > most) spdlog::warn("and {} more such operations", clashes.size() - most);
    const bool apart = std::ranges::any_of(
        clashes, [](const match::Clash& clash) { return clash.first != clash.second; });
    if (apart) spdlog::warn("--mount /prefix=FILE serves a contract under a prefix of its own");
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
    return stand_in(options);
}

Exit mock(const std::vector<std::string>& arguments) {
    const ServeOptions options = parse_mock_options(arguments);
    if (options.help) {
        std::fputs(mock_help().c_str(), stdout);
        return Exit::fine;
    }
    return stand_in(options);
}

Exit stand_in(const ServeOptions& options) {
    set_up_log(options.log_level);
    remove_ready_file(options.ready_file);
    engine::Engine engine(settings_of(options));
    for (const auto& contract : engine.settings().contracts) warn_of_oddities(*contract);
    warn_of_clashes(engine.clashes());
    serve::Responder responder(engine, log_exchange, {.cors = cors_of(options)});
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
    options.prism ? announce_as_prism(url, engine.settings()) : announce(url, engine.settings());
    server.run();
    running = nullptr;
    warn_of_unfired(engine);
    remove_ready_file(options.ready_file);
    return Exit::fine;
}

}  // namespace standin::cli
