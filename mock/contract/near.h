// Words that were probably meant.
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace standin::contract {

// The known word that is at most two changed, missing, superfluous or swapped characters away, and
// less than half of the word; of several the nearest, then the first. "" where there is none.
std::string_view nearest_word(std::string_view word, std::span<const std::string_view> known);

// `did you mean "WORD"?`, "" for no word.
std::string did_you_mean(std::string_view word);

}  // namespace standin::contract
