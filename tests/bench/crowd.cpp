// Many connections at once: a storm, which opens all of them before it asks anything, and a crowd
// that is idle while one goes on asking. Asks a server on this machine, whose process is PROCESS
// (for its memory), for PATH.
//
//   g++ -std=c++20 -O2 tests/bench/crowd.cpp -o crowd
//   ./crowd PORT PROCESS PATH [STORM [IDLE]]      2000 and 10000
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <string>
#include <vector>

#include <arpa/inet.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>

namespace {

using Clock = std::chrono::steady_clock;

int port = 0;
std::string request;

double ms_since(Clock::time_point begin) {
    return std::chrono::duration<double, std::milli>(Clock::now() - begin).count();
}

int open_socket(int more) {
    const int socket = ::socket(AF_INET, SOCK_STREAM | more, 0);
    if (socket < 0) std::perror("socket"), std::exit(EXIT_FAILURE);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(static_cast<uint16_t>(port));
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    ::connect(socket, reinterpret_cast<sockaddr*>(&address), sizeof address);
    return socket;
}

std::string memory_of(const char* process) {
    std::ifstream status("/proc/" + std::string(process) + "/status");
    std::string line;
    while (std::getline(status, line) && !line.starts_with("VmRSS")) continue;
    return line;
}

// Whether a whole answer has come, of at most 64 kB.
bool ask(int socket) {
    static char answer[1 << 16];
    if (::send(socket, request.data(), request.size(), MSG_NOSIGNAL) < 0) return false;
    size_t size = 0;
    size_t whole = 1;
    while (size < whole) {
        const ssize_t more = ::recv(socket, answer + size, sizeof answer - size, 0);
        if (more <= 0) return false;
        size += static_cast<size_t>(more);
        const std::string_view text(answer, size);
        const size_t head = text.find("\r\n\r\n");
        const size_t length = text.find("Content-Length: ");
        whole = head == text.npos ? size + 1
                                  : head + 4 + std::strtoul(answer + length + 16, nullptr, 10);
    }
    return true;
}

void storm(size_t count) {
    std::vector<pollfd> waiting;
    std::vector<double> times;
    size_t refused = 0;
    const auto begin = Clock::now();
    for (size_t i = 0; i < count; ++i) {
        waiting.push_back({open_socket(SOCK_NONBLOCK), POLLOUT, 0});
    }
    const double opened = ms_since(begin);
    while (times.size() + refused<count&& ::poll(waiting.data(), waiting.size(), 10'000)> 0) {
        for (pollfd& each : waiting) {
            if (each.revents & POLLOUT) {
                if (::send(each.fd, request.data(), request.size(), MSG_NOSIGNAL) > 0) {
                    each.events = POLLIN;
                    continue;
                }
            }
            if (!each.revents) continue;
            char bytes[1 << 16];
            ::recv(each.fd, bytes, sizeof bytes, 0) > 0 ? times.push_back(ms_since(begin))
                                                        : void(++refused);
            ::close(each.fd);
            each.fd = -1;
        }
    }
    std::sort(times.begin(), times.end());
    std::printf(
        "storm of %zu: opened in %.0f ms, %zu answered, %zu refused, %zu silent; "
        "median %.0f ms, last %.0f ms\n",
        count, opened, times.size(), refused, count - times.size() - refused,
        times.empty() ? 0 : times[times.size() / 2], times.empty() ? 0 : times.back());
}

void crowd(size_t count, const char* process) {
    const std::string before = memory_of(process);
    std::vector<int> idle;
    size_t lost = 0;
    for (size_t i = 0; i < count; ++i) {
        idle.push_back(open_socket(0));
        lost += !ask(idle.back());
    }
    const std::string with = memory_of(process);
    std::vector<double> times;
    const auto begin = Clock::now();
    const int busy = open_socket(0);
    while (ms_since(begin) < 2000) {
        const auto one = Clock::now();
        if (!ask(busy)) std::exit(EXIT_FAILURE);
        times.push_back(ms_since(one));
    }
    std::sort(times.begin(), times.end());
    for (const int socket : idle) lost += !ask(socket);
    std::printf(
        "%zu idle, %zu lost: %s before, %s with them; one asks %zu times a second beside "
        "them, p99 %.2f ms\n",
        count, lost, before.c_str(), with.c_str(), times.size() / 2,
        times[times.size() * 99 / 100]);
}

}  // namespace

int main(int count, char** words) {
    if (count < 4) return EXIT_FAILURE;
    rlimit files{};
    ::getrlimit(RLIMIT_NOFILE, &files);
    files.rlim_cur = files.rlim_max;
    ::setrlimit(RLIMIT_NOFILE, &files);
    port = std::atoi(words[1]);
    request = "GET " + std::string(words[3]) +
              " HTTP/1.1\r\nHost: crowd\r\nAuthorization: Bearer any\r\n\r\n";
    storm(count > 4 ? std::strtoul(words[4], nullptr, 10) : 2000);
    crowd(count > 5 ? std::strtoul(words[5], nullptr, 10) : 10'000, words[2]);
}
