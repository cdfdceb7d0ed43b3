#include <algorithm>

#include "mock/schema/format_character.h"
#include "mock/schema/format_text.h"

namespace standin::schema {

namespace {

// The text before the first `mark`, which is taken off the front together with it.
std::string_view take_until(std::string_view& text, char mark) {
    const size_t end = std::min(text.find(mark), text.size());
    const std::string_view part = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    return part;
}

// 0 to 255. No leading zeros: some programs read them as octal.
bool is_octet(std::string_view text) {
    if (text.empty() || text.size() > 3 || !consists_of(text, digit)) return false;
    if (text.size() > 1 && text[0] == '0') return false;
    return text.size() < 3 || text <= "255";
}

bool is_group(std::string_view text) {
    return !text.empty() && text.size() <= 4 && consists_of(text, hex_digit);
}

// How many groups of 16 bits there are, an IPv4 address in the last place counting as two; -1 where
// one of them is none. "" has none.
int count_groups(std::string_view text, bool last) {
    if (text.empty()) return 0;
    int count = 0;
    for (bool more = true; more;) {
        const size_t before = text.size();
        const std::string_view group = take_until(text, ':');
        more = group.size() < before;
        const bool address = last && !more && is_ipv4(group);
        if (!address && !is_group(group)) return -1;
        count += address ? 2 : 1;
    }
    return count;
}

constexpr size_t longest_ipv4 = 15;
constexpr size_t longest_ipv6 = 45;

}  // namespace

bool is_ipv4(std::string_view text) {
    if (text.size() > longest_ipv4) return false;
    for (int i = 0; i < 3; ++i) {
        if (text.find('.') == text.npos || !is_octet(take_until(text, '.'))) return false;
    }
    return is_octet(text);
}

bool is_ipv6(std::string_view text) {
    if (text.size() > longest_ipv6) return false;
    const size_t gap = text.find("::");
    if (gap == text.npos) return count_groups(text, true) == 8;
    const int before = count_groups(text.substr(0, gap), false);
    const int after = count_groups(text.substr(gap + 2), true);
    return before >= 0 && after >= 0 && before + after <= 7;
}

}  // namespace standin::schema
