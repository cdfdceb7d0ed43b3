#include "mock/http/field_value.h"

#include <algorithm>

#include "mock/http/headers.h"

namespace standin::http {

namespace {

// qvalue = "0" [ "." 0*3DIGIT ] / "1" [ "." 0*3"0" ]; further digits change nothing.
std::optional<int> weight_of(std::string_view text) {
    const bool digits = text.find_first_not_of("0123456789", 2) == text.npos;
    const bool point = text.size() == 1 || (text.size() > 1 && text[1] == '.');
    if (text.empty() || (text[0] != '0' && text[0] != '1') || !point || !digits) {
        return std::nullopt;
    }
    int weight = text[0] - '0';
    for (size_t i = 2; i < 5; ++i) weight = weight * 10 + (i < text.size() ? text[i] - '0' : 0);
    return weight <= 1000 ? std::optional(weight) : std::nullopt;
}

}  // namespace

std::string_view trim(std::string_view text) {
    const size_t first = text.find_first_not_of(" \t");
    if (first == text.npos) return {};
    return text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

std::string_view take_until(std::string_view& rest, char separator) {
    bool quoted = false;
    size_t end = 0;
    for (; end < rest.size() && (quoted || rest[end] != separator); ++end) {
        if (rest[end] == '"') quoted = !quoted;
        if (quoted && rest[end] == '\\') ++end;
    }
    end = std::min(end, rest.size());
    const std::string_view part = rest.substr(0, end);
    rest.remove_prefix(std::min(end + 1, rest.size()));
    return part;
}

std::string word_of(std::string_view text) {
    if (text.size() < 2 || text.front() != '"' || text.back() != '"') return std::string(text);
    std::string word;
    for (size_t i = 1; i + 1 < text.size(); ++i) {
        if (text[i] == '\\' && i + 2 < text.size()) ++i;
        word += text[i];
    }
    return word;
}

std::optional<std::string> parameter_of(std::string_view value, std::string_view name) {
    take_until(value, ';');
    while (!value.empty()) {
        std::string_view parameter = take_until(value, ';');
        if (same_name(trim(take_until(parameter, '=')), name)) return word_of(trim(parameter));
    }
    return std::nullopt;
}

std::vector<Weighted> weighted(std::string_view list) {
    std::vector<Weighted> members;
    while (!list.empty()) {
        const std::string_view member = trim(take_until(list, ','));
        std::string_view rest = member;
        take_until(rest, ';');
        Weighted made{member};
        std::optional<int> weight = made.weight;
        while (!rest.empty()) {
            const auto before = static_cast<size_t>(rest.data() - member.data()) - 1;
            std::string_view parameter = take_until(rest, ';');
            if (!same_name(trim(take_until(parameter, '=')), "q")) continue;
            weight = weight_of(trim(parameter));
            made.value = trim(member.substr(0, before));
            break;
        }
        if (made.value.empty() || !weight) continue;
        made.weight = *weight;
        members.push_back(made);
    }
    return members;
}

}  // namespace standin::http
