#include "mock/schema/ecma_group.h"

#include <algorithm>
#include <charconv>

namespace standin::schema {

namespace {

constexpr size_t deepest = 250;  // groups in groups, of those that PCRE2 takes

}  // namespace

EcmaGroups::EcmaGroups(std::string_view expression) : text_(expression) {
    scan();
    if (!foreign_) {
        for (Reference& reference : references_) mark(reference);
    }
    number_all();
}

bool EcmaGroups::is_marked(size_t opening) const {
    const auto found = std::ranges::lower_bound(groups_, opening, {}, &Group::opening);
    return found != groups_.end() && found->opening == opening && found->marked;
}

const EcmaGroups::Reference* EcmaGroups::reference_at(size_t offset) const {
    const auto found = std::ranges::lower_bound(references_, offset, {}, &Reference::at);
    return found != references_.end() && found->at == offset && found->group ? &*found : nullptr;
}

uint64_t EcmaGroups::translated(uint64_t number) const {
    if (number > 0 && number <= captures_.size()) return groups_[captures_[number - 1]].number;
    return number + static_cast<uint64_t>(std::ranges::count(groups_, true, &Group::marked));
}

std::vector<uint32_t> EcmaGroups::marks_of(const Group& group) const {
    std::vector<uint32_t> marks;
    for (const Group* around = &group;; around = &groups_[around->outer]) {
        if (around->marked) marks.push_back(around->mark);
        if (around->outer == none) return marks;
    }
}

void EcmaGroups::scan() {
    while (at_ < text_.size()) {
        switch (text_[at_]) {
            case '\\':
                take_escape();
                break;
            case '[':
                skip_class();
                break;
            case '(':
                open();
                break;
            case ')':
                close();
                break;
            default:
                ++at_;
        }
    }
}

void EcmaGroups::skip_class() {
    while (at_ < text_.size() && text_[at_] != ']') at_ += text_[at_] == '\\' ? 2 : 1;
    ++at_;
}

void EcmaGroups::take_escape() {
    const size_t begin = at_;
    const std::string_view rest = text_.substr(std::min(at_ + 1, text_.size()));
    at_ += 2;
    if (rest.starts_with("k<")) {
        const size_t end = rest.find('>');
        if (end != rest.npos) references_.push_back({begin, end + 2, 0, rest.substr(2, end - 2)});
    } else if (!rest.empty() && rest[0] >= '1' && rest[0] <= '9') {
        uint64_t number = 0;
        const auto read = std::from_chars(rest.data(), rest.data() + rest.size(), number);
        const auto size = static_cast<size_t>(read.ptr - rest.data()) + 1;
        if (read.ec == std::errc{}) references_.push_back({begin, size, number});
    }
}

void EcmaGroups::open() {
    const std::string_view rest = text_.substr(at_);
    Group group{.opening = at_, .outer = open_.empty() ? none : open_.back()};
    group.looks_behind = rest.starts_with("(?<=") || rest.starts_with("(?<!");
    const bool named = rest.starts_with("(?<") && !group.looks_behind;
    if (named) group.name = rest.substr(3, std::min(rest.find('>'), rest.size()) - 3);
    group.captures = named || !rest.starts_with("(?");
    const bool other =
        rest.starts_with("(?:") || rest.starts_with("(?=") || rest.starts_with("(?!");
    foreign_ |= rest.starts_with("(*") || !(group.captures || group.looks_behind || other);
    foreign_ |= open_.size() > deepest;
    if (group.captures) captures_.push_back(groups_.size());
    open_.push_back(groups_.size());
    groups_.push_back(group);
    ++at_;
}

void EcmaGroups::close() {
    ++at_;
    if (open_.empty()) return;
    constexpr std::string_view repeats = "*+{";
    Group& group = groups_[open_.back()];
    const bool asserts = !group.captures && text_.substr(group.opening, 3) != "(?:";
    group.repeated = !asserts && at_ < text_.size() && repeats.find(text_[at_]) != repeats.npos;
    open_.pop_back();
}

EcmaGroups::Group* EcmaGroups::find(const Reference& reference) {
    const size_t number = reference.number;
    if (number > 0) return number <= captures_.size() ? &groups_[captures_[number - 1]] : nullptr;
    const auto found = std::ranges::find(groups_, reference.name, &Group::name);
    return reference.name.empty() || found == groups_.end() ? nullptr : &*found;
}

void EcmaGroups::mark(Reference& reference) {
    const Group* group = find(reference);
    if (!group) return;
    bool behind = false;
    for (auto index = static_cast<size_t>(group - groups_.data()); index != none;) {
        Group& around = groups_[index];
        behind |= around.looks_behind;
        around.marked |= around.repeated;
        if (around.repeated) reference.group = group;
        if (behind && around.repeated && untellable_ == none) untellable_ = reference.at;
        index = around.outer;
    }
}

void EcmaGroups::number_all() {
    uint32_t next = 1;
    for (Group& group : groups_) {
        if (group.captures) group.number = next++;
        if (group.marked) group.mark = next++;
    }
}

}  // namespace standin::schema
