#include "mock/contract/example.h"

#include <algorithm>

#include "mock/contract/access.h"

namespace standin::contract {

namespace {

void warn_once(std::vector<Mistake>& warnings, Mistake warning) {
    const auto same = [&](const Mistake& known) { return known.text() == warning.text(); };
    if (std::ranges::none_of(warnings, same)) warnings.push_back(std::move(warning));
}

}  // namespace

std::vector<Example> read_examples(const Located& holder, std::vector<Mistake>& warnings) {
    std::vector<Example> examples;
    if (const Located single = holder.find("example")) examples.push_back({"default", single});
    const Located named = holder.find("examples");
    if (!named) return examples;
    if (!named.value->is(Kind::object)) {
        warn_once(warnings, named.mistake("\"examples\" is no object and is not read"));
        return examples;
    }
    for (const Member& each : named.value->members()) {
        const Located example = member(named, each.name, Kind::object);
        Example made{std::string(each.name), example.find("dataValue")};
        if (!made.value) made.value = example.find("value");
        if (!made.value) {
            made.value = example.find("serializedValue");
            made.is_text = static_cast<bool>(made.value);
        }
        if (made.value) {
            examples.push_back(std::move(made));
        } else if (const Located elsewhere = example.find("externalValue")) {
            warn_once(warnings, elsewhere.mistake("\"externalValue\" is not read"));
        }
    }
    return examples;
}

const Example* find_example(const std::vector<Example>& examples, std::string_view name) {
    const auto found = std::ranges::find(examples, name, &Example::name);
    return found == examples.end() ? nullptr : &*found;
}

}  // namespace standin::contract
