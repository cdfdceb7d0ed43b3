// A fault plan: rules by which requests go wrong on purpose, and where they are kept by name.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "mock/contract/contract.h"
#include "mock/fault/rule.h"

namespace standin::fault {

using Contracts = std::vector<std::shared_ptr<const contract::Contract>>;

// Immutable, shared among sessions and threads.
struct Plan {
    std::string name;
    std::string description;
    contract::Source source;                   // what its rules point into
    std::unique_ptr<schema::Schemas> schemas;  // of its own
    std::optional<milliseconds> tick;          // that the session's clock gets with it
    std::vector<Rule> rules;                   // in the order of the file
};

// Reads a plan for these contracts: fixtures/faults/README.md has the form. Throws ContractError
// with every mistake.
std::shared_ptr<const Plan> read_plan(contract::Source source, const Contracts& contracts);

// The plans that a server knows by name. Immutable once filled.
class Library {
  public:
    // Reads every .yaml, .yml and .json file of some folders, in the order of their names; nothing
    // where there is no such folder. The plans of a later folder go before those of an earlier one,
    // and take the place of those of their names. Throws ContractError with every mistake, two
    // plans of one name in one folder among them.
    static Library read(const std::vector<std::string>& folders, const Contracts& contracts);
    // The same, but what lies in the first folder is read when somebody asks for a plan that is not
    // in the others: for plans that ship, and are known to be fine. Whoever asks gets its mistakes.
    static Library read_later(const std::string& first, const std::vector<std::string>& others,
                              const Contracts& contracts);

    // Null where there is none of that name.
    std::shared_ptr<const Plan> find(std::string_view plan) const;
    // A rule of any plan, or the only rule of the plan of that name; null where there is none.
    std::shared_ptr<const Rule> find_rule(std::string_view name) const;
    const std::vector<std::shared_ptr<const Plan>>& plans() const;

  private:
    struct Later;

    void add(const std::string& folder, const Contracts& contracts, std::vector<Mistake>& mistakes);

    std::vector<std::shared_ptr<const Plan>> plans_;
    std::shared_ptr<Later> later_;  // null where everything is read
};

}  // namespace standin::fault
