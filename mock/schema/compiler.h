// Turns one schema of a document, and all that it refers to, into rules.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "mock/core/contract_error.h"
#include "mock/schema/cycle.h"
#include "mock/schema/in_place.h"
#include "mock/schema/store.h"

namespace standin::schema {

// One run of Schemas::compile(): nodes wait in a queue rather than on the stack, so a contract may
// chain references as far as it likes. When it throws, the store is as it was before.
class Compiler {
  public:
    explicit Compiler(Store& store)
        : store_(store),
          before_(store.schemas.size()),
          choices_before_(store.choices.size()),
          in_place_(store) {}

    // `uri` is null for the first document.
    const Schema& compile(const std::string* uri, std::string_view pointer);

    Store& store() { return store_; }

    // The schema at a node, found or queued, as it is reached from a resource (null: from outside).
    // A node that is only a reference stands for what it refers to. Where that is impossible the
    // mistake is kept and any schema returned.
    const Schema* reach(Node node, const Resource* from, Mode mode);

    // Where a reference in a node leads. The value is null, and a mistake kept, where it leads
    // nowhere.
    Node follow(const Node& from, const Member& ref);

    // That `from` applies `to` to the same instance, because of this keyword; and that it is
    // nothing but `to` with something about it.
    void link(Schema& from, const Schema& to, const Member& keyword);
    void wrap(Schema& from, const Schema& to) { in_place_.link(from, to, OneWay::surely); }

    // Lays rules, sorted by stage, into the schema.
    void furnish(Schema& schema, std::span<const Rule> rules);

    void refuse(const Node& node, Mark mark, std::string pointer, std::string message);

  private:
    struct Origin {
        const Value* value;
        const Source* source;
    };
    struct Waiting {
        Schema* schema;
        Node node;
        Mode mode;
    };

    const Member* bare_ref(const Node& node) const;
    bool skip_refs(Node& node);
    const Schema* queue(Node node, Mode mode);
    const Schema* enter(const Schema& schema, const Resource& resource);
    const Anchors& anchors_of(const Resource& resource);
    void refuse_cycles();
    void take_back();
    [[noreturn]] void give_up();

    Store& store_;
    size_t before_;  // schemas in the store when this began
    size_t choices_before_;
    std::vector<Waiting> queue_;
    Cycles cycles_;
    InPlace in_place_;
    std::unordered_map<const Schema*, Origin> origins_;  // of what this run compiles
    std::vector<Mistake> mistakes_;
};

}  // namespace standin::schema
