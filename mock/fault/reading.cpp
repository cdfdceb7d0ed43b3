#include "mock/fault/reading.h"

#include <algorithm>

#include "mock/core/pointer.h"
#include "mock/fault/item.h"
#include "mock/fault/span.h"

namespace standin::fault {

void Reading::refuse(const Located& at, const std::string& message) {
    const auto tokens = tokens_of(at.pointer);
    mistakes_.push_back({source_.file, at.value->mark(), at.pointer,
                         "\"" + (tokens.empty() ? "plan" : tokens.back()) + "\" " + message});
}

milliseconds Reading::duration(const Located& at, milliseconds most, milliseconds unit) {
    std::optional<milliseconds> read;
    if (at.value->is(Kind::string)) {
        read = parse_duration(at.value->text());
    } else if (at.value->number() <= static_cast<double>(most / unit)) {
        read = whole(*at.value) * unit;
    }
    if (read && *read <= most) return *read;
    refuse(at, "must be at most " + spell(most));
    return milliseconds(0);
}

const schema::Schema* Reading::schema(const Located& at) {
    const schema::Schema* compiled = nullptr;
    attempt([&] { compiled = &schemas_.compile(at.pointer); });
    return compiled;
}

void Reading::attempt(const std::function<void()>& step) {
    try {
        step();
    } catch (const ContractError& error) {
        for (const Mistake& mistake : error.mistakes()) {
            const auto known = std::ranges::find(mistakes_, mistake.text(), &Mistake::text);
            if (known == mistakes_.end()) mistakes_.push_back(mistake);
        }
    }
}

int64_t whole(const Value& value) {
    return value.is(Kind::integer) ? value.integer() : static_cast<int64_t>(value.number());
}

std::vector<Located> several(const Located& at) {
    if (!at) return {};
    return at.value->is(Kind::array) ? items_of(at) : std::vector{at};
}

std::vector<std::string> texts(const Located& at) {
    std::vector<std::string> found;
    for (const Located& each : several(at)) found.emplace_back(each.value->text());
    return found;
}

}  // namespace standin::fault
