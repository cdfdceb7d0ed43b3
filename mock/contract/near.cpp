#include "mock/contract/near.h"

#include <algorithm>
#include <cctype>
#include <vector>

namespace standin::contract {

namespace {

// Changes from one word to another (optimal string alignment), in no regard to case; `most` and
// more are all the same.
size_t distance(std::string_view from, std::string_view to, size_t most) {
    const size_t apart =
        from.size() > to.size() ? from.size() - to.size() : to.size() - from.size();
    if (apart >= most) return most;
    const auto same = [](char a, char b) {
        return std::tolower(static_cast<unsigned char>(a)) ==
               std::tolower(static_cast<unsigned char>(b));
    };
    std::vector<std::vector<size_t>> steps(from.size() + 1, std::vector<size_t>(to.size() + 1));
    for (size_t i = 0; i <= from.size(); ++i) steps[i][0] = i;
    for (size_t j = 0; j <= to.size(); ++j) steps[0][j] = j;
    for (size_t i = 1; i <= from.size(); ++i) {
        for (size_t j = 1; j <= to.size(); ++j) {
            const size_t change = same(from[i - 1], to[j - 1]) ? 0 : 1;
            size_t& best = steps[i][j];
            best =
                std::min({steps[i - 1][j] + 1, steps[i][j - 1] + 1, steps[i - 1][j - 1] + change});
            const bool swapped =
                i > 1 && j > 1 && same(from[i - 1], to[j - 2]) && same(from[i - 2], to[j - 1]);
            if (swapped) best = std::min(best, steps[i - 2][j - 2] + 1);
        }
    }
    return std::min(most, steps[from.size()][to.size()]);
}

}  // namespace

std::string_view nearest_word(std::string_view word, std::span<const std::string_view> known) {
    std::string_view nearest;
    size_t least = std::min<size_t>(3, (word.size() + 1) / 2);
    for (const std::string_view each : known) {
        const size_t steps = distance(word, each, least);
        if (steps < least) least = steps, nearest = each;
    }
    return nearest;
}

std::string did_you_mean(std::string_view word) {
    return word.empty() ? "" : "did you mean \"" + std::string(word) + "\"?";
}

}  // namespace standin::contract
