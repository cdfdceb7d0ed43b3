// The answers that contracts document, compiled for those who break them.
#pragma once

#include <map>
#include <memory>
#include <set>
#include <utility>
#include <vector>

#include "mock/contract/contract.h"
#include "mock/schema/schema.h"

namespace standin::fault {

// What a contract documents for one status of an operation.
struct Answer {
    const contract::Contract* contract = nullptr;
    contract::Located schema;
    const schema::Schema* compiled = nullptr;
};

// Filled by one thread; then immutable, so safe to share. Keeps the contracts alive.
class Answers {
  public:
    // Compiles everything that an operation documents in JSON. Throws ContractError.
    void add(const std::shared_ptr<const contract::Contract>& contract,
             const contract::Operation& operation);

    // What is documented for a status: itself, else its class ("4XX"), else "default"; null where
    // nothing is, or nothing in JSON.
    const Answer* find(const contract::Operation& operation, int status) const;

    // Whether a branch of an anyOf or oneOf is what a value fits.
    bool fits(const Value& branch, const Value& value) const;

  private:
    // A contract's schemas, apart from its own: those may be in use by other threads.
    struct Compiled {
        std::shared_ptr<const contract::Contract> contract;
        std::unique_ptr<schema::Schemas> schemas;
    };

    const schema::Schema& compile(const contract::Contract& contract,
                                  const contract::Located& schema);
    void add_branches(const contract::Contract& contract, const contract::Located& schema);

    std::map<const contract::Contract*, Compiled> contracts_;  // never iterated
    std::map<const contract::Operation*, std::vector<std::pair<std::string, Answer>>> answers_;
    std::map<const Value*, const schema::Schema*> branches_;  // by their place in the document
    std::set<const Value*> seen_;                             // schemas whose branches are known
};

}  // namespace standin::fault
