#include "mock/engine/sessions.h"

#include <algorithm>
#include <mutex>

namespace standin::engine {

bool is_name(std::string_view text) {
    const auto allowed = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
               c == '-' || c == '.' || c == '_' || c == '~';
    };
    // "." and ".." are no names: clients resolve them where they stand in a path.
    return !text.empty() && text.size() <= 128 && text != "." && text != ".." &&
           std::all_of(text.begin(), text.end(), allowed);
}

std::string Sessions::Limits::full() const {
    return "There are " + std::to_string(most) +
           " sessions, and no more may be: delete one, or raise --max-sessions";
}

Sessions::Sessions(const Beginning& beginning, Limits limits)
    : limits_(limits),
      origin_(beginning),
      standard_(std::make_shared<Session>("default", origin_, attic_)) {
    sessions_.emplace(standard_->name(), standard_);
}

std::shared_ptr<Session> Sessions::find(const std::string& name) const {
    const std::shared_lock lock(mutex_);
    const auto found = sessions_.find(name);
    if (found == sessions_.end()) return nullptr;
    found->second->use();
    return found->second;
}

std::shared_ptr<Session> Sessions::find_or_begin(const std::string& name) {
    auto found = find(name);
    while (!found && begin(name) != Made::full) found = find(name);
    return found;
}

Sessions::Made Sessions::begin(const std::string& name) {
    return add(name, std::make_shared<Session>(name, origin_, attic_));
}

Sessions::Made Sessions::fork(const Session& from, const std::string& name) {
    return add(name, std::make_shared<Session>(name, origin_, attic_, from.fork(name)));
}

Sessions::Made Sessions::add(const std::string& name, std::shared_ptr<Session> session) {
    const std::unique_lock lock(mutex_);
    if (sessions_.contains(name)) return Made::taken;
    if (sessions_.size() >= limits_.most) return Made::full;
    sessions_.emplace(name, std::move(session));
    return Made::yes;
}

bool Sessions::remove(const std::string& name) {
    if (name == standard_->name()) {
        standard_->reset();
        return true;
    }
    std::shared_ptr<Session> removed;  // destroyed after the lock is released
    const std::unique_lock lock(mutex_);
    const auto found = sessions_.find(name);
    if (found == sessions_.end()) return false;
    removed = std::move(found->second);
    sessions_.erase(found);
    return true;
}

void Sessions::clear() {
    for (const auto& session : all()) remove(session->name());
}

std::vector<std::shared_ptr<Session>> Sessions::all() const {
    const std::shared_lock lock(mutex_);
    std::vector<std::shared_ptr<Session>> sessions;
    for (const auto& [name, session] : sessions_) sessions.push_back(session);
    return sessions;
}

void Sessions::adopt(const Sessions& former, Handover& handover) {
    standard_->adopt(*former.standard_, handover);
    for (const auto& session : former.all()) {
        if (session == former.standard_) continue;
        const auto heir = std::make_shared<Session>(session->name(), origin_, attic_);
        heir->adopt(*session, handover);
        const std::unique_lock lock(mutex_);
        sessions_[session->name()] = heir;
    }
}

void Sessions::tidy(Moment now) {
    give_back();
    if (limits_.ttl.count() == 0) return;
    for (const auto& session : all()) {
        const bool idle = session->idle_time(now) >= limits_.ttl;
        if (idle && session != standard_) drop(session);
    }
}

// Where tests follow one another, each leaves something behind: only when nobody did for a while is
// it worth a look at the whole heap.
void Sessions::give_back() {
    const bool freed = attic_.clear();
    if (!freed && untrimmed_) give_back_memory();
    untrimmed_ = freed;
}

// Unless somebody has taken it in hand meanwhile, or another one has its name.
void Sessions::drop(const std::shared_ptr<Session>& session) {
    const std::unique_lock lock(mutex_);
    const auto found = sessions_.find(session->name());
    const bool same = found != sessions_.end() && found->second == session;
    if (same && !session->was_used()) sessions_.erase(found);
}

}  // namespace standin::engine
