// The nodes of a tree: leaves with entries, branches with children, and how they are searched.
#pragma once

#include <algorithm>
#include <iterator>
#include <vector>

#include "mock/core/shared.h"

namespace standin::state {

// A place in a row of entries or children.
template <class Row>
auto at(Row& row, size_t place) {
    return row.begin() + static_cast<std::ptrdiff_t>(place);
}

// Moves what stands in a row from a place on to the end of another.
template <class Row>
void move_tail(Row& from, size_t place, Row& to) {
    to.insert(to.end(), std::make_move_iterator(at(from, place)),
              std::make_move_iterator(from.end()));
    from.erase(at(from, place), from.end());
}

// A leaf holds entries, a branch children; one of the two is empty. Both are in the order of their
// keys. Only an empty tree has an empty node.
template <class Key, class Value>
struct TreeNode : Counted {
    struct Entry {
        Key key;
        Value value;
    };
    struct Child {
        Key first;    // not above any key below this child, above every key to its left
        size_t size;  // entries below it
        Shared<TreeNode> node;
    };

    std::vector<Entry> entries;
    std::vector<Child> children;

    bool is_leaf() const { return children.empty(); }
    size_t width() const { return is_leaf() ? entries.size() : children.size(); }
    const Key& first() const { return is_leaf() ? entries.front().key : children.front().first; }

    // How many entries there are here and below.
    size_t size() const {
        size_t count = entries.size();
        for (const Child& child : children) count += child.size;
        return count;
    }

    // Where in a leaf the first entry stands whose key is not below this one.
    template <class Probe>
    size_t place_of(const Probe& key) const {
        const auto below = [](const Entry& entry, const Probe& probe) { return entry.key < probe; };
        const auto found = std::lower_bound(entries.begin(), entries.end(), key, below);
        return static_cast<size_t>(found - entries.begin());
    }

    template <class Probe>
    bool holds(size_t place, const Probe& key) const {
        return place < entries.size() && !(key < entries[place].key);
    }

    // The child of a branch below which a key lies, or would lie.
    template <class Probe>
    size_t child_of(const Probe& key) const {
        const auto above = [](const Probe& probe, const Child& each) { return probe < each.first; };
        const auto found = std::upper_bound(children.begin() + 1, children.end(), key, above);
        return static_cast<size_t>(found - children.begin()) - 1;
    }

    // The child below which the entry of a rank lies; the rank becomes the one below that child.
    const Child& child_at(size_t& rank) const {
        auto child = children.begin();
        for (; rank >= child->size; ++child) rank -= child->size;
        return *child;
    }

    // Calls the step with each entry from a rank on until it says no; whether it never did.
    template <class Step>
    bool visit(size_t first_rank, Step& step) const {
        for (size_t i = first_rank; i < entries.size(); ++i) {
            if (!step(entries[i])) return false;
        }
        for (const Child& child : children) {
            if (first_rank < child.size && !child.node->visit(first_rank, step)) return false;
            first_rank -= std::min(first_rank, child.size);
        }
        return true;
    }
};

}  // namespace standin::state
