// How a contract says things: envelopes, errors, and the wording of problems.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "mock/contract/reference.h"
#include "mock/contract/template.h"
#include "mock/core/problem.h"

namespace standin::contract {

// The shape in which a contract wraps results and problems.
struct Envelope {
    std::string name;
    Template body;
    std::optional<Template> problem;  // dresses each of $problems
    std::string media_type = "application/json";
    Located schema = {};  // of an inferred one: a body that this refuses must not be sent
};

// What is answered when something is refused. Optional parts fall back to the next more general
// error of the same name, in the end to the mock's own.
struct Refusal {
    std::string name;
    std::optional<int> status;
    std::optional<Template> code;
    std::optional<Template> message;
    std::optional<Part> part;  // with pointer: the place of the problem
    std::string pointer;
    const Envelope* envelope = nullptr;
    std::optional<Template> body;  // instead of an envelope
    std::vector<std::pair<std::string, std::string>> headers;
};

// One row of wording: fits a problem when each of its conditions does.
struct Wording {
    std::string keyword;  // "" = any
    std::optional<Part> part;
    std::string at;  // pointer below the part; "*" is any one token, a last "**" any rest
    std::optional<std::string> expected;
    std::optional<std::string> received;
    std::optional<Template> code;
    std::optional<Template> message;

    bool fits(const Problem& problem) const;
};

using Catalogue = std::vector<Wording>;

// The rows of a catalogue in `source`. Throws ContractError.
Catalogue read_catalogue(const Source& source, const Value& rows, const std::string& pointer);

// The part of a request with that name, if there is one.
std::optional<Part> part_named(std::string_view name);

}  // namespace standin::contract
