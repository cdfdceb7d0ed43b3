// Values that are almost what a schema asks for.
#pragma once

#include "mock/core/document.h"
#include "mock/sample/judge.h"
#include "mock/sample/merged.h"
#include "mock/sample/wish.h"

namespace standin::sample {

// The value that all of the schemas take with as little changed as can be seen: what fits is kept,
// what must be there and is not is as a sample has it, what must not be there is left out. The
// value itself where it fits, or where nothing was found that does. What was made lives in the
// document, the rest as long as the value and the contract. Throws ContractError where a schema is
// wrong, or leads nowhere.
Value mend(Judge& judge, const Schemas& schemas, const Value& value, Document& document,
           const Wish& wish = {});

// Whether a value with these problems has a member too few or too many, or one of another type.
// Others have what a schema does not allow: what was sent stays as it is, whatever answers promise.
bool is_misshapen(const Problems& problems);

}  // namespace standin::sample
