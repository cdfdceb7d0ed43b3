// Strings: of a format, of a pattern, as long as they must be.
#include <algorithm>

#include "mock/sample/format.h"
#include "mock/sample/maker.h"

namespace standin::sample {

namespace {

constexpr size_t most_length = 10000;  // nobody wants to read more

// The number of code points (JSON Schema validation, section 6.3).
size_t length_of(std::string_view text) {
    return static_cast<size_t>(
        std::ranges::count_if(text, [](char c) { return (c & 0xC0) != 0x80; }));
}

std::pair<size_t, size_t> length_of(const Merged& merged) {
    std::pair<size_t, size_t> length{0, SIZE_MAX};
    const auto count = [](const contract::Located& at) -> size_t {
        const double number = at.value->is_number() ? at.value->number() : 0;
        return number <= 0 ? 0 : number > 1e9 ? size_t{1'000'000'000} : static_cast<size_t>(number);
    };
    for (const auto& at : all_of(merged, "minLength")) {
        length.first = std::max(length.first, std::min(count(at), most_length));
    }
    for (const auto& at : all_of(merged, "maxLength")) {
        length.second = std::min(length.second, count(at));
    }
    return length;
}

std::string lengthened(std::string text, size_t least) {
    const size_t length = length_of(text);
    if (length < least) text.append(least - length, 'x');
    return text;
}

// Texts of a format: as it is, longer, and as short as may be.
void add_formatted(std::vector<std::string>& texts, std::string_view format, uint64_t n,
                   std::pair<size_t, size_t> length) {
    const auto text = text_of_format(format, n);
    if (!text) return;
    texts.push_back(*text);
    const size_t own = length_of(*text);
    if (own < length.first) {
        texts.push_back(lengthened(*text, length.first));
        texts.push_back(std::string(length.first - own, 'x') + *text);
    }
    const auto shortest = short_text_of_format(format);
    if (shortest && length.second < own) texts.push_back(*shortest);
}

std::string word(uint64_t n, std::pair<size_t, size_t> length) {
    std::string text = n == 0 ? "string" : "string" + std::to_string(n);
    if (length.second < text.size()) {
        text = n == 0 ? text.substr(0, length.second)
                      : std::string(1, static_cast<char>('a' + n % 26));
    }
    return lengthened(std::move(text), length.first);
}

}  // namespace

Made Maker::try_text(const Schemas& schemas, std::string_view text) {
    if (!fits(schemas, Value::of(text))) return {};
    return {Value::of(document_.keep(text)), true};
}

Made Maker::string(const Task& task) {
    const Length length = length_of(task.merged);
    const uint64_t n = wish_.dynamic ? pick(100000) : shift_;
    std::vector<std::string> texts;
    for (const Located& format : all_of(task.merged, "format")) {
        add_formatted(texts, format.value->text_or(""), n, length);
        if (wish_.dynamic) add_formatted(texts, format.value->text_or(""), 0, length);
    }
    const Schemas patterns = all_of(task.merged, "pattern");
    if (patterns.size() > 1) texts.push_back(of_all(patterns));
    if (patterns.empty() || !texts.empty()) texts.push_back(word(n, length));
    for (const std::string& text : texts) {
        if (const Made made = try_text(task.schemas, text); made.fits) return made;
    }
    for (const Located& pattern : patterns) {
        if (const Made made = patterned(task, pattern, length); made.fits) return made;
    }
    const std::string_view best = texts.empty() ? std::string_view("string") : texts.back();
    return {Value::of(document_.keep(best)), false};
}

// What each of several patterns asks for, one behind the other.
std::string Maker::of_all(const Schemas& patterns) {
    std::string text;
    for (const Located& pattern : patterns) {
        if (pattern.value->is(Kind::string)) {
            text += Expression(pattern.value->text()).text(0, picker());
        }
    }
    return text;
}

// Texts along the pattern, repeated more and more until they are long enough.
Made Maker::patterned(const Task& task, const Located& pattern, Length length) {
    if (!pattern.value->is(Kind::string)) return {};
    const Expression expression(pattern.value->text());
    const size_t enough = repeats_for(expression, length.first);
    const size_t first = wish_.dynamic ? pick(4) : 1;
    const size_t shift = shift_;
    Made made;
    for (const size_t more :
         {std::max(enough, first), enough, enough + 1, enough + 2, enough + 7}) {
        for (size_t other = 0; other < 4 && !made.fits; ++other) {
            shift_ = shift + other;
            made = along(task, expression, more, length.first);
        }
    }
    shift_ = shift;
    return made;
}

// The least number of repetitions that makes texts long enough.
size_t Maker::repeats_for(const Expression& expression, size_t length) {
    size_t least = 0;
    size_t most = length == 0 ? 0 : length + 1;
    while (least < most) {
        const size_t middle = least + (most - least) / 2;
        const bool enough = length_of(expression.text(middle, picker())) >= length;
        enough ? most = middle : least = middle + 1;
    }
    return least;
}

// A text of the expression; where that will not do, with its lookaheads, or filled up.
Made Maker::along(const Task& task, const Expression& expression, size_t more, size_t length) {
    const std::string text = expression.text(more, picker());
    const std::string filling(length - std::min(length, length_of(text)), 'x');
    for (const std::string& each :
         {text, expression.text_with_lookaheads(more, picker()), text + filling, filling + text}) {
        if (const Made made = try_text(task.schemas, each); made.fits) return made;
    }
    return {};
}

}  // namespace standin::sample
