// A sorted map that is copied in constant time: a B+tree whose copies share what they have in
// common.
#pragma once

#include <cassert>

#include "mock/state/tree_erase.h"
#include "mock/state/tree_put.h"

namespace standin::state {

// Entries in the order of their keys, each key once. A copy and its original share nodes and never
// see each other's changes: a node that somebody else holds is copied before it is changed.
//
// Threads: one tree is used by one thread at a time; trees that share nodes may be used by
// different threads at once.
//
// Costs, for n entries: copying is constant; find, put, erase, at and rank are logarithmic; a visit
// costs what it visits. After a copy, a change also copies one node of each level, and its keys and
// values with it.
//
// Keys need "<" among themselves and with whatever they are searched by (`Probe`). A `fanout` other
// than the default is for tests that want depth.
template <class Key, class Value, size_t fanout = 32>
class Tree {
    static_assert(fanout >= 2);
    using Node = TreeNode<Key, Value>;

  public:
    using Entry = typename Node::Entry;

    size_t size() const { return size_; }
    bool empty() const { return size_ == 0; }

    // The value of a key, null where there is none. It stays until the tree is changed.
    template <class Probe>
    const Value* find(const Probe& key) const {
        if (empty()) return nullptr;
        const Node* node = &*root_;
        while (!node->is_leaf()) node = &*node->children[node->child_of(key)].node;
        const size_t place = node->place_of(key);
        return node->holds(place, key) ? &node->entries[place].value : nullptr;
    }

    // The same, to be changed.
    template <class Probe>
    Value* edit(const Probe& key) {
        if (empty()) return nullptr;
        Node* node = &root_.sole();
        while (!node->is_leaf()) node = &node->children[node->child_of(key)].node.sole();
        const size_t place = node->place_of(key);
        return node->holds(place, key) ? &node->entries[place].value : nullptr;
    }

    // Adds an entry, or replaces the value of one; whether it was added.
    bool put(Key key, Value value) {
        if (!root_) root_ = Shared<Node>::make();
        TreePut<Key, Value, fanout> change;
        Shared<Node> right = change.put(root_.sole(), {std::move(key), std::move(value)}, true);
        if (right) grow(std::move(right));
        size_ += change.fresh();
        return change.fresh();
    }

    // Whether there was an entry to erase.
    template <class Probe>
    bool erase(const Probe& key) {
        if (empty() || !erase_below<fanout>(root_.sole(), key)) return false;
        --size_;
        shrink();
        return true;
    }

    // The entry before which this many others stand; there must be one.
    const Entry& at(size_t rank) const {
        assert(rank < size_);
        const Node* node = &*root_;
        while (!node->is_leaf()) node = &*node->child_at(rank).node;
        return node->entries[rank];
    }

    // How many keys are below this one: the rank of its entry where it has one.
    template <class Probe>
    size_t rank(const Probe& key) const {
        if (empty()) return 0;
        size_t below = 0;
        const Node* node = &*root_;
        while (!node->is_leaf()) {
            const size_t child = node->child_of(key);
            for (size_t i = 0; i < child; ++i) below += node->children[i].size;
            node = &*node->children[child].node;
        }
        return below + node->place_of(key);
    }

    // Calls the step with each entry in order, from a rank on, until it returns false.
    template <class Step>
    void visit(size_t first_rank, Step step) const {
        if (root_) root_->visit(first_rank, step);
    }

  private:
    void grow(Shared<Node> right) {
        auto root = Shared<Node>::make();
        for (const Shared<Node>& node : {root_, right}) {
            root.sole().children.push_back({node->first(), node->size(), node});
        }
        root_ = std::move(root);
    }

    void shrink() {
        if (empty()) root_ = {};
        while (root_ && root_->children.size() == 1) root_ = Shared(root_->children[0].node);
    }

    Shared<Node> root_;
    size_t size_ = 0;
};

}  // namespace standin::state
