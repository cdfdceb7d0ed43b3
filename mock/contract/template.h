// A value written in a contract in which runtime expressions and generators stand for parts.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "mock/contract/expression.h"
#include "mock/contract/source.h"
#include "mock/core/builder.h"
#include "mock/core/json.h"

namespace standin::contract {

// Compiled once, evaluated many times; immutable, so safe to share among threads. Members whose
// expression names nothing are left out; elsewhere nothing becomes null.
class Template {
  public:
    // `value` lies in `source`, which must outlive the template; `pointer` says where. Throws
    // ContractError for an expression or an operator that is not known.
    static Template compile(const Source& source, const Value& value, const std::string& pointer);

    // Appends the value as JSON.
    void write(std::string& out, Scope& scope, const JsonStyle& style) const;
    // Puts the value into a builder; it may share parts with what the scope gave.
    void build(Builder& builder, Scope& scope) const;
    // The members of a template that is an object: their names, and what each stands for.
    const std::vector<std::string_view>& names() const { return names_; }
    const std::vector<Template>& parts() const { return parts_; }
    // The value alone; nothing where its expression names nothing.
    Operand evaluate(Scope& scope) const;
    // The value as text: a string's characters, anything else as JSON; "" for nothing.
    std::string text(Scope& scope) const;

    // Whether it is a generator: each evaluation makes another value.
    bool generates() const { return form_ == Form::generator; }
    // Whether "$problem.message" stands inside.
    bool names_message() const;
    // The member names that lead from here to "$result", if it stands inside.
    bool path_to_result(std::vector<std::string>& path) const;

  private:
    enum class Form : uint8_t { literal, expression, joined, generator, first, array, object };
    friend class TemplateCompiler;

    template <class Sink>
    void put(Sink& sink, Scope& scope) const;
    template <class Sink>
    void put_members(Sink& sink, Scope& scope) const;

    Form form_ = Form::literal;
    Value literal_;
    Expression expression_;
    Generator generator_;
    std::vector<Template> parts_;          // of joined, first, array, object
    std::vector<std::string_view> names_;  // of object
};

}  // namespace standin::contract
