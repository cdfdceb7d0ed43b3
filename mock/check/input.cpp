#include "mock/check/input.h"

#include "mock/check/body.h"
#include "mock/check/parameter.h"

namespace standin::check {

Verdict input(const Asked& request, contract::Input& input) {
    Asked asked = request;
    asked.dialect = dialect_of(request.dialect, request.request.headers);
    Verdict verdict;
    parameters(asked, input, verdict.problems);
    if (asked.operation.body && !asked.operation.body->types.empty()) {
        Verdict of_body = body(asked, input);
        // A body that cannot be read says more than parameters do, and is answered alone.
        if (!of_body.fine()) return of_body;
        verdict.body_type = of_body.body_type;
        for (Problem& problem : of_body.problems) verdict.problems.push_back(std::move(problem));
    }
    if (!verdict.problems.empty()) verdict.error = "invalid";
    return verdict;
}

}  // namespace standin::check
