#include "mock/contract/request_scope.h"

#include <cassert>

#include "mock/core/pointer.h"

namespace standin::contract {

namespace {

Operand found(const Value* value) {
    return value ? Operand::of(*value) : Operand{};
}

Operand at(const Value* root, const std::string& pointer) {
    return root ? found(resolve(*root, pointer)) : Operand{};
}

}  // namespace

Operand RequestScope::lookup(const Expression& expression) const {
    switch (expression.name) {
        case Name::request_path:
            if (expression.detail.empty()) return Operand::of(Value::of(request_.path()));
            return found(input_.path.find(expression.detail));
        case Name::request_query:
            return found(input_.query.find(expression.detail));
        case Name::request_header: {
            const std::string* field = request_.headers.find(expression.detail);
            return field ? Operand::of(Value::of(std::string_view(*field))) : Operand{};
        }
        case Name::request_body:
            return input_.has_body ? at(&input_.body, expression.detail) : Operand{};
        case Name::method:
            return Operand::of(Value::of(std::string_view(request_.method)));
        case Name::server:
            return contract_ ? server(*contract_) : Operand{};
        case Name::stored:
            return at(stored_, expression.detail);
        case Name::parent:
            return at(parent_, expression.detail);
        default:
            return {};
    }
}

// Of the mock's own URL, with the base under which this client has it.
Operand RequestScope::server(const Contract& contract) const {
    const std::string_view url = contract.server_url;
    if (!contract.is_public_url || request_.base.empty()) return Operand::of(Value::of(url));
    return Operand::of(Value::of(scratch_.keep(std::string(url) + request_.base)));
}

Value RequestScope::generate(const Generator&) {
    assert(!"a value is generated where nothing is made");
    return {};
}

}  // namespace standin::contract
