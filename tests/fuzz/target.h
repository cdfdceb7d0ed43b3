// What a fuzz target is: a function that is given any bytes and must come back. libFuzzer calls it
// with what it makes up, replay.cpp with files.
#pragma once

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <iostream>
#include <set>
#include <string_view>

#include "mock/core/contract_error.h"
#include "mock/core/pointer.h"

// The name and the signature are libFuzzer's.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t* bytes, size_t size);

namespace standin::fuzz {

// An expectation is what must hold of any input; it ends the program, whatever the build type.
inline void expect(bool holds, std::string_view what, std::string_view detail = {}) {
    if (holds) return;
    std::cerr << what << ": " << detail << '\n';
    std::abort();
}

inline std::string_view text_of(const uint8_t* bytes, size_t size) {
    return {reinterpret_cast<const char*>(bytes), size};
}

// Whether no object has two members of one name: files that do are refused when they are read.
inline bool has_unique_names(const Value& value) {
    if (value.is(Kind::array)) return std::ranges::all_of(value.items(), has_unique_names);
    if (!value.is(Kind::object)) return true;
    std::set<std::string_view> names;
    return std::ranges::all_of(value.members(), [&](const Member& member) {
        return names.insert(member.name).second && has_unique_names(member.value);
    });
}

// A refusal must say what is wrong, and where in this document.
inline void expect_useful(const ContractError& error, const Value& root) {
    expect(!error.mistakes().empty(), "refused without a mistake");
    for (const Mistake& mistake : error.mistakes()) {
        expect(!mistake.message.empty(), "a mistake without a message", mistake.text());
        expect(mistake.mark.line > 0, "a mistake without a mark", mistake.text());
        expect(resolve(root, mistake.pointer), "a mistake that is nowhere", mistake.text());
    }
}

}  // namespace standin::fuzz
