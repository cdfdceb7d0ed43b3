// Values that are made of a schema.
#pragma once

#include <memory>

#include "mock/contract/contract.h"
#include "mock/core/document.h"
#include "mock/core/problem.h"
#include "mock/sample/judge.h"
#include "mock/sample/wish.h"

namespace standin::sample {

struct Sample {
    std::shared_ptr<const Document> document;  // shares nothing but values of the contract
    Problems problems;     // what is wrong with it, where none that is right was found; else empty
    bool gave_up = false;  // the schema asks for more than anybody wants to read

    const Value& value() const { return document->root(); }
};

// A value that the schema takes: the first that it names itself (const, default, example, examples,
// enum), null where a single value may be null, else one put together of what its keywords say,
// with optional members. A dynamic one is varied instead. Bounded in work and size; the best
// attempt where all fail. Throws ContractError where the schema is wrong, or leads nowhere.
Sample make(Judge& judge, const contract::Located& schema, const Wish& wish);

}  // namespace standin::sample
