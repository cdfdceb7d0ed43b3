// What runtime expressions name while one request is answered.
#pragma once

#include "mock/contract/contract.h"
#include "mock/contract/input.h"
#include "mock/http/message.h"

namespace standin::contract {

// Knows the request and the resources it is about; what an outcome adds is known to the scopes
// that derive from this one. Everything that it refers to must outlive it.
class RequestScope : public Scope {
  public:
    RequestScope(const http::Request& request, const Input& input, const Contract* contract)
        : request_(request), input_(input), contract_(contract) {}

    void set_stored(const Value* stored) { stored_ = stored; }
    void set_parent(const Value* parent) { parent_ = parent; }
    const Value* stored() const { return stored_; }
    const Value* parent() const { return parent_; }

    Operand lookup(const Expression& expression) const override;
    // Only where something is made can a value be generated: a bug anywhere else.
    Value generate(const Generator& generator) override;
    Document& scratch() override { return scratch_; }

  private:
    Operand server(const Contract& contract) const;

    const http::Request& request_;
    const Input& input_;
    const Contract* contract_;
    const Value* stored_ = nullptr;
    const Value* parent_ = nullptr;
    mutable Document scratch_;
};

}  // namespace standin::contract
