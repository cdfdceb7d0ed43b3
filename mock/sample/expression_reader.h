// Takes a regular expression apart; used by expression.cpp alone.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "mock/sample/expression.h"

namespace standin::sample {

class ExpressionReader {
  public:
    using Node = Expression::Node;
    using Range = Expression::Range;

    explicit ExpressionReader(std::string_view pattern) : pattern_(pattern) {}

    // False where the syntax is not understood; what was read until then stays.
    bool read(Node& root, std::vector<Node>& lookaheads);

  private:
    static constexpr size_t depth_limit = 100;

    bool at_end() const { return at_ >= pattern_.size(); }
    bool take(std::string_view text);
    char32_t take_point();
    Node read_choice();
    Node read_sequence();
    std::optional<Node> read_term();
    Node read_group();
    void read_quantifier(Node& term);
    bool read_bounds(size_t& least, size_t& most);
    Node read_class();
    void read_class_item(std::vector<Range>& ranges);
    std::optional<Node> read_escape();
    std::vector<Range> escaped();
    char32_t code(size_t digits);
    char32_t unicode();
    std::vector<Range> property(bool negated);

    std::string_view pattern_;
    size_t at_ = 0;
    size_t groups_ = 0;
    size_t depth_ = 0;
    bool fine_ = true;
    std::vector<Node> lookaheads_;
};

}  // namespace standin::sample
