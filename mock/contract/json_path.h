// JSONPath (RFC 9535): queries that select values of a document by where they stand and by what
// they hold.
#pragma once

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "mock/core/value.h"

namespace standin::contract {

// From a value to one right below it. `position` counts from 0, the members of an object too.
struct PathStep {
    size_t position = 0;
    std::optional<std::string_view> name = {};  // of a member; lives as long as the document
};

struct PathNode {
    const Value* value = nullptr;
    std::vector<PathStep> path;  // from the root
};

// The normalized path: $['a'][0] (section 2.7).
std::string normalized(std::span<const PathStep> path);

// A compiled query. Immutable, so safe to share among threads.
class JsonPath {
  public:
    // Filters, parentheses and functions inside one another.
    static constexpr size_t most_depth = 32;
    // Values that one selection looks at, again and again where filters stand inside one another.
    static constexpr size_t most_visits = 20'000'000;

    // Failure is not an exception: `mistake()` says what is wrong with the query.
    explicit JsonPath(std::string_view query);
    JsonPath(JsonPath&& other) noexcept;
    JsonPath& operator=(JsonPath&& other) noexcept;
    ~JsonPath();

    // "a selector is expected at offset 2", in bytes; "" where the query is right.
    const std::string& mistake() const { return mistake_; }

    // The selected nodes in the order of the RFC (sections 2.3 and 2.5), those that are selected
    // twice twice. Nothing where that takes more than most_visits, or a regular expression too many
    // steps.
    std::optional<std::vector<PathNode>> select(const Value& root) const;

  private:
    std::unique_ptr<const struct CompiledPath> compiled_;
    std::string mistake_;
};

}  // namespace standin::contract
