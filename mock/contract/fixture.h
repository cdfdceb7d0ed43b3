// Starting states: what is there before the first request.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "mock/contract/contract.h"

namespace standin::contract {

// A resource that is there from the start.
struct Seed {
    size_t resource = 0;             // its index in the contract
    std::vector<std::string> scope;  // values of the resource's scope
    Value item;                      // lives in the fixture's source
};

// A value that is known of a security scheme.
struct Credential {
    std::string value;
    std::optional<std::set<std::string>> scopes;  // that it allows; nothing = all

    bool operator==(const Credential&) const = default;
};

struct Fixture {
    Source source;
    const Contract* contract = nullptr;
    std::map<std::string, std::string> environment;  // variables that references may name
    std::map<std::string, std::vector<Credential>> credentials;  // known ones, by scheme
    std::map<std::string, uint64_t> generated;  // how many values were, by what they are for
    std::vector<Seed> seeds;                    // in the order of the file
};

struct Fixtures {
    std::vector<Fixture> files;         // by file name
    std::vector<std::string> left_out;  // "file:line:column: …", of contracts that are not served
};

// Checks what is to be there against what its contract says of its kind. Throws ContractError with
// the first mistake.
void check_item(const Contract& contract, const Resource& resource, const Located& item);

// Reads every .yaml, .yml and .json file of a folder, each with one fixture or an array of them.
// Each seed is checked against the schema of its resource. Throws ContractError with every mistake.
Fixtures read_fixtures(const std::string& folder, const Contracts& contracts);

// Reads one; its contract is null when none of that name is served.
Fixture read_fixture(Source source, const Contracts& contracts);

// Reads one fixture or an array of them. A contract that is not served is a mistake here. Throws
// ContractError with the first mistake of each fixture.
std::vector<Fixture> read_fixture_list(const Source& source, const Contracts& contracts);

}  // namespace standin::contract
