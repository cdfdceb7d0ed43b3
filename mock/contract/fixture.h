// Starting states: what is there before the first request.
#pragma once

#include <map>
#include <memory>
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

struct Fixture {
    Source source;
    const Contract* contract = nullptr;
    std::map<std::string, std::string> environment;  // variables that references may name
    std::map<std::string, std::vector<std::string>> credentials;  // known ones, by scheme
    std::vector<Seed> seeds;                                      // in the order of the file
};

struct Fixtures {
    std::vector<Fixture> files;         // by file name
    std::vector<std::string> left_out;  // "file:line:column: …", of contracts that are not served
};

// Reads every .yaml, .yml and .json file of a folder. Each seed is checked against the schema of
// its resource. Throws ContractError with every mistake.
Fixtures read_fixtures(const std::string& folder,
                       const std::vector<std::shared_ptr<const Contract>>& contracts);

// Reads one; its contract is null when none of that name is served.
Fixture read_fixture(Source source, const std::vector<std::shared_ptr<const Contract>>& contracts);

}  // namespace standin::contract
