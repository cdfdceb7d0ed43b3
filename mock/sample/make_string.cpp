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

// Whether an expression is given that is not the first of a text's.
std::string lengthened(std::string text, size_t least) {
    const size_t length = length_of(text);
    if (length < least) text.append(least - length, 'x');
    return text;
}

}  // namespace

Made Maker::try_text(const Schemas& schemas, std::string_view text) {
    if (!fits(schemas, Value::of(text))) return {};
    return {Value::of(document_.keep(text)), true};
}

Made Maker::string(const Task& task) {
    const auto length = length_of(task.merged);
    const uint64_t n = wish_.dynamic ? pick(100000) : shift_;
    std::vector<std::string> texts;
    for (const auto& format : all_of(task.merged, "format")) {
        const auto text = text_of_format(format.value->text_or(""), n);
        if (!text) continue;
        texts.push_back(*text);
        if (n > 0 && shift_ == 0) texts.push_back(*text_of_format(format.value->text_or(""), 0));
        texts.push_back(lengthened(*text, length.first));
        if (length_of(*text) < length.first) {
            texts.push_back(std::string(length.first - length_of(*text), 'x') + *text);
        }
        const auto shortest = short_text_of_format(format.value->text_or(""));
        if (shortest && length.second < length_of(*text)) texts.push_back(*shortest);
    }
    const Schemas patterns = all_of(task.merged, "pattern");
    if (patterns.empty() || !texts.empty()) {
        std::string plain = n == 0 ? "string" : "string" + std::to_string(n);
        if (length.second < plain.size()) {
            plain = n == 0 ? plain.substr(0, length.second)
                           : std::string(1, static_cast<char>('a' + n % 26));
        }
        texts.push_back(lengthened(std::move(plain), length.first));
    }
    for (const std::string& text : texts) {
        if (const Made made = try_text(task.schemas, text); made.fits) return made;
    }
    if (patterns.size() > 1) {
        const Made made = try_text(task.schemas, of_all(patterns));
        if (made.fits) return made;
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
Made Maker::patterned(const Task& task, const Located& pattern, std::pair<size_t, size_t> length) {
    if (!pattern.value->is(Kind::string)) return {};
    const Expression expression(pattern.value->text());
    size_t enough = 0;
    if (length.first > 0) {
        size_t most = length.first + 1;
        while (enough < most) {
            const size_t middle = enough + (most - enough) / 2;
            const bool fits = length_of(expression.text(middle, picker())) >= length.first;
            fits ? most = middle : enough = middle + 1;
        }
    }
    const size_t first = wish_.dynamic ? pick(4) : 1;
    const size_t shift = shift_;
    Made made;
    for (const size_t more :
         {std::max(enough, first), enough, enough + 1, enough + 2, enough + 7}) {
        for (size_t other = 0; other < 4 && !made.fits; ++other) {
            shift_ = shift + other;
            made = try_text(task.schemas, expression.text(more, picker()));
            if (!made.fits) {
                made = try_text(task.schemas, expression.text_with_lookaheads(more, picker()));
            }
            if (!made.fits && other == 0) {
                const std::string text = expression.text(more, picker());
                made = try_text(task.schemas, lengthened(text, length.first));
                const size_t lacking = length.first - std::min(length.first, length_of(text));
                if (!made.fits) made = try_text(task.schemas, std::string(lacking, 'x') + text);
            }
        }
    }
    shift_ = shift;
    return made;
}

}  // namespace standin::sample
