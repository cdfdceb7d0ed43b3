#include "mock/match/router.h"

#include <algorithm>
#include <iterator>
#include <list>

#include "mock/http/message.h"

namespace standin::match {

using contract::Contract;
using contract::Operation;

namespace {

// A segment of a path template that holds parameters: "{id}", "report-{id}.json", "{from}-{to}".
struct Pattern {
    std::vector<std::string> literals;  // around the parameters, so one more than there are
    std::vector<std::string_view> parameters;

    bool operator==(const Pattern&) const = default;

    // Adds the parameters' texts in a segment to others, each as short as it can be; false where
    // the segment is not of this form, and then some of them may have been added.
    bool take(std::string_view segment, std::vector<std::string_view>& taken) const {
        if (!segment.starts_with(literals.front())) return false;
        segment.remove_prefix(literals.front().size());
        for (size_t i = 1; i < literals.size(); ++i) {
            const std::string& next = literals[i];
            const bool last = i + 1 == literals.size();
            const size_t end = last ? segment.size() - std::min(segment.size(), next.size())
                                    : segment.find(next, 1);
            if (end == 0 || end >= segment.size() + last) return false;
            if (segment.substr(end, next.size()) != next) return false;
            taken.push_back(segment.substr(0, end));
            segment.remove_prefix(end + next.size());
        }
        return true;
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
    segments.reserve(static_cast<size_t>(std::ranges::count(path, '/')) + 1);
    while (!path.empty()) {
        if (path[0] == '/') path.remove_prefix(1);
        const size_t end = std::min(path.find('/'), path.size());
        segments.push_back(path.substr(0, end));
        path.remove_prefix(end);
    }
    return segments;
}

}  // namespace

// An operation at the end of a path.
struct Router::Place {
    const Contract* contract;
    const Operation* operation;
    // Of this operation's own template, in path order; views into the operation, which outlives
    // this router where exchanges are kept longer. "" for what a base path leaves open.
    std::vector<std::string_view> parameters;
    bool courtesy = false;  // bare, though its servers have other paths
    bool shut = false;      // a courtesy that two contracts would do
};

using Owners = std::set<const Contract*>;

struct Router::Node {
    const Contract* owner = nullptr;  // that first came through here
    std::map<std::string, std::unique_ptr<Node>, std::less<>> literals;
    std::vector<std::pair<Pattern, std::unique_ptr<Node>>> patterns;  // most literal text first
    std::vector<Place> operations;

    Node& child(std::string_view segment);
    // Of any contract where `owners` is empty.
    const Place* find(std::string_view method, const Owners& owners = {}) const;
    bool is_open() const;  // whether any operation may be asked for here
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

const Router::Place* Router::Node::find(std::string_view method, const Owners& owners) const {
    for (const Place& place : operations) {
        const bool wanted = owners.empty() || owners.contains(place.contract);
        if (wanted && place.operation->method == method) return &place;
    }
    return method == "HEAD" ? find("GET", owners) : nullptr;
}

bool Router::Node::is_open() const {
    return std::ranges::any_of(operations, [](const Place& place) { return !place.shut; });
}

// One walk down the tree, with the deepest node that it met.
struct Router::Search {
    std::string_view method;
    std::vector<std::string_view> segments;  // decoded
    Owners owners{};                         // whose operations alone are looked for; empty = all
    std::vector<std::string_view> taken{};   // the parameters' texts on the way here
    const Node* path_without_method = nullptr;
    const Contract* nearest = nullptr;
    size_t nearest_depth = 0;

    const Place* down(const Node& node, size_t depth) {
        if (depth > nearest_depth && node.owner) nearest = node.owner, nearest_depth = depth;
        if (depth == segments.size()) {
            if (const auto* place = node.find(method, owners)) return place;
            if (node.is_open() && !path_without_method) path_without_method = &node;
            return nullptr;
        }
        const auto literal = node.literals.find(segments[depth]);
        if (literal != node.literals.end()) {
            if (const auto* found = down(*literal->second, depth + 1)) return found;
        }
        for (const auto& [pattern, child] : node.patterns) {
            const size_t before = taken.size();
            const auto* found =
                pattern.take(segments[depth], taken) ? down(*child, depth + 1) : nullptr;
            if (found) return found;
            taken.resize(before);
        }
        return nullptr;
    }
};

Router::Router(std::vector<std::shared_ptr<const Contract>> contracts)
    : contracts_(std::move(contracts)), root_(std::make_unique<Node>()) {
    for (const auto& contract : contracts_) {
        for (const Operation& operation : contract->operations) {
            for (const std::string& base : contract->base_paths(operation)) {
                add(*contract, operation, base, false);
            }
        }
    }
    // Only then, so that nobody's courtesy stands in the way of another's own path.
    for (const auto& contract : contracts_) {
        if (!contract->mount.empty()) continue;
        for (const Operation& operation : contract->operations) {
            const auto bases = contract->base_paths(operation);
            if (std::ranges::find(bases, "") == bases.end()) add(*contract, operation, "", true);
        }
    }
}

Router::~Router() = default;
Router::Router(Router&&) noexcept = default;

void Router::add(const Contract& contract, const Operation& operation, const std::string& base,
                 bool courtesy) {
    Node* node = root_.get();
    std::vector<std::string_view> parameters;
    const auto go_down = [&](std::string_view path, bool named) {
        for (std::string_view segment : segments_of(path)) {
            node = &node->child(segment);
            if (!node->owner) node->owner = &contract;
            const auto pattern = pattern_of(segment);
            if (!pattern) continue;
            for (std::string_view name : pattern->parameters) {
                parameters.push_back(named ? name : std::string_view());
            }
        }
    };
    go_down(base, false);
    go_down(operation.path, true);
    place(*node, {&contract, &operation, std::move(parameters), courtesy});
}

void Router::place(Node& node, Place place) {
    const auto other = std::ranges::find_if(node.operations, [&](const Place& known) {
        return known.operation->method == place.operation->method;
    });
    if (other != node.operations.end()) {
        const bool bare = other->courtesy && place.courtesy;
        const bool apart = other->contract != place.contract;
        if (bare && apart) other->shut = place.shut = true;
        const bool told = std::ranges::any_of(clashes_, [&](const Clash& clash) {
            return clash.first_operation == other->operation &&
                   clash.second_operation == place.operation;
        });
        if (!told && (bare ? apart : !place.courtesy)) {
            clashes_.push_back(
                {other->contract, other->operation, place.contract, place.operation, bare});
        }
    }
    // What has the path as its own goes before a courtesy.
    const auto before = place.courtesy ? node.operations.end()
                                       : std::ranges::find_if(node.operations, &Place::courtesy);
    node.operations.insert(before, std::move(place));
}

Owners Router::hosted_by(std::string_view host) const {
    Owners owners;
    if (host.empty() || contracts_.size() < 2) return owners;
    for (const auto& contract : contracts_) {
        const bool theirs = std::ranges::any_of(
            contract->servers, [&](const auto& server) { return contract::is_host(host, server); });
        if (theirs) owners.insert(contract.get());
    }
    return owners;
}

Match Router::find(std::string_view method, std::string_view path, std::string_view host) const {
    Search search{method, segments_of(path), hosted_by(host)};
    std::list<std::string> decoded;  // those that say anything else than they look like
    for (std::string_view& segment : search.segments) {
        if (segment.find('%') != segment.npos) {
            segment = decoded.emplace_back(http::decode_segment(segment));
        }
    }
    const Place* found = search.down(*root_, 0);
    if (!found && !search.owners.empty()) {
        search.owners.clear();
        found = search.down(*root_, 0);
    }
    if (!found) return miss(search);
    // Whose it is can be told by the host alone.
    if (found->shut && search.owners.empty()) return {found->contract, nullptr, {}, ""};
    Match match;
    match.contract = found->contract;
    match.operation = found->operation;
    match.path_values.reserve(found->parameters.size());
    for (size_t i = 0; i < found->parameters.size(); ++i) {
        match.path_values.emplace_back(found->parameters[i], search.taken[i]);
    }
    return match;
}

Match Router::miss(const Search& search) const {
    Match match;
    match.contract = search.nearest;
    if (!match.contract && contracts_.size() == 1) match.contract = contracts_.front().get();
    if (!search.path_without_method) return match;
    const Node& node = *search.path_without_method;
    const auto open = std::ranges::find(node.operations, false, &Place::shut);
    match.contract = open->contract;
    for (const Place& place : node.operations) {
        const bool again = node.find(place.operation->method) != &place;
        if (again || place.shut || place.contract != match.contract) continue;
        match.allowed += (match.allowed.empty() ? "" : ", ") + place.operation->method;
        // A GET answers HEAD as well (RFC 9110, section 9.3.2), unless HEAD has its own operation.
        const bool heads = place.operation->method == "GET" && node.find("HEAD") == &place;
        if (heads) match.allowed += ", HEAD";
    }
    return match;
}

std::string Clash::text() const {
    const auto told = [](const Operation& operation, const Contract& contract) {
        return operation.method + " " + operation.path + " of " +
               contract.source().file_of(operation.mark) + ":" +
               std::to_string(operation.mark.line);
    };
    const std::string both =
        told(*first_operation, *first) + " and " + told(*second_operation, *second);
    if (first == second) return both + " have the same path; the first one answers";
    if (!bare) return both + " are served at the same path; the first one answers";
    return both + " are alike, so neither is served without its base path";
}

}  // namespace standin::match
