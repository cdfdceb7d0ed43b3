#include <algorithm>
#include <charconv>
#include <set>
#include <string>
#include <vector>

#include "mock/schema/format_character.h"
#include "mock/schema/format_text.h"
#include "mock/schema/pattern.h"

namespace standin::schema {

namespace {

constexpr char32_t set_of_characters = no_character - 1;  // where a class has \d or the like
constexpr AsciiSet syntax("^$\\.*+?()[]{}|");
constexpr AsciiSet escaped_as_itself = syntax | AsciiSet("/");
constexpr AsciiSet unrepeatable("*+?{}]");  // what no term begins with
constexpr AsciiSet property_name = letter_or_digit | AsciiSet("_=");
constexpr AsciiSet name_start = letter | AsciiSet("$_");
constexpr AsciiSet name_part = name_start | digit;

// Reads an expression from front to end without recursion. Each `take…` takes off the front what
// it is named after, and says whether it was there and right.
class Expression {
  public:
    explicit Expression(std::string_view text) : rest_(text) {}

    bool is_right() {
        while (!rest_.empty()) {
            if (!take_term()) return false;
        }
        return may_repeat_.empty() && highest_reference_ <= captures_ && names_are_right();
    }

  private:
    bool skip(std::string_view text) {
        if (!rest_.starts_with(text)) return false;
        rest_.remove_prefix(text.size());
        return true;
    }
    bool skip_any(const AsciiSet& set) {
        if (rest_.empty() || !set.has(rest_.front())) return false;
        rest_.remove_prefix(1);
        return true;
    }

    bool take_term();
    bool take_quantifier();
    bool take_opening();
    bool take_closing();
    bool take_name(std::vector<std::u32string>& names);
    bool take_escape();
    bool take_back_reference();
    bool take_set_escape();
    bool take_property();
    bool take_class();
    char32_t take_class_atom();
    char32_t take_character_escape();
    char32_t take_unicode_escape();
    char32_t take_hex(size_t digits);
    std::string_view take_digits();
    bool names_are_right();

    std::string_view rest_;
    std::vector<bool> may_repeat_;  // of each open group
    uint64_t captures_ = 0;
    uint64_t highest_reference_ = 0;
    std::vector<std::u32string> names_;
    std::vector<std::u32string> references_;
    std::set<std::string_view> properties_;  // that are known to be right
};

bool Expression::take_term() {
    if (skip("|") || skip("^") || skip("$")) return true;
    if (skip("\\b") || skip("\\B")) return true;
    switch (rest_.front()) {
        case '(':
            return take_opening();
        case ')':
            return take_closing();
        case '[':
            return take_class() && take_quantifier();
        case '\\':
            return take_escape() && take_quantifier();
        default:
            return !unrepeatable.has(rest_.front()) && take_character(rest_) != no_character &&
                   take_quantifier();
    }
}

std::string_view Expression::take_digits() {
    const auto end = std::ranges::find_if_not(rest_, [](char c) { return digit.has(c); });
    const std::string_view digits = rest_.substr(0, static_cast<size_t>(end - rest_.begin()));
    rest_.remove_prefix(digits.size());
    return digits;
}

// Of whole numbers with any number of digits.
bool is_greater(std::string_view left, std::string_view right) {
    left.remove_prefix(std::min(left.find_first_not_of('0'), left.size()));
    right.remove_prefix(std::min(right.find_first_not_of('0'), right.size()));
    return left.size() == right.size() ? left > right : left.size() > right.size();
}

// There need not be one.
bool Expression::take_quantifier() {
    if (skip("{")) {
        const std::string_view least = take_digits();
        if (least.empty()) return false;
        const std::string_view most = skip(",") ? take_digits() : least;
        if (!skip("}") || (!most.empty() && is_greater(least, most))) return false;
    } else if (!skip_any(AsciiSet("*+?"))) {
        return true;
    }
    skip("?");
    return true;
}

bool Expression::take_opening() {
    const bool looks_around = skip("(?=") || skip("(?!") || skip("(?<=") || skip("(?<!");
    may_repeat_.push_back(!looks_around);
    if (looks_around || skip("(?:")) return true;
    ++captures_;
    if (skip("(?<")) return take_name(names_);
    return skip("(") && !rest_.starts_with('?');
}

bool Expression::take_closing() {
    if (may_repeat_.empty()) return false;
    const bool may_repeat = may_repeat_.back();
    may_repeat_.pop_back();
    return skip(")") && (!may_repeat || take_quantifier());
}

// A name of a group up to its ">". Beyond ASCII every character is taken for a letter.
bool Expression::take_name(std::vector<std::u32string>& names) {
    std::u32string name;
    while (!skip(">")) {
        if (rest_.empty()) return false;
        const char32_t c = skip("\\u") ? take_unicode_escape() : take_character(rest_);
        if (c == no_character) return false;
        if (c < 0x80 && !(name.empty() ? name_start : name_part).has(static_cast<char>(c))) {
            return false;
        }
        name += c;
    }
    names.push_back(std::move(name));
    return !names.back().empty();
}

bool Expression::names_are_right() {
    std::ranges::sort(names_);
    if (std::ranges::adjacent_find(names_) != names_.end()) return false;
    return std::ranges::all_of(references_, [this](const std::u32string& name) {
        return std::ranges::binary_search(names_, name);
    });
}

bool Expression::take_escape() {
    if (rest_.size() > 1 && rest_[1] >= '1' && rest_[1] <= '9') return take_back_reference();
    if (skip("\\k<")) return take_name(references_);
    return take_set_escape() || take_character_escape() != no_character;
}

bool Expression::take_back_reference() {
    skip("\\");
    const std::string_view digits = take_digits();
    uint64_t group = 0;
    const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), group);
    highest_reference_ = std::max(highest_reference_, group);
    return read.ec == std::errc{};
}

bool Expression::take_set_escape() {
    if (rest_.size() < 2 || !AsciiSet("dDsSwWpP").has(rest_[1])) return false;
    if (rest_[1] == 'p' || rest_[1] == 'P') return take_property();
    rest_.remove_prefix(2);
    return true;
}

// Pattern knows the names of Unicode's properties. It is asked once for each.
bool Expression::take_property() {
    constexpr size_t longest = 100;
    const std::string_view escape = rest_.substr(0, std::min(rest_.find('}'), longest) + 1);
    if (escape.size() < 5 || escape[2] != '{' || !escape.ends_with('}')) return false;
    const std::string_view name = escape.substr(3, escape.size() - 4);
    if (!consists_of(name, property_name)) return false;
    if (!properties_.contains(name)) {
        if (!Pattern("\\p{" + std::string(name) + "}").mistake().empty()) return false;
        properties_.insert(name);
    }
    rest_.remove_prefix(escape.size());
    return true;
}

bool Expression::take_class() {
    skip("[");
    skip("^");
    while (!skip("]")) {
        const char32_t first = take_class_atom();
        if (first == no_character) return false;
        if (rest_.starts_with("-]") || !skip("-")) continue;
        const char32_t last = take_class_atom();
        if (first == set_of_characters || last >= set_of_characters || first > last) return false;
    }
    return true;
}

char32_t Expression::take_class_atom() {
    if (rest_.empty()) return no_character;
    if (!rest_.starts_with('\\')) return take_character(rest_);
    if (skip("\\b")) return '\b';
    if (skip("\\-")) return '-';
    return take_set_escape() ? set_of_characters : take_character_escape();
}

char32_t Expression::take_character_escape() {
    static constexpr std::string_view controls = "tnvfr";  // from U+0009 on
    if (skip("\\u")) return take_unicode_escape();
    if (skip("\\x")) return take_hex(2);
    if (skip("\\0")) return rest_.empty() || !digit.has(rest_.front()) ? 0 : no_character;
    const bool control_letter = skip("\\c");
    if (!control_letter) skip("\\");
    if (rest_.empty()) return no_character;
    const char c = rest_.front();
    rest_.remove_prefix(1);
    if (control_letter) return letter.has(c) ? static_cast<char32_t>(c & 0x1F) : no_character;
    if (const size_t at = controls.find(c); at != controls.npos) {
        return static_cast<char32_t>('\t' + at);
    }
    return escaped_as_itself.has(c) ? static_cast<char32_t>(c) : no_character;
}

char32_t Expression::take_hex(size_t digits) {
    const std::string_view text = rest_.substr(0, digits);
    if (text.size() < digits || !consists_of(text, hex_digit)) return no_character;
    uint32_t value = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), value, 16);
    rest_.remove_prefix(digits);
    return read.ec == std::errc{} && value <= 0x10FFFF ? value : no_character;
}

// Behind "\u": four digits, twice for a pair of surrogates, or any number of them in braces.
char32_t Expression::take_unicode_escape() {
    if (skip("{")) {
        const size_t digits = std::min(rest_.find('}'), rest_.size());
        const char32_t c = digits > 0 ? take_hex(digits) : no_character;
        return skip("}") ? c : no_character;
    }
    const char32_t high = take_hex(4);
    if (high < 0xD800 || high > 0xDBFF || !rest_.starts_with("\\u")) return high;
    const std::string_view before = rest_;
    skip("\\u");
    const char32_t low = take_hex(4);
    if (low >= 0xDC00 && low <= 0xDFFF) return 0x10000 + ((high - 0xD800) << 10) + (low - 0xDC00);
    rest_ = before;
    return high;
}

}  // namespace

bool is_regex(std::string_view text) {
    return Expression(text).is_right();
}

}  // namespace standin::schema
