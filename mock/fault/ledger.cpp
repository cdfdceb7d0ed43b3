#include "mock/fault/ledger.h"

#include <algorithm>

namespace standin::fault {

namespace {

bool is_over(const Used& used, milliseconds window, Instant time) {
    return time < used.begin || time >= used.begin + window.count();
}

void make_room(std::map<std::string, Used>& keys, milliseconds window, Instant time) {
    std::erase_if(keys, [&](const auto& each) { return is_over(each.second, window, time); });
    if (keys.size() < Ledger::most_keys) return;
    const auto begin = [](const auto& each) { return each.second.begin; };
    keys.erase(std::ranges::min_element(keys, {}, begin));
}

}  // namespace

Used Ledger::count(const std::string& rule, const std::string& key, milliseconds window,
                   Instant time) {
    auto& keys = used_[rule];
    auto found = keys.find(key);
    if (found == keys.end()) {
        if (keys.size() >= most_keys) make_room(keys, window, time);
        found = keys.emplace(key, Used{time, 0}).first;
    }
    Used& used = found->second;
    if (is_over(used, window, time)) used = {time, 0};
    ++used.requests;
    return used;
}

size_t Ledger::size(const std::string& rule) const {
    const auto found = used_.find(rule);
    return found == used_.end() ? 0 : found->second.size();
}

}  // namespace standin::fault
