// Putting entries into the nodes of a tree, which split where they are full.
#pragma once

#include "mock/state/tree_node.h"

namespace standin::state {

// Puts one entry below a node that nobody else holds: in place where a node below is held once, in
// a copy where it is not.
template <class Key, class Value, size_t fanout>
class TreePut {
  public:
    using Node = TreeNode<Key, Value>;
    using Entry = typename Node::Entry;
    using Child = typename Node::Child;

    // Whether the entry was added rather than replaced.
    bool fresh() const { return fresh_; }

    // What no longer fits comes back as a node to stand on the right of this one. `last` says that
    // this is the last node of its level.
    Shared<Node> put(Node& node, Entry&& entry, bool last) {
        return node.is_leaf() ? put_here(node, std::move(entry), last)
                              : put_below(node, std::move(entry), last);
    }

  private:
    Shared<Node> put_here(Node& leaf, Entry&& entry, bool last) {
        const size_t place = leaf.place_of(entry.key);
        if (leaf.holds(place, entry.key)) {
            leaf.entries[place].value = std::move(entry.value);
            return {};
        }
        fresh_ = true;
        return insert(leaf, &Node::entries, place, std::move(entry), last);
    }

    Shared<Node> put_below(Node& branch, Entry&& entry, bool last) {
        const size_t i = branch.child_of(entry.key);
        Child& child = branch.children[i];
        if (entry.key < child.first) child.first = entry.key;
        const bool last_below = last && i + 1 == branch.children.size();
        Shared<Node> right = put(child.node.sole(), std::move(entry), last_below);
        if (!right) {
            child.size += fresh_;
            return {};
        }
        child.size = child.node->size();
        Child grown{right->first(), right->size(), right};
        return insert(branch, &Node::children, i + 1, std::move(grown), last);
    }

    // A full row is split in halves; one that grows at the tree's end stays full, because more
    // will mostly follow there.
    template <class Each>
    Shared<Node> insert(Node& node, std::vector<Each> Node::*row, size_t place, Each&& each,
                        bool last) {
        std::vector<Each>& left = node.*row;
        if (left.size() < fanout) {
            left.insert(at(left, place), std::move(each));
            return {};
        }
        auto grown = Shared<Node>::make();
        std::vector<Each>& right = grown.sole().*row;
        const size_t kept = last && place == fanout ? fanout : fanout / 2;
        right.reserve(fanout);
        move_tail(left, kept, right);
        std::vector<Each>& home = place < kept ? left : right;
        home.insert(at(home, place < kept ? place : place - kept), std::move(each));
        return grown;
    }

    bool fresh_ = false;
};

}  // namespace standin::state
