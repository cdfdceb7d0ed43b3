// Getting at the parts of a document, with a located refusal where one has the wrong type.
#pragma once

#include <string>
#include <string_view>

#include "mock/contract/reference.h"

namespace standin::contract {

// The member of that name, its $ref followed; empty where there is none. Throws ContractError where
// it is there but of another kind.
Located member(const Source& source, const Located& parent, std::string_view name, Kind kind);

// The same where it must be there.
Located required_member(const Source& source, const Located& parent, std::string_view name,
                        Kind kind);

// The i-th item of an array, its $ref followed.
Located item(const Source& source, const Located& array, size_t i);

// A string, integer or boolean member, or the fallback where there is none.
std::string text_member(const Source& source, const Located& parent, std::string_view name,
                        std::string_view fallback = "");
bool flag_member(const Source& source, const Located& parent, std::string_view name,
                 bool fallback = false);

// The strings of an array member; empty where there is none.
std::vector<std::string> texts_member(const Source& source, const Located& parent,
                                      std::string_view name);

}  // namespace standin::contract
