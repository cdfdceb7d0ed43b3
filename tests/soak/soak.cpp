// Keeps a server busy and looks at every answer: soak PORT SECONDS CONNECTIONS [PROCESS]
// PROCESS is the server's id: it may hold no more at the end than at half time, when the journals
// are long full. Prints one line; exits with 1 if an answer is wrong, none comes, or memory grows.
#include <atomic>
#include <chrono>
#include <cstdlib>
#include <fstream>
#include <iomanip>
#include <iostream>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include <unistd.h>

#include "tests/soak/line.h"
#include "tests/soak/story.h"

namespace {

using namespace standin::soak;
using Clock = std::chrono::steady_clock;

constexpr size_t threads = 2;
constexpr size_t sessions = 7;    // worlds that the clients share
constexpr double may_grow = 1.1;  // times what was held at half time

struct Client {
    Line line;
    Story story;
};

struct Tally {
    std::atomic<size_t> exchanges{0};
    std::atomic<bool> failed{false};
    std::mutex lock;
    std::string fault;  // the first one
};

// MiB that a process holds; 0 of none.
double memory(const std::string& process) {
    std::ifstream pages("/proc/" + process + "/statm");
    double whole = 0;
    double resident = 0;
    pages >> whole >> resident;
    return resident * static_cast<double>(sysconf(_SC_PAGESIZE)) / (1 << 20);
}

// A volley is one request of every client, so that all of them wait at once.
void volley(std::vector<Client>& clients) {
    for (Client& client : clients) client.line.send(client.story.request());
    for (Client& client : clients) client.story.hear(client.line.receive());
}

std::vector<Client> clients_of(size_t thread, size_t count, uint16_t port) {
    std::vector<Client> clients;
    for (size_t number = thread; number < count; number += threads) {
        Story story("soak-" + std::to_string(number), "world-" + std::to_string(number % sessions));
        clients.push_back({Line(port), std::move(story)});
    }
    return clients;
}

void keep_busy(std::vector<Client> clients, Clock::time_point end, Tally& tally) try {
    while (Clock::now() < end && !tally.failed) {
        volley(clients);
        tally.exchanges += clients.size();
    }
} catch (const std::exception& fault) {
    const std::lock_guard guard(tally.lock);
    if (!tally.failed.exchange(true)) tally.fault = fault.what();
}

int report(const Tally& tally, double early, double late) {
    const bool grown = late > early * may_grow;
    std::cout << "soak: " << tally.exchanges << " exchanges, each looked at" << std::fixed
              << std::setprecision(1);
    if (early > 0) std::cout << "; " << early << " MiB at half time, " << late << " at the end";
    std::cout << std::endl;
    if (tally.failed) std::cerr << "soak: " << tally.fault << '\n';
    if (grown) std::cerr << "soak: the memory grows\n";
    return tally.failed || grown || tally.exchanges == 0 ? EXIT_FAILURE : EXIT_SUCCESS;
}

int soak(uint16_t port, double seconds, size_t connections, const std::string& process) {
    const auto length =
        std::chrono::duration_cast<Clock::duration>(std::chrono::duration<double>(seconds));
    const Clock::time_point begin = Clock::now();
    Tally tally;
    std::vector<std::thread> crew;
    for (size_t i = 0; i < threads; ++i) {
        crew.emplace_back(keep_busy, clients_of(i, connections, port), begin + length,
                          std::ref(tally));
    }
    std::this_thread::sleep_until(begin + length / 2);
    const double early = memory(process);
    for (std::thread& each : crew) each.join();
    return report(tally, early, memory(process));
}

}  // namespace

int main(int count, char** words) try {
    if (count < 4) throw std::runtime_error("usage: soak PORT SECONDS CONNECTIONS [PROCESS]");
    return soak(static_cast<uint16_t>(std::stoul(words[1])), std::stod(words[2]),
                std::stoul(words[3]), count > 4 ? words[4] : "none");
} catch (const std::exception& fault) {
    std::cerr << "soak: " << fault.what() << '\n';
    return EXIT_FAILURE;
}
