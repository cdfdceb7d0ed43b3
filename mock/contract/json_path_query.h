// What a JSONPath query is compiled to; used by the files of JsonPath alone.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "mock/core/document.h"

namespace standin::contract {

// RFC 9535, section 2.3.
struct Selector {
    enum class Is : uint8_t { name, wildcard, index, slice, filter } is = Is::wildcard;
    std::string name = {};
    std::optional<int64_t> start = {};  // of a slice; the index itself
    std::optional<int64_t> end = {};
    int64_t step = 1;
    size_t filter = 0;  // a term
};

struct Segment {
    bool descendant = false;
    std::vector<Selector> selectors = {};
};

struct PathQuery {
    bool relative = false;  // begins with "@"
    std::vector<Segment> segments = {};

    // Whether it selects one node at most, by its form (section 2.3.5.1).
    bool is_singular() const;
};

// The types of what functions take and give (section 2.4.1).
enum class PathType : uint8_t { value, logical, nodes };

enum class PathFunction : uint8_t { length, count, match, search, value };

struct FunctionForm {
    std::string_view name;
    PathFunction function = PathFunction::length;
    PathType result = PathType::value;
    std::array<PathType, 2> parameters = {};
    size_t count = 1;  // of parameters
};

// The form of the function with that name (sections 2.4.4 to 2.4.8); null where there is none.
const FunctionForm* find_function(std::string_view name);
PathType result_of(PathFunction function);

enum class Comparison : uint8_t {
    equal,
    not_equal,
    less,
    less_or_equal,
    greater,
    greater_or_equal
};

// A part of a filter (section 2.3.5).
struct Term {
    enum class Is : uint8_t { any, all, negated, comparison, query, literal, call };
    Is is = Is::literal;
    std::vector<size_t> parts = {};  // terms: operands, both sides, arguments
    Comparison comparison = Comparison::equal;
    PathFunction function = PathFunction::length;
    size_t query = 0;
    Value literal = {};
};

// All queries and terms of one text; they name each other by their places here.
struct CompiledPath {
    std::vector<PathQuery> queries;  // the first is the whole
    std::vector<Term> terms;
    Document literals;
};

}  // namespace standin::contract
