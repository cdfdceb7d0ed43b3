// What the schemas of a contract tell of its resources: given by whoever can make samples.
#pragma once

#include "mock/contract/contract.h"

namespace standin::state {

// Safe to use from several threads. The same questions have the same answers.
class Sampler {
  public:
    virtual ~Sampler() = default;

    // A resource as one of its operations would show it; null where none shows any. Lives as long
    // as this.
    virtual const Value* sample_of(const contract::Contract& contract,
                                   const contract::Resource& resource) const = 0;

    // A resource, as it is shown, with as little changed as makes it what answers promise; made in
    // the document. The value itself where nothing does.
    virtual Value completed(const contract::Contract& contract, const contract::Resource& resource,
                            const Value& shown, Document& document) const = 0;

    // A key with as little changed as makes it one that paths and answers take; `n` tells several
    // apart that one resource might have.
    virtual Value key_like(const contract::Contract& contract, const contract::Resource& resource,
                           const Value& key, uint64_t n, Document& document) const = 0;
};

}  // namespace standin::state
