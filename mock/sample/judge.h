// Whether a value is what a schema of a contract asks for, compiled when it is first asked.
#pragma once

#include <map>
#include <memory>
#include <mutex>

#include "mock/contract/contract.h"
#include "mock/core/problem.h"
#include "mock/schema/schema.h"

namespace standin::sample {

// Schemas of answers are many and are seldom asked for: each is compiled once, on its first use,
// apart from the contract's own, which other threads may be reading. Safe to use from several
// threads. The contract must outlive it.
class Judge {
  public:
    explicit Judge(const contract::Contract& contract) : contract_(contract) {}

    const contract::Contract& contract() const { return contract_; }

    // Throws ContractError where the schema is wrong, or leads nowhere.
    const schema::Schema& compiled(const contract::Located& schema);

    // As schema::is_valid and schema::check, the latter with the part "body".
    bool is_valid(const contract::Located& schema, const Value& value, schema::Direction direction);
    Problems problems(const contract::Located& schema, const Value& value,
                      schema::Direction direction);

  private:
    const contract::Contract& contract_;

    std::mutex mutex_;
    std::unique_ptr<schema::Schemas> schemas_;             // guarded by mutex_
    std::map<const Value*, const schema::Schema*> known_;  // guarded by mutex_; never iterated
};

}  // namespace standin::sample
