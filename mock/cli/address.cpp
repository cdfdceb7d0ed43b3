#include "mock/cli/address.h"

#include <cstdio>
#include <filesystem>
#include <fstream>
#include <system_error>
#include <vector>

#include "mock/cli/command.h"

namespace standin::cli {

namespace {

std::vector<std::string> places_of(const Address& address) {
    std::vector<std::string> places;
    if (!address.url.empty()) places.push_back(address.url);
    if (!address.socket.empty()) places.push_back("unix:" + address.socket);
    return places;
}

[[noreturn]] void refuse(const std::string& file, const std::error_code& error) {
    throw UsageError("--ready-file " + file + " cannot be written: " + error.message());
}

}  // namespace

std::string url_of(const std::string& scheme, const std::string& host, int port) {
    const bool v6 = host.find(':') != host.npos;
    return scheme + "://" + (v6 ? "[" + host + "]" : host) + ":" + std::to_string(port);
}

void announce(const Address& address, const engine::Settings& settings) {
    for (const std::string& place : places_of(address)) {
        std::printf("standin is listening on %s\n", place.c_str());
    }
    for (const auto& contract : settings.contracts) {
        const std::string base = address.url + contract->mount + contract->servers.front().path;
        std::printf("  %s  %s\n", base.empty() ? "/" : base.c_str(), contract->title.c_str());
    }
    if (!address.authority.empty()) {
        std::printf("certificates are vouched for by %s\n", address.authority.c_str());
    }
    std::printf("seed %llu\n", static_cast<unsigned long long>(settings.beginning.seed));
    for (const auto& plan : settings.beginning.faults) {
        std::printf("faults %s: %zu rules\n", plan->name.c_str(), plan->rules.size());
    }
    std::fflush(stdout);
}

void announce_as_prism(const Address& address, const engine::Settings& settings) {
    constexpr const char* info = "[CLI] ℹ  info      ";
    for (const auto& contract : settings.contracts) {
        for (const contract::Operation& operation : contract->operations) {
            std::printf("%s%-10s %s%s\n", info, operation.method.c_str(), address.url.c_str(),
                        operation.path.c_str());
        }
    }
    if (!address.authority.empty()) {
        std::printf("%sCertificates are vouched for by %s\n", info, address.authority.c_str());
    }
    for (const std::string& place : places_of(address)) {
        std::printf("[CLI] ▶  start     Prism is listening on %s\n", place.c_str());
    }
    std::fflush(stdout);
}

// Written beside and renamed, so that whoever waits for the file finds it whole.
void write_ready_file(const std::string& file, const Address& address) {
    if (file.empty()) return;
    const std::string beside = file + ".part";
    std::ofstream out(beside);
    for (const std::string& place : places_of(address)) out << place << '\n';
    out.close();
    std::error_code error;
    std::filesystem::rename(beside, file, error);
    if (error) refuse(file, error);
}

void remove_ready_file(const std::string& file) {
    if (file.empty()) return;
    std::error_code error;
    std::filesystem::remove(file, error);
    if (error) refuse(file, error);
}

}  // namespace standin::cli
