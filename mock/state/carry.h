// Carrying worlds over to contracts that were loaded anew.
#pragma once

#include <map>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "mock/contract/fixture.h"
#include "mock/state/world.h"

namespace standin::state {

// What became of the resources of worlds.
struct Carried {
    size_t kept = 0;
    // How many were not, and why: "of library/books: there is no such kind any more".
    std::map<std::string, size_t> dropped;
};

// A kind of resource is the same where its contract and itself have the same names. What a world
// holds of it is kept, as far as the contract as it stands allows it; a kind that was not there
// before begins as the fixtures say. Clock and generated values go on. An item that several worlds
// share is looked at once and shared again, so that snapshots stay cheap. Belongs to one thread;
// the contracts, the fixtures and the worlds must outlive it.
class Carrier {
  public:
    Carrier(const contract::Contracts& from, const contract::Contracts& to,
            const std::vector<contract::Fixture>& fixtures);

    // The world as it is over the other contracts; what became of its resources is added to `told`.
    World carry(const World& world, Carried& told);

    // A kind of resource in its contract.
    struct Kind {
        const contract::Contract& contract;
        const contract::Resource& resource;
    };

  private:
    using Pair = std::pair<const contract::Contract*, const contract::Contract*>;

    // The same kind, before and after.
    struct Step {
        Kind from;
        Kind to;
    };

    // An item over the other contract; null, and why, where it has no place there.
    struct Made {
        ItemPointer item;
        std::string why_not;
    };

    bool is_known(const contract::Contract& contract) const;
    bool is_known(const contract::Contract& contract, size_t resource) const;
    void carry_contract(const Pair& pair, const World& world, World& made, Carried& told);
    void carry_table(const Table& table, const Step& step, Table& there, Carried& told);
    const Made& made_of(const Step& step, const ItemPointer& item);

    std::vector<Pair> contracts_;                 // those that are there before and after
    std::vector<contract::Fixture> begun_;        // fixtures, with what was not there before
    std::vector<std::string> purposes_;           // of generated values: "library/books"
    std::unordered_map<const Item*, Made> made_;  // never iterated
};

}  // namespace standin::state
