#include "mock/http/accept.h"

#include "mock/http/field_value.h"
#include "mock/http/headers.h"
#include "mock/http/media_type.h"

namespace standin::http {

namespace {

// Whether an offered type has every parameter of a range; "charset" and the like are compared
// without regard to case, since the registered ones are.
bool has_parameters(std::string_view offered, std::string_view range) {
    take_until(range, ';');
    while (!range.empty()) {
        std::string_view wanted = take_until(range, ';');
        const std::string_view name = trim(take_until(wanted, '='));
        if (name.empty()) continue;
        const auto value = parameter_of(offered, name);
        if (!value || !same_name(*value, word_of(trim(wanted)))) return false;
    }
    return true;
}

// How closely a range fits a type, 0 where it does not: "*/*", "text/*", "text/plain", and then by
// the parameters (section 12.5.1).
int precedence(std::string_view offered, std::string_view range) {
    const std::string narrow = essence_of(range);
    if (narrow.empty() || !in_range(essence_of(offered), narrow)) return 0;
    if (narrow == "*/*") return 1;
    if (narrow.ends_with("/*")) return 2;
    if (range.find(';') == range.npos) return 4;
    if (offered.find(';') == offered.npos) return 3;
    return has_parameters(offered, range) ? 5 : 0;
}

int weight_of(std::string_view offered, std::span<const Weighted> ranges) {
    int closest = 0;
    int weight = 0;
    for (const Weighted& range : ranges) {
        const int fit = precedence(offered, range.value);
        if (fit == 0 || fit < closest) continue;
        weight = fit == closest ? std::max(weight, range.weight) : range.weight;
        closest = fit;
    }
    return weight;
}

}  // namespace

std::optional<size_t> preferred(std::string_view accept, std::span<const std::string> offered) {
    auto ranges = weighted(accept);
    std::erase_if(ranges, [](const Weighted& each) { return essence_of(each.value).empty(); });
    if (offered.empty()) return std::nullopt;
    if (ranges.empty()) return 0;
    std::optional<size_t> best;
    int most = 0;
    for (size_t i = 0; i < offered.size(); ++i) {
        const int weight = weight_of(offered[i], ranges);
        if (weight > most) best = i, most = weight;
    }
    return best;
}

bool accepts_coding(std::string_view accept_encoding, std::string_view coding) {
    int others = 0;
    for (const Weighted& each : weighted(accept_encoding)) {
        if (same_name(each.value, coding)) return each.weight > 0;
        if (each.value == "*") others = each.weight;
    }
    return others > 0;
}

}  // namespace standin::http
