// Turns one schema of a document, and all that it refers to, into rules.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "mock/core/contract_error.h"
#include "mock/schema/store.h"

namespace standin::schema {

// One run of Schemas::compile(): nodes wait in a queue rather than on the stack, so a contract may
// chain references as far as it likes. When it throws, the store is as it was before.
class Compiler {
  public:
    explicit Compiler(Store& store) : store_(store), before_(store.schemas.size()) {}

    const Schema& compile(std::string_view pointer);

    Store& store() { return store_; }

    // The schema at a node, found or queued. A node that is only a reference stands for what it
    // refers to. Where that is impossible the mistake is kept and any schema returned.
    const Schema* reach(Node node);

    // Where the reference of a node leads. The value is null, and a mistake kept, where it leads
    // nowhere.
    Node follow(const Node& from, const Member& ref);

    // That `from` applies `to` to the same instance, because of this keyword.
    void link(const Schema& from, const Schema& to, const Member& keyword);

    void refuse(Mark mark, std::string pointer, std::string message);

  private:
    struct Link {
        const Schema* to;
        const Member* keyword;
    };
    enum class Colour : uint8_t { white, grey, black };

    const Member* bare_ref(const Value& value) const;
    const Schema* queue(const Node& node);
    void refuse_cycles();
    void walk_links(const Schema& from, std::unordered_map<const Schema*, Colour>& colours);
    [[noreturn]] void give_up();

    Store& store_;
    size_t before_;  // schemas in the store when this began
    std::vector<std::pair<Schema*, const Value*>> queue_;
    std::unordered_map<const Schema*, std::vector<Link>> links_;
    std::vector<Mistake> mistakes_;
};

}  // namespace standin::schema
