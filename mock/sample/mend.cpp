#include "mock/sample/mend.h"

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

}  // namespace standin::sample
