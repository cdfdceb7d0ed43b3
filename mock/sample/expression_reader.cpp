#include "mock/sample/expression_reader.h"

#include <algorithm>

namespace standin::sample {

namespace {

using Range = std::pair<char32_t, char32_t>;
using Ranges = std::vector<Range>;

constexpr char32_t last_point = 0x10FFFF;
constexpr size_t no_end = SIZE_MAX;

Ranges others(Ranges ranges) {
    std::ranges::sort(ranges);
    Ranges left;
    char32_t next = 0x20;  // control characters are not worth writing
    for (const auto& [first, last] : ranges) {
        if (first > next) left.emplace_back(next, first - 1);
        next = std::max<char32_t>(next, last + 1);
    }
    if (next < 0xD800) left.emplace_back(next, 0xD7FF);
    return left;
}

Ranges digits() {
    return {{'0', '9'}};
}
Ranges words() {
    return {{'a', 'z'}, {'A', 'Z'}, {'0', '9'}, {'_', '_'}};
}
Ranges spaces() {
    return {{' ', ' '}, {'\t', '\t'}, {'\n', '\n'}, {'\r', '\r'}};
}

// A few characters of the general categories (Unicode, section 4.5); all are letters else.
Ranges of_property(std::string_view name) {
    const size_t value = name.find('=');
    if (value != name.npos) name.remove_prefix(value + 1);
    if (name.starts_with("Lu") || name.starts_with("Upper")) return {{'A', 'Z'}};
    if (name.starts_with('N') || name == "Decimal_Number") return digits();
    if (name.starts_with('P')) return {{'-', '-'}, {'.', '.'}, {'!', '!'}, {'_', '_'}};
    if (name.starts_with('S')) return {{'+', '+'}, {'$', '$'}};
    if (name.starts_with('Z')) return {{' ', ' '}};
    if (name == "Cyrillic") return {{0x430, 0x44F}};
    if (name == "Greek") return {{0x3B1, 0x3C9}};
    if (name == "Han") return {{0x4E00, 0x9FA5}};
    return {{'a', 'z'}};
}

size_t sequence_length(unsigned char first) {
    return first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
}

}  // namespace

bool ExpressionReader::read(Node& root, std::vector<Node>& lookaheads) {
    root = read_choice();
    lookaheads = std::move(lookaheads_);
    return fine_ && at_end();
}

bool ExpressionReader::take(std::string_view text) {
    if (!pattern_.substr(std::min(at_, pattern_.size())).starts_with(text)) return false;
    at_ += text.size();
    return true;
}

char32_t ExpressionReader::take_point() {
    const auto first = static_cast<unsigned char>(pattern_[at_]);
    const size_t length = std::min(sequence_length(first), pattern_.size() - at_);
    char32_t point = length == 1 ? first : first & (0x7FU >> length);
    for (size_t i = 1; i < length; ++i) {
        point = (point << 6) | (static_cast<unsigned char>(pattern_[at_ + i]) & 0x3FU);
    }
    at_ += length;
    return point;
}

ExpressionReader::Node ExpressionReader::read_choice() {
    Node choice{Node::Is::choice};
    if (++depth_ > depth_limit) fine_ = false;
    do {
        choice.parts.push_back(read_sequence());
    } while (fine_ && take("|"));
    --depth_;
    return choice;
}

ExpressionReader::Node ExpressionReader::read_sequence() {
    Node sequence{Node::Is::sequence};
    while (fine_ && !at_end() && pattern_[at_] != '|' && pattern_[at_] != ')') {
        auto term = read_term();
        if (!term) continue;
        read_quantifier(*term);
        sequence.parts.push_back(std::move(*term));
    }
    return sequence;
}

// Nothing where it has no width.
std::optional<ExpressionReader::Node> ExpressionReader::read_term() {
    if (take("^") || take("$")) return std::nullopt;
    if (take("(")) return read_group();
    if (take("[")) return read_class();
    if (take("\\")) return read_escape();
    if (take(".")) return Node{Node::Is::characters, {}, others({})};
    const char32_t point = take_point();
    return Node{Node::Is::characters, {}, {{point, point}}};
}

ExpressionReader::Node ExpressionReader::read_group() {
    const bool ahead = take("?=");
    const bool other = !ahead && (take("?!") || take("?<=") || take("?<!"));
    const bool plain = !ahead && !other && take("?:");
    if (!ahead && !other && !plain && take("?<")) {
        at_ = std::min(pattern_.find('>', at_), pattern_.size() - 1) + 1;
    }
    const size_t number = ahead || other || plain ? 0 : ++groups_;
    Node inner = read_choice();
    fine_ &= take(")");
    if (ahead) lookaheads_.push_back(std::move(inner));
    if (ahead || other) return {Node::Is::sequence};
    Node group{Node::Is::group};
    group.parts.push_back(std::move(inner));
    group.number = number;
    return group;
}

void ExpressionReader::read_quantifier(Node& term) {
    size_t least = 0;
    size_t most = no_end;
    if (take("?")) {
        most = 1;
    } else if (take("+")) {
        least = 1;
    } else if (!take("*") && !read_bounds(least, most)) {
        return;
    }
    take("?");  // whether it is lazy does not matter to who writes
    Node repeat{Node::Is::repeat};
    repeat.parts.push_back(std::move(term));
    repeat.least = least;
    repeat.most = std::max(least, most);
    term = std::move(repeat);
}

bool ExpressionReader::read_bounds(size_t& least, size_t& most) {
    const size_t begin = at_;
    const auto number = [&](size_t& value) {
        const size_t first = at_;
        for (value = 0; !at_end() && pattern_[at_] >= '0' && pattern_[at_] <= '9'; ++at_) {
            value = std::min<size_t>(value * 10 + static_cast<size_t>(pattern_[at_] - '0'), 100000);
        }
        return at_ > first;
    };
    if (take("{") && number(least)) {
        most = least;
        if (take(",") && !number(most)) most = no_end;
        if (take("}")) return true;
    }
    at_ = begin;
    return false;
}

ExpressionReader::Node ExpressionReader::read_class() {
    const bool negated = take("^");
    Ranges ranges;
    while (!at_end() && pattern_[at_] != ']') read_class_item(ranges);
    fine_ &= take("]");
    return {Node::Is::characters, {}, negated ? others(ranges) : ranges};
}

void ExpressionReader::read_class_item(Ranges& ranges) {
    const auto item = [&]() -> Ranges {
        if (take("\\")) return take("b") ? Ranges{{8, 8}} : escaped();
        const char32_t point = take_point();
        return {{point, point}};
    };
    Ranges first = item();
    const bool single = first.size() == 1 && first[0].first == first[0].second;
    const bool range =
        single && at_ + 1 < pattern_.size() && pattern_[at_] == '-' && pattern_[at_ + 1] != ']';
    if (range) {
        ++at_;
        const Ranges last = item();
        if (!last.empty()) first[0].second = std::max(first[0].first, last[0].second);
    }
    ranges.insert(ranges.end(), first.begin(), first.end());
}

std::optional<ExpressionReader::Node> ExpressionReader::read_escape() {
    if (take("b") || take("B")) return std::nullopt;
    if (!at_end() && pattern_[at_] >= '1' && pattern_[at_] <= '9') {
        Node reference{Node::Is::reference};
        reference.number = static_cast<size_t>(pattern_[at_++] - '0');
        return reference;
    }
    return Node{Node::Is::characters, {}, escaped()};
}

// What an escape stands for, after its backslash.
Ranges ExpressionReader::escaped() {
    if (at_end()) return fine_ = false, Ranges{};
    const auto one = [](char32_t point) { return Ranges{{point, point}}; };
    const char32_t letter = take_point();
    switch (letter) {
        case 'd':
            return digits();
        case 'D':
            return others(digits());
        case 'w':
            return words();
        case 'W':
            return others(words());
        case 's':
            return spaces();
        case 'S':
            return others(spaces());
        case 'n':
            return one('\n');
        case 'r':
            return one('\r');
        case 't':
            return one('\t');
        case 'f':
            return one('\f');
        case 'v':
            return one('\v');
        case '0':
            return one(0);
        case 'x':
            return one(code(2));
        case 'u':
            return one(unicode());
        case 'c':
            return at_end() ? Ranges{} : one(take_point() % 32);
        case 'p':
        case 'P':
            return property(letter == 'P');
        default:
            return one(letter);
    }
}

char32_t ExpressionReader::code(size_t digits) {
    char32_t value = 0;
    for (size_t i = 0; i < digits && !at_end(); ++i, ++at_) {
        const char digit = static_cast<char>(pattern_[at_] | 0x20);
        value = value * 16 + static_cast<char32_t>(digit >= 'a' ? digit - 'a' + 10 : digit & 0xF);
    }
    return std::min(value, last_point);
}

char32_t ExpressionReader::unicode() {
    if (take("{")) {
        const size_t end = std::min(pattern_.find('}', at_), pattern_.size());
        const char32_t value = code(end - at_);
        take("}");
        return value;
    }
    const char32_t high = code(4);
    if (high < 0xD800 || high > 0xDBFF || !take("\\u")) return high;
    return 0x10000 + ((high - 0xD800) << 10) + (code(4) - 0xDC00);
}

Ranges ExpressionReader::property(bool negated) {
    if (!take("{")) return {{'p', 'p'}};
    const size_t end = std::min(pattern_.find('}', at_), pattern_.size());
    const Ranges ranges = of_property(pattern_.substr(at_, end - at_));
    at_ = std::min(end + 1, pattern_.size());
    return negated ? others(ranges) : ranges;
}

}  // namespace standin::sample
