// A schema in the making: what the readers of keywords work on.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "mock/schema/compiler.h"

namespace standin::schema {

class Draft {
  public:
    Draft(Compiler& compiler, Schema& schema, Node node, Mode mode)
        : compiler_(compiler), schema_(schema), node_(std::move(node)), mode_(mode) {}

    // Reads every keyword of the node and fills the schema.
    void read();

    Schema& schema() { return schema_; }
    Store& store() { return compiler_.store(); }
    const Node& node() const { return node_; }
    const Language& language() const { return *node_.language; }
    Dialect dialect() const { return language().dialect; }

    // Another keyword of the same schema; null where it is not written or not known.
    const Member* keyword(std::string_view name) const;

    // The schema that is the keyword's value, or that lies in it under a name or an index.
    const Schema* child(const Member& keyword);
    const Schema* child(const Member& keyword, std::string_view name, const Value& value);

    // As child(), for schemas that see the same instance as this one: a cycle of them never ends.
    const Schema* branch(const Member& keyword);
    const Schema* branch(const Member& keyword, std::string_view name, const Value& value);
    // As branch(), for a schema whose verdict alone counts.
    const Schema* verdict(const Member& keyword);

    // Where a reference of this schema leads (Compiler::follow).
    const Schema* refer(const Member& ref);
    const Schema* refer(const Member& ref, Node target);
    Node follow(const Member& ref) { return compiler_.follow(node_, ref); }

    // Whether there is a rule with this check, which several keywords share.
    bool has(Check check) const;

    // A compiled expression; null, and a mistake kept, where it is wrong.
    const Pattern* pattern(const Member& keyword, std::string_view expression);

    // Keeps a mistake; false, always. The message begins with the keyword's name:
    // `"maxLength" must be …`.
    bool refuse(const Member& keyword, std::string_view what);
    // Keeps what is odd but can be acted on, in the same words.
    void warn(const Member& keyword, std::string_view what);
    // `"maxLength" must be <wanted>, not <what there is>`.
    bool refuse_value(const Member& keyword, std::string_view wanted);
    bool refuse_value(const Member& keyword, std::string_view wanted, const Value& found);

  private:
    Node below(const Member& keyword, const Value& value) const;
    const Schema* reach(Node node, Mode mode);
    const Schema* linked(const Schema* schema, const Member& keyword);
    Mode branch_mode() const { return schema_.collects ? Mode::collecting : Mode::plain; }
    bool read_unevaluated();
    void read(const Member& member);

    Compiler& compiler_;
    Schema& schema_;
    const Node node_;
    const Mode mode_;
    std::vector<Rule> rules_;
};

// "a string", "an object", "null"; numbers as they are written.
std::string found(const Value& value);

}  // namespace standin::schema
