#include "mock/serve/server.h"

#include <algorithm>
#include <atomic>
#include <functional>
#include <stdexcept>
#include <thread>
#include <vector>

#include <sys/resource.h>
#include <unistd.h>

#include "mock/http/problem_details.h"
#include "mock/serve/bell.h"
#include "mock/serve/crew.h"
#include "mock/serve/listener.h"
#include "mock/serve/loop.h"
#include "mock/serve/pause_queue.h"
#include "mock/serve/registry.h"
#include "mock/serve/safe_handler.h"
#include "mock/serve/signal_mask.h"

namespace standin::serve {

namespace {

constexpr size_t most_threads = 256;
constexpr std::chrono::milliseconds beat{20};  // between two looks at the crew
constexpr int beats_per_sweep = 10;            // between two looks at the deadlines
constexpr std::chrono::milliseconds break_between_tidyings{200};
constexpr size_t most_dismissed = 128;    // told so at once, beyond the limit of connections
constexpr size_t other_descriptors = 64;  // files, epoll, the log

// As many connections as are allowed and as there are descriptors for.
Limits fitted(Limits limits) {
    rlimit open_files{};
    if (::getrlimit(RLIMIT_NOFILE, &open_files) != 0) return limits;
    const size_t most = open_files.rlim_cur;
    const size_t reserved = std::min(most / 2, most_dismissed + other_descriptors);
    limits.connections = std::min(limits.connections, most - reserved);
    return limits;
}

std::thread start(std::function<void()> work) {
    const SignalMask mask;
    return std::thread(std::move(work));
}

size_t threads_of(unsigned wanted) {
    const size_t cores = std::clamp(std::thread::hardware_concurrency(), 2u, 8u);
    return wanted > 0 ? std::min<size_t>(wanted, most_threads) : cores;
}

}  // namespace

class Server::Impl {
  public:
    Impl(Handler& handler, Options options)
        : options_(std::move(options)),
          limits_(fitted(options_.limits)),
          handler_(handler),
          desk_{handler_, limits_, stopping_},
          pauses_([this](Connection& connection) { loop_.arm(connection, Want::write); }),
          at_port_([this](int descriptor) { adopt(descriptor); }),
          at_file_([this](int descriptor) { adopt(descriptor); }) {}

    int listen();
    void stop() noexcept { stop_.ring(); }
    void run();

  private:
    void adopt(int descriptor);
    void accept(Listener& listener);
    void work(Pulse& pulse);
    void put(Connection& connection, Want want);
    void watch(Crew& crew);
    void tidy();
    void drain();

    // constant after construction
    const Options options_;
    const Limits limits_;
    SafeHandler handler_;

    std::atomic<bool> stopping_{false};
    std::atomic<bool> deaf_{false};  // the system stopped accepting
    const Desk desk_;
    Bell stop_;
    Loop loop_;
    PauseQueue pauses_;
    Registry registry_;
    Listener at_port_;
    Listener at_file_;
};

int Server::Impl::listen() {
    const int port = options_.port ? at_port_.listen(options_.host, *options_.port) : 0;
    if (!options_.socket.empty()) at_file_.listen(options_.socket);
    return port;
}

void Server::Impl::run() {
    Crew crew([this](Pulse& pulse) { work(pulse); }, threads_of(options_.threads), most_threads);
    std::thread pausing = start([this] { pauses_.run(); });
    std::thread tidying = start([this] { tidy(); });
    std::vector<std::thread> accepting;
    if (options_.port) accepting.push_back(start([this] { accept(at_port_); }));
    if (!options_.socket.empty()) accepting.push_back(start([this] { accept(at_file_); }));
    watch(crew);
    at_port_.stop();
    at_file_.stop();
    for (std::thread& each : accepting) each.join();
    drain();
    loop_.close();
    crew.join();
    pauses_.close();
    pausing.join();
    tidying.join();
    if (deaf_) throw std::runtime_error("no connections can be accepted any more");
}

void Server::Impl::accept(Listener& listener) {
    if (listener.accept()) return;
    deaf_ = true;
    stop_.ring();
}

// In an accepting thread.
void Server::Impl::adopt(int descriptor) {
    std::unique_ptr<Cipher> cipher = options_.tls ? options_.tls->cipher(descriptor) : nullptr;
    const bool failed = options_.tls && !cipher;
    auto connection = std::make_unique<Connection>(descriptor, limits_, std::move(cipher));
    if (failed) return;
    const size_t open = registry_.size();
    if (open >= limits_.connections + most_dismissed) return;
    Want want = Want::read;
    if (open >= limits_.connections) {
        want = connection->dismiss(http::problem_details(503, "too many connections are open"),
                                   limits_);
    }
    if (want == Want::close) return;
    Connection& added = registry_.add(std::move(connection));
    if (!loop_.add(added, want)) registry_.remove(added);
}

void Server::Impl::work(Pulse& pulse) {
    Scratch scratch;
    while (Connection* connection = loop_.next()) {
        pulse.begin();
        put(*connection, connection->turn(desk_, scratch));
        pulse.end();
    }
}

// Hands a connection to whoever has it until its next turn, if there is one.
void Server::Impl::put(Connection& connection, Want want) {
    switch (want) {
        case Want::close:
            return registry_.remove(connection);
        case Want::pause:
            return pauses_.add(connection, connection.due());
        case Want::read:
        case Want::write:
        case Want::hang:
            return loop_.arm(connection, want);
    }
}

void Server::Impl::watch(Crew& crew) {
    for (int beats = 1; !stop_.wait(beat); ++beats) {
        crew.relieve();
        if (beats % beats_per_sweep != 0) continue;
        const Moment now = std::chrono::steady_clock::now();
        registry_.each([now](Connection& connection) { connection.expire(now); });
    }
}

void Server::Impl::tidy() {
    while (!stop_.wait(break_between_tidyings)) handler_.tidy();
}

// Whoever waits for a request, or for nothing, gets its end; whoever is being answered comes to it
// afterwards. What is broken off in a pause has to be told so: nobody watches its socket.
void Server::Impl::drain() {
    stopping_ = true;
    pauses_.stop_looking();
    registry_.each([](Connection& connection) { connection.stop_receiving(); });
    if (registry_.wait_empty(limits_.drain)) return;
    registry_.each([](Connection& connection) { connection.break_off(); });
    pauses_.release();
    registry_.wait_empty(limits_.drain);
}

Server::Server(Handler& handler, Options options)
    : impl_(std::make_unique<Impl>(handler, std::move(options))) {}
Server::~Server() = default;

int Server::listen() {
    return impl_->listen();
}
void Server::run() {
    impl_->run();
}
void Server::stop() noexcept {
    impl_->stop();
}

}  // namespace standin::serve
