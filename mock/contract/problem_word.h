// What the members of an error's body tell, known by their names alone.
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace standin::contract {

// What of a problem a member holds.
enum class Tells : uint8_t {
    nothing,
    message,
    title,  // the status in words
    code,   // a code of the contract's, else the error's name or the status
    name,   // the error's name
    status,
    keyword,  // what is broken
    field,    // the last token of the place alone
    pointer,
    path,  // the place as an array
    part,
    expected,
    received,
    target,    // what was asked for
    problems,  // each of them
    wrapper,   // members that tell
    failed,    // true
    passed,    // false
};

// Where a member stands.
enum class Level : uint8_t { whole, one };  // in the body; in what is told of one problem

// Without regard to case, "_" and "-".
Tells told_by(std::string_view member, Level level);

// The one of some words, of which there is at least one, that speaks of a status; else the first.
std::string_view word_for(int status, std::span<const std::string_view> words);

}  // namespace standin::contract
