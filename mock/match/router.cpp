#include "mock/match/router.h"

#include <algorithm>
#include <iterator>

#include "mock/http/message.h"

namespace standin::match {

using contract::Contract;
using contract::Operation;

namespace {

// A segment of a path template that holds parameters: "{id}", "report-{id}.json", "{from}-{to}".
struct Pattern {
    std::vector<std::string> literals;  // around the parameters, so one more than there are
    std::vector<std::string> parameters;

    bool operator==(const Pattern&) const = default;

    // The parameters' texts in a segment, each as short as it can be; nothing where the segment is
    // not of this form.
    std::optional<std::vector<std::string>> take(std::string_view segment) const {
        if (!segment.starts_with(literals.front())) return std::nullopt;
        segment.remove_prefix(literals.front().size());
        std::vector<std::string> taken;
        for (size_t i = 1; i < literals.size(); ++i) {
            const std::string& next = literals[i];
            const bool last = i + 1 == literals.size();
            const size_t end = last ? segment.size() - std::min(segment.size(), next.size())
                                    : segment.find(next, 1);
            if (end == 0 || end >= segment.size() + last) return std::nullopt;
            if (segment.substr(end, next.size()) != next) return std::nullopt;
            taken.emplace_back(segment.substr(0, end));
            segment.remove_prefix(end + next.size());
        }
        return taken;
    }

    size_t literal_size() const {
        size_t size = 0;
        for (const std::string& literal : literals) size += literal.size();
        return size;
    }
};

std::optional<Pattern> pattern_of(std::string_view segment) {
    Pattern pattern;
    while (true) {
        const size_t open = segment.find('{');
        const size_t close = segment.find('}', open == segment.npos ? 0 : open);
        if (open == segment.npos || close == segment.npos) break;
        pattern.literals.emplace_back(segment.substr(0, open));
        pattern.parameters.emplace_back(segment.substr(open + 1, close - open - 1));
        segment.remove_prefix(close + 1);
    }
    if (pattern.parameters.empty()) return std::nullopt;
    pattern.literals.emplace_back(segment);
    return pattern;
}

std::vector<std::string_view> segments_of(std::string_view path) {
    std::vector<std::string_view> segments;
    while (!path.empty()) {
        if (path[0] == '/') path.remove_prefix(1);
        const size_t end = std::min(path.find('/'), path.size());
        segments.push_back(path.substr(0, end));
        path.remove_prefix(end);
    }
    return segments;
}

}  // namespace

struct Router::Node {
    struct Owned {
        const Contract* contract;
        const Operation* operation;
        std::vector<std::string> parameters;  // of this operation's own template, in path order
    };

    const Contract* owner = nullptr;  // that first came through here
    std::map<std::string, std::unique_ptr<Node>, std::less<>> literals;
    std::vector<std::pair<Pattern, std::unique_ptr<Node>>> patterns;  // most literal text first
    std::vector<Owned> operations;

    Node& child(std::string_view segment);
    const Owned* find(std::string_view method) const;
};

Router::Node& Router::Node::child(std::string_view segment) {
    auto pattern = pattern_of(segment);
    if (!pattern) {
        auto& node = literals[http::decode_segment(segment)];
        if (!node) node = std::make_unique<Node>();
        return *node;
    }
    pattern->parameters.clear();  // templates that differ only in names are one
    for (auto& [known, node] : patterns) {
        if (known == *pattern) return *node;
    }
    const auto place = std::find_if(patterns.begin(), patterns.end(), [&](const auto& known) {
        return known.first.literal_size() < pattern->literal_size();
    });
    return *patterns.emplace(place, *pattern, std::make_unique<Node>())->second;
}

const Router::Node::Owned* Router::Node::find(std::string_view method) const {
    for (const Owned& owned : operations) {
        if (owned.operation->method == method) return &owned;
    }
    return method == "HEAD" ? find("GET") : nullptr;
}

// One walk down the tree, with the deepest node that it met.
struct Router::Search {
    std::string_view method;
    std::vector<std::string_view> segments;  // as sent
    std::vector<std::string> decoded;
    std::vector<std::string> taken{};  // the parameters' texts on the way here
    const Node* path_without_method = nullptr;
    const Contract* nearest = nullptr;
    size_t nearest_depth = 0;

    const Node::Owned* down(const Node& node, size_t depth) {
        if (depth > nearest_depth && node.owner) nearest = node.owner, nearest_depth = depth;
        if (depth == segments.size()) {
            if (const auto* owned = node.find(method)) return owned;
            if (!node.operations.empty() && !path_without_method) path_without_method = &node;
            return nullptr;
        }
        const auto literal = node.literals.find(decoded[depth]);
        if (literal != node.literals.end()) {
            if (const auto* found = down(*literal->second, depth + 1)) return found;
        }
        for (const auto& [pattern, child] : node.patterns) {
            auto texts = pattern.take(decoded[depth]);
            if (!texts) continue;
            const size_t before = taken.size();
            std::ranges::move(*texts, std::back_inserter(taken));
            if (const auto* found = down(*child, depth + 1)) return found;
            taken.resize(before);
        }
        return nullptr;
    }
};

Router::Router(std::vector<std::shared_ptr<const Contract>> contracts)
    : contracts_(std::move(contracts)), root_(std::make_unique<Node>()) {
    for (const auto& contract : contracts_) {
        for (const std::string& base : contract->base_paths) {
            for (const Operation& operation : contract->operations) {
                add(*contract, base, operation);
            }
        }
    }
}

Router::~Router() = default;
Router::Router(Router&&) noexcept = default;

void Router::add(const Contract& contract, const std::string& base, const Operation& operation) {
    Node* node = root_.get();
    std::vector<std::string> parameters;
    const std::string path = base + operation.path;
    for (std::string_view segment : segments_of(path)) {
        node = &node->child(segment);
        if (!node->owner) node->owner = &contract;
        if (auto pattern = pattern_of(segment)) {
            std::ranges::move(pattern->parameters, std::back_inserter(parameters));
        }
    }
    node->operations.push_back({&contract, &operation, std::move(parameters)});
}

Match Router::find(std::string_view method, std::string_view path) const {
    Search search{method, segments_of(path), {}};
    for (std::string_view segment : search.segments) {
        search.decoded.push_back(http::decode_segment(segment));
    }
    Match match;
    if (const auto* owned = search.down(*root_, 0)) {
        match.contract = owned->contract;
        match.operation = owned->operation;
        for (size_t i = 0; i < owned->parameters.size(); ++i) {
            match.path_values.emplace_back(owned->parameters[i], std::move(search.taken[i]));
        }
        return match;
    }
    match.contract = search.nearest;
    if (!match.contract && contracts_.size() == 1) match.contract = contracts_.front().get();
    if (!search.path_without_method) return match;
    const Node& node = *search.path_without_method;
    match.contract = node.operations[0].contract;
    for (const auto& owned : node.operations) {
        const bool again = node.find(owned.operation->method) != &owned;
        if (again || owned.contract != match.contract) continue;
        match.allowed += (match.allowed.empty() ? "" : ", ") + owned.operation->method;
        // A GET answers HEAD as well (RFC 9110, section 9.3.2), unless HEAD has its own operation.
        const bool heads = owned.operation->method == "GET" && node.find("HEAD") == &owned;
        if (heads) match.allowed += ", HEAD";
    }
    return match;
}

}  // namespace standin::match
