// Where an API lives: the servers that a document names.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "mock/contract/reference.h"

namespace standin::contract {

// One URL of a Server Object (OpenAPI 3.1, section 4.8.5), its variables filled in.
struct Server {
    std::string url;   // without a last "/"
    std::string host;  // "api.example.com", "localhost:8080", in lower case; "" where it has none
    std::string path;  // "" or "/v1"
};

using Servers = std::vector<Server>;

// The parts of a URL, which may be relative ("/v1", "v1").
Server server_of(std::string url);

// The servers that an object with a member "servers" names: for each, its URL with the defaults of
// its variables, then those with the other words of their `enum`, at most 32 in all. Empty where
// there is no such member. Throws ContractError.
Servers servers_at(const Located& holder);

// Whether a request's Host field means a server: the same host and port, or, for a host that is not
// this machine, the same host at any port.
bool is_host(std::string_view field, const Server& server);

}  // namespace standin::contract
