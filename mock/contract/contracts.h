// Loads the contracts that are served together, with the overlays that go over them.
#pragma once

#include <string>
#include <vector>

#include "mock/contract/contract.h"
#include "mock/contract/layers.h"

namespace standin::contract {

// A contract's file, and the prefix under which it is served ("/prefix"; "" = none).
struct Wanted {
    std::string file;
    std::string mount = {};
};

struct Loaded {
    Contracts contracts;  // in the order of the files
    Layers layers;
};

// Reads all files, lays the overlays over the contracts, and loads these. Names of contracts are
// distinct. Throws ContractError with the mistakes of all, as far as they can be told at once.
Loaded load_contracts(const std::vector<Wanted>& files, const std::vector<std::string>& overlays,
                      const LoadOptions& options = {});

}  // namespace standin::contract
