// Examples of a request and of its answer that have the same key belong together.
#include <algorithm>

#include "mock/sample/choice.h"

namespace standin::sample {

using contract::Example;
using contract::Input;
using contract::Operation;

namespace {

const Value* part_of(const Input& input, Part part) {
    switch (part) {
        case Part::path:
            return &input.path;
        case Part::query:
            return &input.query;
        case Part::header:
            return &input.header;
        case Part::cookie:
            return &input.cookie;
        default:
            return nullptr;
    }
}

// Whether a request is made up of the examples of that key, as far as there are any.
bool is_made_of(std::string_view key, const Operation& operation, const Input& input) {
    for (const contract::Parameter& parameter : operation.parameters) {
        const Example* example = find_example(parameter.examples, key);
        if (!example) continue;
        const Value* part = part_of(input, parameter.part);
        const Value* value = part ? part->find(parameter.name) : nullptr;
        if (!value || !equal(*value, *example->value.value)) return false;
    }
    if (!operation.body) return true;
    bool told = false;
    for (const contract::BodyType& type : operation.body->types) {
        const Example* example = find_example(type.examples, key);
        if (!example || example->is_text) continue;
        if (input.has_body && equal(input.body, *example->value.value)) return true;
        told = true;
    }
    return !told;
}

}  // namespace

Ask ask_of(const http::Request& request, const Operation& operation, const Input& input) {
    Ask ask{read_preference(preferences_of(request))};
    if (const std::string* accept = request.headers.find("Accept")) ask.accept = *accept;
    const auto look = [&](const std::vector<Example>& examples) {
        for (const Example& example : examples) {
            // What an example is called that has no key pairs with nothing.
            if (!ask.pair.empty() || example.name == "default") continue;
            if (is_made_of(example.name, operation, input)) ask.pair = example.name;
        }
    };
    for (const contract::Parameter& parameter : operation.parameters) look(parameter.examples);
    if (operation.body) {
        for (const contract::BodyType& type : operation.body->types) look(type.examples);
    }
    return ask;
}

}  // namespace standin::sample
