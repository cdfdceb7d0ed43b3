#include <atomic>
#include <csignal>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <memory>
#include <system_error>

#include <fcntl.h>
#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>
#include <unistd.h>

#include "mock/admin/entry.h"
#include "mock/cli/command.h"
#include "mock/cli/option.h"
#include "mock/cli/stage.h"
#include "mock/serve/server.h"
#include "mock/serve/watch.h"

namespace standin::cli {

namespace {

// For the signal handlers, which can be given nothing.
serve::Server* running = nullptr;
serve::Watch* watching = nullptr;
std::atomic<bool> hung_up{false};

void stop_running(int) {
    if (running) running->stop();
}

void load_anew(int) {
    hung_up = true;
    if (watching) watching->ask();
}

// Tells whether this program is at a terminal.
bool has_terminal() {
    const int terminal = ::open("/dev/tty", O_RDONLY | O_NOCTTY | O_CLOEXEC);
    if (terminal < 0) return false;
    ::close(terminal);
    return true;
}

// Whoever started the program to ignore SIGHUP (nohup) wants it ignored.
void handle_signals() {
    std::signal(SIGINT, stop_running);
    std::signal(SIGTERM, stop_running);
    if (std::signal(SIGHUP, load_anew) == SIG_IGN) std::signal(SIGHUP, SIG_IGN);
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

// Loads the stage anew, unless SIGHUP meant that the terminal is gone with whoever started this.
void change(Stage& stage, serve::Server& server, bool had_terminal) {
    if (hung_up.exchange(false) && had_terminal && !has_terminal()) return server.stop();
    stage.reload();
}

// Watches the files of contracts that somebody has named; otherwise SIGHUP alone tells.
std::unique_ptr<serve::Watch> watch_of(const ServeOptions& options, Stage& stage,
                                       serve::Server& server) {
    const bool watched = options.watch && !options.is_shipped();
    const auto files = [&stage, watched] { return watched ? stage.files() : serve::Stamps(); };
    const auto task = [&stage, &server, files, had_terminal = has_terminal()] {
        change(stage, server, had_terminal);
        return files();
    };
    try {
        return std::make_unique<serve::Watch>(files(), task);
    } catch (const std::system_error& error) {
        spdlog::warn("files are not watched, SIGHUP loads them anew: {}", error.what());
        return std::make_unique<serve::Watch>(serve::Stamps(), task);
    }
}

// Until somebody stops it.
void run(const ServeOptions& options, Stage& stage, serve::Server& server, const std::string& url) {
    std::shared_ptr<const engine::Engine> first = stage.engine();
    const auto watch = watch_of(options, stage, server);
    running = &server;
    watching = watch.get();
    handle_signals();
    if (!options.ready_file.empty()) write_ready_file(options.ready_file, url);
    options.prism ? announce_as_prism(url, first->settings()) : announce(url, first->settings());
    first.reset();
    server.run();
    running = nullptr;
    watching = nullptr;
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
    std::signal(SIGPIPE, SIG_IGN);  // a connection that is gone is an error, not the end
    Stage stage(options, log_exchange);
    serve::Options transport;
    transport.host = options.host;
    transport.port = options.port;
    transport.limits.body_bytes = options.max_body_bytes;
    serve::Server server(stage.handler(), transport);
    int port = 0;
    try {
        port = server.listen();
    } catch (const std::runtime_error& error) {
        throw UsageError(error.what());
    }
    run(options, stage, server, url_of(options.host, port));
    stage.post_last();
    warn_of_unfired(*stage.engine());
    remove_ready_file(options.ready_file);
    return Exit::fine;
}

}  // namespace standin::cli
