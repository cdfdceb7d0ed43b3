// Getting at the parts of a document, with a located refusal where one has the wrong type.
#pragma once

#include <set>
#include <string>
#include <string_view>

#include "mock/contract/reference.h"

namespace standin::contract {

// Throws ContractError where the value is of another kind; `what` names it in the sentence.
void require_kind(const Located& at, Kind kind, std::string_view what);

// The member of that name, its $ref followed; empty where there is none. Throws ContractError where
// it is there but of another kind.
Located member(const Located& parent, std::string_view name, Kind kind);

// The same where it must be there.
Located required_member(const Located& parent, std::string_view name, Kind kind);

// Refuses the first member of an object that is not among the known ones.
void only(const Located& object, const std::set<std::string_view>& known);

// The i-th item of an array, its $ref followed.
Located item(const Located& array, size_t i);

// A string, integer or boolean member, or the fallback where there is none.
std::string text_member(const Located& parent, std::string_view name,
                        std::string_view fallback = "");
int64_t integer_member(const Located& parent, std::string_view name, int64_t fallback);
bool flag_member(const Located& parent, std::string_view name, bool fallback = false);

// The strings of an array member; empty where there is none. Throws where one is something else.
std::vector<std::string> texts_member(const Located& parent, std::string_view name);

}  // namespace standin::contract
