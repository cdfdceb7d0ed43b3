#include "mock/sample/mend.h"

#include <algorithm>

#include "mock/sample/maker.h"

namespace standin::sample {

Value mend(Judge& judge, const Schemas& schemas, const Value& value, Document& document,
           const Wish& wish) {
    Maker guided(judge, wish, document);
    if (const Made made = guided.make(schemas, &value); made.fits) return made.value;
    Maker free(judge, wish, document);
    const Made made = free.make(schemas);
    return made.fits ? made.value : value;
}

bool is_misshapen(const Problems& problems) {
    static constexpr std::string_view of_values[] = {
        "enum",    "const",   "pattern",          "format",           "minLength",  "maxLength",
        "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf", "uniqueItems"};
    return std::ranges::any_of(problems, [](const Problem& problem) {
        return std::ranges::find(of_values, problem.keyword) == std::end(of_values);
    });
}

}  // namespace standin::sample
