#include <cstdio>
#include <exception>
#include <string>
#include <vector>

#ifdef __GLIBC__
#include <malloc.h>
#endif

#include "mock/cli/command.h"
#include "mock/core/contract_error.h"

namespace {

using standin::cli::Exit;

constexpr const char* help =
    R"(standin stands in for HTTP APIs described by OpenAPI contracts.

Usage: standin COMMAND [OPTION…]

Commands:
  serve [CONTRACT…]   answer requests as the contracts say, with state in memory
  mock DOCUMENT       answer as Prism does, from examples and schemas, without state
  check FILE…         say what is wrong with contracts, without serving them
  explain FILE        say what is inferred of a contract, and write it as an overlay

Options:
  --help      this text; after a command, that command's
  --version   the version

Exit codes: 0 fine, 2 a contract, fixture or flag is wrong, 3 the mock failed.
)";

// Makes the heap of each thread grow by much at a time. glibc asks the system for every page of it
// by itself, which costs what is stored two system calls a request, one of them under a lock of the
// whole process. Memory that is not written to is only a number.
void grow_heaps_at_large() {
#ifdef __GLIBC__
    constexpr int whole_heap = 64 << 20;  // of any thread but the first
    constexpr int large_piece = 4 << 20;  // is given back as soon as it is free
    ::mallopt(M_TOP_PAD, whole_heap);
    ::mallopt(M_MMAP_THRESHOLD, large_piece);
#endif
}

Exit run(const std::vector<std::string>& arguments) {
    const std::string command = arguments.empty() ? "--help" : arguments[0];
    const std::vector<std::string> rest(arguments.begin() + !arguments.empty(), arguments.end());
    if (command == "serve") return standin::cli::serve(rest);
    if (command == "check") return standin::cli::check(rest);
    if (command == "mock") return standin::cli::mock(rest);
    if (command == "explain") return standin::cli::explain(rest);
    if (command == "--version") {
        std::printf("standin %s\n", STANDIN_VERSION);
        return Exit::fine;
    }
    if (command == "--help" || command == "-h" || command == "help") {
        std::fputs(help, stdout);
        return Exit::fine;
    }
    throw standin::cli::UsageError("no command \"" + command + "\"; see standin --help");
}

}  // namespace

int main(int count, char** words) {
    grow_heaps_at_large();
    try {
        return static_cast<int>(run({words + 1, words + count}));
    } catch (const standin::ContractError& error) {
        std::fprintf(stderr, "%s\n", error.what());
        return static_cast<int>(Exit::wrong_input);
    } catch (const standin::cli::UsageError& error) {
        std::fprintf(stderr, "standin: %s\n", error.what());
        return static_cast<int>(Exit::wrong_input);
    } catch (const std::exception& error) {
        std::fprintf(stderr, "standin: failed: %s\n", error.what());
        return static_cast<int>(Exit::failed);
    }
}
