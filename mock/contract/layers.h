// Which overlays go over which documents.
#pragma once

#include <string>
#include <vector>

#include "mock/contract/overlay.h"

namespace standin::contract {

struct Layers {
    std::vector<std::string> laid;  // "OVERLAY over DOCUMENT", by file
    std::vector<Mistake> idle;      // targets that select nothing; nobody is kept from starting
};

// Lays overlays over documents, in their order. One that extends a document goes over that one,
// and one that does not over each in which a target selects something. `extends` is a path or a
// file: URL, relative to the overlay's own. Throws ContractError with every mistake: of laying,
// where an overlay extends none of the documents, and where none of its targets selects anything.
Layers lay_all(const std::vector<Overlay>& overlays, std::vector<Source>& documents);

}  // namespace standin::contract
