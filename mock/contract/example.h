// The examples that a contract gives of a value.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "mock/contract/reference.h"

namespace standin::contract {

struct Example {
    std::string name;  // its key; "default" of the one that has none
    Located value;
    bool is_text = false;  // as it stands on the wire, not as data (3.2, "serializedValue")
};

// Those of a media type, a parameter or a header: "example", then "examples" in document order
// (3.2, section 4.19). What lies elsewhere ("externalValue") and `examples` that are no object are
// not read, and told in `warnings`, each once. Throws ContractError where one is no object.
std::vector<Example> read_examples(const Located& holder, std::vector<Mistake>& warnings);

// The one of that name; null where there is none.
const Example* find_example(const std::vector<Example>& examples, std::string_view name);

}  // namespace standin::contract
