#include "mock/schema/closest.h"

#include <algorithm>

namespace standin::schema {

namespace {

struct Distance {
    size_t weight = 0;
    size_t depth = SIZE_MAX;  // of the problem that is nearest to the root

    bool operator==(const Distance&) const = default;
    bool operator<(const Distance& other) const {
        return weight != other.weight ? weight < other.weight : depth > other.depth;
    }
};

bool is_choice(std::string_view keyword) {
    return keyword == "const" || keyword == "enum";
}

bool refuses_whole(std::string_view keyword) {
    return is_choice(keyword) || keyword == "type" || keyword == "false" || keyword == "not";
}

Distance distance_of(const Problems& problems) {
    Distance distance;
    for (const Problem& problem : problems) {
        const auto depth = static_cast<size_t>(std::ranges::count(problem.pointer, '/'));
        const bool whole = depth == 0 && refuses_whole(problem.keyword);
        const bool tag = depth == 1 && is_choice(problem.keyword);
        const bool missing = problem.keyword == "required";
        distance.weight += whole ? 100 : tag ? 10 : missing ? 2 : 1;
        distance.depth = std::min(distance.depth, depth);
    }
    return distance;
}

}  // namespace

std::optional<size_t> closest_of(const Choice& choice, std::span<const size_t> branches,
                                 const Value& instance, const Here& here) {
    constexpr size_t limit = 16;
    std::optional<size_t> closest;
    Distance least{SIZE_MAX, 0};
    for (size_t branch : branches) {
        const Schema& schema = *choice.schemas[branch];
        const Distance distance = distance_of(here.problems_of(schema, instance, limit));
        if (distance == least) closest.reset();
        if (distance < least) least = distance, closest = branch;
    }
    return closest;
}

}  // namespace standin::schema
