// What one action of an overlay makes of a document.
#pragma once

#include <string>
#include <vector>

#include "mock/contract/overlay.h"

namespace standin::contract {

// Why an action cannot be done, and at which part of it.
struct Misfit {
    Mark mark;
    std::string pointer;  // below the action
    std::string message;
};

// One action. Builds again what lies on the way to its targets, in `document`; the rest is shared.
class OverlayChange {
  public:
    OverlayChange(const OverlayAction& action, bool is_1_0, Document& document)
        : action_(action), is_1_0_(is_1_0), document_(document) {}

    // The changed root; `addition` comes to each of the nodes, unless they are removed. Throws
    // Misfit.
    Value run(const Value& root, const std::vector<PathNode>& nodes, const Value& addition);

  private:
    using Place = std::vector<size_t>;  // which child of which child …, from the root

    void refuse_mixture(const std::vector<PathNode>& nodes) const;
    std::optional<Value> rebuilt(const Value& value, std::span<const Place> places, size_t depth);
    template <class Child>
    std::vector<Child> children(std::span<const Child> all, std::span<const Place> places,
                                size_t depth);
    std::optional<Value> changed(const Value& target);
    Value joined(const Value& array, std::span<const Value> more);
    Value merged(const Value& target, const Value& addition);
    void merge(std::vector<Member>& members, const Member& addition);
    [[noreturn]] void refuse_addition(const Value& target, const Value& addition) const;
    std::string where() const { return where_.empty() ? "the root" : where_; }

    const OverlayAction& action_;
    const bool is_1_0_;
    Document& document_;
    Value addition_;
    std::string where_;  // pointer in the document
    std::string added_;  // pointer in the addition
};

}  // namespace standin::contract
