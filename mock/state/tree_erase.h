// Erasing entries from the nodes of a tree; neighbours that fit into one node are joined.
#pragma once

#include "mock/state/tree_node.h"

namespace standin::state {

// Makes one child of two neighbours that fit into one; whether they did.
template <size_t fanout, class Node>
bool join(Node& branch, size_t i) {
    if (i + 1 == branch.children.size()) return false;
    auto& left = branch.children[i];
    auto& right = branch.children[i + 1];
    if (left.node->width() + right.node->width() > fanout) return false;
    move_tail(right.node.sole().entries, 0, left.node.sole().entries);
    move_tail(right.node.sole().children, 0, left.node.sole().children);
    left.size += right.size;
    branch.children.erase(at(branch.children, i + 1));
    return true;
}

// Erases the entry with a key below a node that nobody else holds: in place where a node below is
// held once, in a copy where it is not. Whether there was one. The node may come to be empty.
template <size_t fanout, class Node, class Probe>
bool erase_below(Node& node, const Probe& key) {
    if (node.is_leaf()) {
        const size_t place = node.place_of(key);
        if (!node.holds(place, key)) return false;
        node.entries.erase(at(node.entries, place));
        return true;
    }
    const size_t i = node.child_of(key);
    if (!erase_below<fanout>(node.children[i].node.sole(), key)) return false;
    if (--node.children[i].size == 0) {
        node.children.erase(at(node.children, i));
    } else if (!join<fanout>(node, i) && i > 0) {
        join<fanout>(node, i - 1);
    }
    return true;
}

}  // namespace standin::state
