// How problems are told: by the schemas of what operations refuse with.
#pragma once

#include "mock/contract/contract.h"

namespace standin::contract {

// Makes the forms of a contract whose operations were read, where no envelope of it is named
// "problems". A schema that is wrong makes none.
void infer_problems(Contract& contract);

}  // namespace standin::contract
