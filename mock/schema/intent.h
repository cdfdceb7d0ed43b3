// Which branch of anyOf or oneOf the client must have meant, where the instance matches none.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "mock/schema/choice.h"
#include "mock/schema/here.h"

namespace standin::schema {

// The first of these that there is: what is wrong with the member that names a branch (for the
// discriminator, or where all branches have words for it that tell them apart); the branch that
// this member names; the only one of the instance's type; for arrays and objects, the closest one.
// All are null where none of them can be told.
struct Intent {
    std::optional<Wrong> tag;
    const Member* keyword = nullptr;  // that asks for the tag
    const Schema* branch = nullptr;
    std::string closest;  // the branch's name, where it is no more than the closest one
};

// Costs one check of the instance for each branch at most: choices within it are not looked into.
Intent intent_of(const Rule& rule, const Value& instance, const Here& here);

}  // namespace standin::schema
