// Where the mock is found, and how that is said.
#pragma once

#include <string>

#include "mock/engine/engine.h"

namespace standin::cli {

struct Address {
    std::string url;        // "" where it listens at a Unix socket alone
    std::string socket;     // its path; "" where there is none
    std::string authority;  // file of the certificate to trust; "" where none was made
};

// Brackets stand around an IPv6 address (RFC 3986, section 3.2.2).
std::string url_of(const std::string& scheme, const std::string& host, int port);

// Prints where it listens, the base URLs of the contracts (their base paths where there is a Unix
// socket alone) and what the sessions begin with.
void announce(const Address& address, const engine::Settings& settings);

// Prints what those who started Prism wait for, and the routes in its form.
void announce_as_prism(const Address& address, const engine::Settings& settings);

// The file that tells whoever started the program where it listens: a line for the URL, one for
// unix:PATH. Both throw UsageError where the file cannot be changed; "" is none.
void write_ready_file(const std::string& file, const Address& address);
// One that an earlier run has left would tell of a server that is not there.
void remove_ready_file(const std::string& file);

}  // namespace standin::cli
