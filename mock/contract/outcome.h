// What an operation's behaviour came to.
#pragma once

#include <memory>
#include <string>

#include "mock/contract/answer.h"
#include "mock/core/problem.h"

namespace standin::contract {

// What the envelope of a list may tell.
struct ListFacts {
    int64_t total = 0;  // all that match
    int64_t count = 0;  // those on this page
    int64_t page = 1;
    int64_t size = 0;
    int64_t offset = 0;  // how many come before
    bool more = false;   // whether there is a next page
    std::string cursor;  // the key of the last one on this page; "" on the last page
    std::string next;    // path and query of the next page; "" on the last one
};

struct Outcome {
    enum class Shows : uint8_t { nothing, resource, list, example } shows = Shows::nothing;
    std::string result;  // JSON text of the resource, or of the array of them
    ListFacts list;

    std::string error;                 // names what was refused; "" = nothing was
    const Refusal* refusal = nullptr;  // of a rule, which may have no name
    Problems problems;

    // What expressions in the answer may name.
    std::shared_ptr<const Document> stored;
    std::shared_ptr<const Document> parent;

    bool refused() const { return refusal || !error.empty(); }
};

}  // namespace standin::contract
