#include "mock/schema/cycle.h"

#include <utility>

namespace standin::schema {

void Cycles::walk(const Value* from, std::vector<Link>& closing) {
    std::vector<std::pair<const Value*, size_t>> path;  // with the next link of each
    const auto enter = [&](const Value* node) {
        colours_[node] = Colour::grey;
        path.emplace_back(node, 0);
    };
    if (colours_[from] == Colour::white) enter(from);
    while (!path.empty()) {
        auto& [node, next] = path.back();
        const std::vector<Link>& links = links_[node];
        if (next == links.size()) {
            colours_[node] = Colour::black;
            path.pop_back();
            continue;
        }
        const Link& link = links[next++];
        if (colours_[link.to] == Colour::grey) {
            closing.push_back(link);
        } else if (colours_[link.to] == Colour::white) {
            enter(link.to);
        }
    }
}

}  // namespace standin::schema
