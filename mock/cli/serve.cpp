#include <atomic>
#include <csignal>
#include <cstdio>
#include <memory>
#include <system_error>

#include <fcntl.h>
#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>
#include <unistd.h>

#include "mock/admin/entry.h"
#include "mock/cli/address.h"
#include "mock/cli/command.h"
#include "mock/cli/option.h"
#include "mock/cli/stage.h"
#include "mock/cli/transport.h"
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
void run(const ServeOptions& options, Stage& stage, serve::Server& server, const Address& address) {
    std::shared_ptr<const engine::Engine> first = stage.engine();
    const auto watch = watch_of(options, stage, server);
    running = &server;
    watching = watch.get();
    handle_signals();
    write_ready_file(options.ready_file, address);
    (options.prism ? announce_as_prism : announce)(address, first->settings());
    first.reset();
    server.run();
    running = nullptr;
    watching = nullptr;
}

int listen(serve::Server& server) {
    try {
        return server.listen();
    } catch (const std::runtime_error& error) {
        throw UsageError(error.what());
    }
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
    allow_many_files();
    const serve::Options transport = transport_of(options);
    Stage stage(options, log_exchange);
    serve::Server server(stage.handler(), transport);
    const int port = listen(server);
    const AuthorityFile authority(transport.tls.get(), options.tls.authority);
    Address address{{}, options.socket, authority.path()};
    if (options.port) {
        address.url = url_of(transport.tls ? "https" : "http", options.host, port);
    }
    run(options, stage, server, address);
    stage.post_last();
    warn_of_unfired(*stage.engine());
    remove_ready_file(options.ready_file);
    return Exit::fine;
}

}  // namespace standin::cli
