#include "mock/fault/ledger.h"

#include <iterator>

namespace standin::fault {

Ledger::Ledger(const Ledger& other) : Counted(other), window_(other.window_), used_(other.used_) {
    for (const auto& [key, used] : used_) by_begin_.emplace(used.begin, key);
}

Used Ledger::count(const std::string& key, Instant time) {
    auto found = used_.find(key);
    if (found == used_.end()) {
        if (used_.size() >= most_keys) make_room(time);
        found = used_.emplace(key, Used{time, 0}).first;
        by_begin_.emplace(time, found->first);
    }
    Used& used = found->second;
    if (is_over(used, time)) {
        by_begin_.erase({used.begin, found->first});
        by_begin_.emplace(time, found->first);
        used = {time, 0};
    }
    ++used.requests;
    return used;
}

// All windows are as long: those that are over stand at one of the ends.
void Ledger::make_room(Instant time) {
    const auto last = std::prev(by_begin_.end());
    const auto gone = last->first > time ? last : by_begin_.begin();
    const auto key = used_.find(std::string(gone->second));
    by_begin_.erase(gone);
    used_.erase(key);
}

bool Ledger::is_over(const Used& used, Instant time) const {
    return time < used.begin || time >= used.begin + window_.count();
}

}  // namespace standin::fault
