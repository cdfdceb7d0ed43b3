// Terms outside of classes, and where the search is counted.
#include <algorithm>
#include <charconv>

#include "mock/schema/ecma_expression.h"

namespace standin::schema {

namespace {

constexpr std::string_view any_but_line_ends = R"([^\n\r\x{2028}\x{2029}])";
constexpr std::string_view callout = "(?C1)";
constexpr std::string_view callout_at_reference = "(?C2)";
// As many as "{99}" cost no more than the expression is long.
constexpr size_t digits_of_many = 3;

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

}  // namespace

std::optional<std::string> EcmaExpression::translate() {
    if (groups_.untellable() != EcmaGroups::none) {
        mistake_ = "reference to what a repeated lookbehind captures at offset " +
                   std::to_string(groups_.untellable());
        return std::nullopt;
    }
    while (!at_end()) {
        origins_.emplace_back(pcre_.size(), at_);
        if (!take_term()) return std::nullopt;
    }
    origins_.emplace_back(pcre_.size(), at_);
    return pcre_;
}

size_t EcmaExpression::origin_of(size_t offset) const {
    const auto after =
        std::ranges::upper_bound(origins_, offset, {}, &std::pair<size_t, size_t>::first);
    return after == origins_.begin() ? 0 : std::prev(after)->second;
}

bool EcmaExpression::take_term() {
    const char c = ecma_[at_];
    if (const size_t length = quantifier_length(); length > 0) return take_quantifier(length), true;
    const bool continues = (static_cast<unsigned char>(c) & 0xC0) == 0x80;  // a character of UTF-8
    if (!continues) atom_ = pcre_.size(), refers_ = false;
    const bool closes = c == ')' && !open_.empty();
    after_group_ = closes;
    if (c == '\\') return take_escaped();
    if (c == '[') return take_class();
    if (c == '(') return take_opening(), true;
    if (closes || (c == '|' && !open_.empty())) put_callout();
    if (closes) close_group();
    take_plain();
    return true;
}

void EcmaExpression::close_group() {
    if (open_.back()) pcre_ += ')';
    open_.pop_back();
}

bool EcmaExpression::take_escaped() {
    if (take_reference()) return true;
    const std::optional<Atom> atom = take_escape(false);
    if (!atom) return false;
    refers_ = atom->text.starts_with("\\g") || atom->text == "\\k";
    if (refers_) pcre_ += callout_at_reference;
    atom->is_point ? put(atom->point) : void(pcre_ += atom->text);
    return true;
}

// Where it has to know about iterations.
bool EcmaExpression::take_reference() {
    const EcmaGroups::Reference* reference = groups_.reference_at(at_);
    if (!reference) return false;
    refers_ = true;
    at_ += reference->size;
    pcre_ += callout_at_reference;
    put_reference(*reference->group);
    return true;
}

void EcmaExpression::put_reference(const EcmaGroups::Group& group) {
    std::string said = std::to_string(group.number) + ':';
    for (const uint32_t mark : groups_.marks_of(group)) said += std::to_string(mark) + ',';
    pcre_ += "(?:(?C'k" + said + "')\\g{" + std::to_string(group.number) + "}|(?C'f" + said + "'))";
}

void EcmaExpression::take_plain() {
    const char c = ecma_[at_++];
    if (c == '.') {
        pcre_ += any_but_line_ends;
    } else if (c == '{') {
        pcre_ += "\\{";
    } else {
        pcre_ += c;
    }
}

void EcmaExpression::take_opening() {
    const bool marked = groups_.is_marked(at_++);
    pcre_ += '(';
    if (next_is('*')) pcre_ += "?:";  // so that "*" has nothing to repeat
    const bool extended = next_is('?') && at_ + 1 < ecma_.size();
    if (!extended) {
        open_.push_back(marked);
    } else {
        take_extension(ecma_[at_ + 1], marked);
    }
    if (marked) pcre_ += "()(?:";
}

// What stands between "(?" and the group's own content; what PCRE2 adds that is no group, whole.
void EcmaExpression::take_extension(char kind, bool marked) {
    constexpr std::string_view of_groups = ":=!<>|'";
    const bool named = ecma_.substr(at_, 3) == "?P<";
    size_t end = at_ + 1;
    bool group = true;
    if (marked && kind == '<') {
        end = ecma_.find('>', at_) + 1;  // with the name: a mark follows
    } else if (named || of_groups.find(kind) != of_groups.npos) {
        end = at_ + (named ? 3 : 2);
    } else if (kind == '(') {
        const bool asserts = ecma_.substr(at_, 3) == "?(?";
        end = asserts ? at_ + 1 : ecma_.find(')', at_);
        if (!asserts && end != ecma_.npos) ++end;
    } else {
        end = ecma_.find_first_of(kind == '#' ? ")" : ":)", at_);
        group = end != ecma_.npos && ecma_[end] == ':';
        if (end != ecma_.npos) ++end;
    }
    const std::string_view taken = ecma_.substr(at_, end - at_);
    if (!group) pcre_.insert(pcre_.size() - 1, callout_at_reference);
    pcre_ += taken;
    at_ += taken.size();
    if (group) open_.push_back(marked);
}

// How long the quantifier is that comes next; 0 where none does.
size_t EcmaExpression::quantifier_length() const {
    constexpr std::string_view suffixes = "?+";
    const std::string_view rest = ecma_.substr(at_);
    size_t length = 1;
    if (rest.starts_with('{')) {
        length = rest.find_first_not_of("0123456789,", 1);
        if (length == rest.npos || rest[length++] != '}' || !is_digit(rest[1])) return 0;
        if (std::ranges::count(rest.substr(0, length), ',') > 1) return 0;
    } else if (rest[0] != '*' && rest[0] != '+' && rest[0] != '?') {
        return 0;
    }
    const bool more = length < rest.size() && suffixes.find(rest[length]) != suffixes.npos;
    return more ? length + 1 : length;
}

// A group is counted inside.
void EcmaExpression::take_quantifier(size_t length) {
    const std::string_view quantifier = ecma_.substr(at_, length);
    at_ += length;
    const bool counts = quantifier[0] == '{';
    const size_t end = std::min(quantifier.find_first_of(",}"), quantifier.size());
    const std::string_view least = counts ? quantifier.substr(1, end - 1) : std::string_view();
    if (least.size() >= digits_of_many && !after_group_) announce(least);
    pcre_ += quantifier;
    const bool exact = counts && quantifier[end] == '}';
    if (!exact && !after_group_) put_callout();
}

void EcmaExpression::announce(std::string_view count) {
    const std::string said =
        std::string("(?C'") + (refers_ ? 'r' : 'c') + std::string(count) + "')";
    pcre_.insert(atom_, said);
    for (auto& [translated, origin] : origins_) translated += translated > atom_ ? said.size() : 0;
}

EcmaExpression::Repetition EcmaExpression::repetition_of(std::string_view said) {
    Repetition repetition{.refers = said[0] == 'r'};
    std::from_chars(said.data() + 1, said.data() + said.size(), repetition.count);
    return repetition;
}

std::optional<EcmaExpression::Question> EcmaExpression::question_of(std::string_view said) {
    if (said.empty() || (said[0] != 'k' && said[0] != 'f')) return std::nullopt;
    Question question{.passed_if_kept = said[0] == 'k'};
    const char* const end = said.data() + said.size();
    const auto read = std::from_chars(said.data() + 1, end, question.group);
    question.marks = {read.ptr + 1, end};
    return question;
}

std::optional<uint32_t> EcmaExpression::Question::take_mark() {
    if (marks.empty()) return std::nullopt;
    uint32_t mark = 0;
    const auto read = std::from_chars(marks.data(), marks.data() + marks.size(), mark);
    marks.remove_prefix(static_cast<size_t>(read.ptr + 1 - marks.data()));
    return mark;
}

void EcmaExpression::put_callout() {
    if (!pcre_.ends_with(callout)) pcre_ += callout;
}

}  // namespace standin::schema
