// One request to one small contract, and what its check tells.
#pragma once

#include <string>

#include <gtest/gtest.h>

#include "mock/check/input.h"
#include "mock/core/json.h"
#include "mock/match/router.h"

namespace standin::check {

// The whole verdict and everything that was decoded, as one text.
inline std::string text_of(const Verdict& verdict, const contract::Input& input) {
    if (verdict.fine()) {
        std::string text;
        for (const Value* part : {&input.path, &input.query, &input.header, &input.cookie}) {
            if (!part->members().empty()) text += to_json(*part);
        }
        return input.has_body ? text + " body " + to_json(input.body) : text;
    }
    std::string text = verdict.error;
    for (const Problem& problem : verdict.problems) {
        text += "; " + std::string(name_of(problem.part)) + problem.pointer + " " +
                problem.keyword + " " + problem.expected + " <- " + problem.received;
    }
    return text;
}

inline std::string checked(const std::shared_ptr<const contract::Contract>& contract,
                           const http::Request& request) {
    const match::Router router({contract});
    const match::Match match = router.find(request.method, request.path());
    if (!match.operation) return "no operation";
    contract::Input input;
    const Verdict verdict =
        check::input({*contract, *match.operation, request, match.path_values}, input);
    return text_of(verdict, input);
}

}  // namespace standin::check
