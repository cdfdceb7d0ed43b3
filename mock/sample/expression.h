// Texts in which a regular expression of ECMA-262 occurs.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace standin::sample {

// Chooses one of so many.
using Pick = std::function<size_t(size_t)>;

// An expression taken apart (ECMA-262, section 22.2, with the u flag), so that texts can be written
// along it. What it cannot follow (lookbehind, word boundaries, names of scripts) it passes over:
// whoever uses a text checks it. Immutable.
class Expression {
  public:
    explicit Expression(std::string_view pattern);

    // Whether it was understood as far as its syntax goes.
    bool fine() const { return fine_; }

    // A text along the expression. Each repetition that may be repeated further is, by `more`;
    // `pick` chooses branches and characters. At most `most` bytes and a few more.
    std::string text(size_t more, const Pick& pick, size_t most = 20000) const;

    // The same with what its lookaheads ask for written in front.
    std::string text_with_lookaheads(size_t more, const Pick& pick) const;

  private:
    friend class ExpressionReader;

    using Range = std::pair<char32_t, char32_t>;  // both ends included
    struct Node {
        enum class Is : uint8_t { sequence, choice, characters, repeat, group, reference } is;
        std::vector<Node> parts = {};    // of sequence and choice; one of repeat and group
        std::vector<Range> ranges = {};  // of characters
        size_t least = 0;                // of repeat
        size_t most = 0;                 // of repeat; SIZE_MAX = no end
        size_t number = 0;               // of group and reference
    };
    struct Writing;

    static void write(const Node& node, Writing& writing);
    static void write_character(const Node& node, Writing& writing);
    std::string write_all(const std::vector<const Node*>& nodes, Writing& writing) const;

    Node root_{Node::Is::choice};
    std::vector<Node> lookaheads_;
    bool fine_ = true;
};

}  // namespace standin::sample
