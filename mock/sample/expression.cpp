#include "mock/sample/expression.h"

#include <algorithm>
#include <map>

#include "mock/core/utf8.h"
#include "mock/sample/expression_reader.h"

namespace standin::sample {

namespace {

constexpr size_t most_steps = 100'000;

}  // namespace

struct Expression::Writing {
    size_t more;
    const Pick& pick;
    size_t most;
    size_t steps = 0;  // empty groups may be repeated without end, and write nothing
    std::string text = {};
    std::map<size_t, std::string> groups = {};  // what each has written last
};

Expression::Expression(std::string_view pattern) {
    ExpressionReader reader(pattern);
    fine_ = reader.read(root_, lookaheads_);
}

// The first of those that people like to read and that the class has, else its first characters.
void Expression::write_character(const Node& node, Writing& writing) {
    constexpr std::string_view liked =
        "abcdefghijklmnopqrstuvwxyz0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
        "-_ .,:/@!#%+=~";
    const auto has = [&](char32_t point) {
        return std::ranges::any_of(node.ranges, [&](const Range& range) {
            return range.first <= point && point <= range.second;
        });
    };
    std::vector<char32_t> known;
    for (const char each : liked) {
        if (has(static_cast<unsigned char>(each)))
            known.push_back(static_cast<unsigned char>(each));
        if (known.size() == 26) break;
    }
    if (known.empty()) {
        for (const Range& range : node.ranges) known.push_back(range.first);
    }
    if (known.empty()) return;
    char bytes[4];
    writing.text.append(bytes, write_utf8(bytes, known[writing.pick(known.size())]));
}

void Expression::write(const Node& node, Writing& writing) {
    if (writing.text.size() >= writing.most || ++writing.steps > most_steps) return;
    switch (node.is) {
        case Node::Is::sequence:
            for (const Node& part : node.parts) write(part, writing);
            return;
        case Node::Is::choice:
            if (!node.parts.empty()) {
                write(node.parts[writing.pick(node.parts.size())], writing);
            }
            return;
        case Node::Is::characters:
            return write_character(node, writing);
        case Node::Is::repeat: {
            const size_t room = node.most - node.least;
            const size_t times = node.least + std::min(room, writing.more);
            for (size_t i = 0; i < times && writing.steps <= most_steps; ++i) {
                write(node.parts[0], writing);
            }
            return;
        }
        case Node::Is::group: {
            const size_t begin = writing.text.size();
            write(node.parts[0], writing);
            writing.groups[node.number] = writing.text.substr(begin);
            return;
        }
        case Node::Is::reference:
            writing.text += writing.groups[node.number];
    }
}

std::string Expression::write_all(const std::vector<const Node*>& nodes, Writing& writing) const {
    for (const Node* node : nodes) write(*node, writing);
    return std::move(writing.text);
}

std::string Expression::text(size_t more, const Pick& pick, size_t most) const {
    Writing writing{more, pick, most};
    return write_all({&root_}, writing);
}

std::string Expression::text_with_lookaheads(size_t more, const Pick& pick) const {
    Writing writing{more, pick, 20000};
    std::vector<const Node*> nodes;
    for (const Node& lookahead : lookaheads_) nodes.push_back(&lookahead);
    nodes.push_back(&root_);
    return write_all(nodes, writing);
}

}  // namespace standin::sample
