// How long a server takes from exec to its first answer with a document, what memory it holds then,
// and how many operations it answers as the document says. Prints one line of JSON.
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <filesystem>

#include <signal.h>
#include <unistd.h>

#include "mock/core/contract_error.h"
#include "mock/core/json.h"
#include "tests/bench/survey/child.h"
#include "tests/bench/survey/visitor.h"

namespace {

using namespace survey;
using namespace standin;

constexpr auto start_limit = std::chrono::seconds(60);
constexpr auto whole_limit = std::chrono::seconds(120);
constexpr double slow_start = 5000;  // milliseconds; one that takes longer is not repeated

struct Plan {
    std::string row;
    std::string tool;
    bool keeps_state;
    int starts;
    std::string file;
    std::vector<std::string> command;  // with "PORT" where the port belongs
};

struct Figures {
    size_t operations = 0;
    std::vector<double> starts;  // milliseconds
    double memory = 0;           // MiB
    size_t valid = 0;
    size_t documented = 0;
    std::string refused;
    std::vector<std::string> amiss;
};

std::string in_quotes(std::string_view text) {
    std::string kept;
    for (const char c : text) kept += static_cast<unsigned char>(c) < 0x80 ? c : '?';
    return to_json(Value::of(std::string_view(kept)));
}

std::vector<std::string> command_of(const Plan& plan, uint16_t port) {
    std::vector<std::string> command = plan.command;
    std::ranges::replace(command, "PORT", std::to_string(port));
    return command;
}

// Asks until there is an answer.
bool answers(Child& child, Client& client, const http::Request& first, Time limit) {
    while (child.is_alive() && Clock::now() < limit) {
        if (client.ask(first, limit)) return true;
        usleep(200);
    }
    return false;
}

void visit_all(const contract::Contract& contract, Visitor& visitor, Client& client, Time limit,
               Figures& figures) {
    for (const auto& operation : contract.operations) {
        const Verdict verdict = visitor.visit(operation, client, limit);
        figures.valid += verdict.is_valid;
        figures.documented += verdict.is_documented;
        if (verdict.is_valid) continue;
        figures.amiss.push_back(operation.method + ' ' + operation.path + ": " + verdict.reason);
    }
}

void measure(const Plan& plan, const contract::Contract& contract, Figures& figures) {
    Visitor visitor(contract, plan.keeps_state);
    http::Request first{"GET", "/", {}, {}};
    if (!contract.operations.empty()) first = visitor.request(contract.operations.front());
    for (int round = 1; round <= plan.starts; ++round) {
        const uint16_t port = free_port();
        const std::vector<std::string> command = command_of(plan, port);
        const Time begin = Clock::now();
        Child child(command);
        Client client(port);
        if (!answers(child, client, first, begin + start_limit)) {
            figures.refused = child.is_alive() ? "gives no answer within 60 s" : "ends at once";
            return;
        }
        const std::chrono::duration<double, std::milli> took = Clock::now() - begin;
        figures.starts.push_back(took.count());
        figures.memory = child.memory();
        if (round < plan.starts && took.count() < slow_start) continue;
        return visit_all(contract, visitor, client, begin + whole_limit, figures);
    }
}

void print(const Plan& plan, Figures& figures) {
    std::ranges::sort(figures.starts);
    const double start = figures.starts.empty() ? 0 : figures.starts[figures.starts.size() / 2];
    std::printf("{\"row\":%s,\"tool\":%s,\"file\":%s,\"bytes\":%ju,\"operations\":%zu,",
                in_quotes(plan.row).c_str(), in_quotes(plan.tool).c_str(),
                in_quotes(plan.file).c_str(),
                static_cast<uintmax_t>(std::filesystem::file_size(plan.file)), figures.operations);
    std::printf("\"start\":%.2f,\"memory\":%.1f,\"valid\":%zu,\"documented\":%zu,\"refused\":%s,",
                start, figures.memory, figures.valid, figures.documented,
                in_quotes(figures.refused).c_str());
    std::printf("\"amiss\":[");
    for (size_t i = 0; i < figures.amiss.size(); ++i) {
        std::printf("%s%s", i == 0 ? "" : ",", in_quotes(figures.amiss[i]).c_str());
    }
    std::printf("]}\n");
}

}  // namespace

int main(int count, char** words) {
    if (count < 7) {
        std::fprintf(stderr, "survey ROW TOOL state|none STARTS FILE COMMAND…\n");
        return 2;
    }
    signal(SIGPIPE, SIG_IGN);
    const Plan plan{words[1],
                    words[2],
                    words[3] == std::string("state"),
                    std::atoi(words[4]),
                    words[5],
                    {words + 6, words + count}};
    Figures figures;
    try {
        const auto contract = contract::load_contract(plan.file);
        figures.operations = contract->operations.size();
        measure(plan, *contract, figures);
    } catch (const ContractError& error) {
        figures.refused = error.what();
    }
    print(plan, figures);
}
