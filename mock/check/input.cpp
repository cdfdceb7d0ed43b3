#include "mock/check/input.h"

#include "mock/check/parameter.h"
#include "mock/core/json.h"
#include "mock/http/media_type.h"
#include "mock/schema/check.h"

namespace standin::check {

using contract::BodyType;
using contract::Contract;
using contract::Input;
using contract::Operation;

namespace {

Verdict refused(std::string error, std::string keyword, std::string expected,
                std::string received) {
    Problem problem;
    problem.keyword = std::move(keyword);
    problem.expected = std::move(expected);
    problem.received = std::move(received);
    return {std::move(error), {std::move(problem)}};
}

// How narrow a media range is: "application/json" is asked before "application/*" (OpenAPI 3.1,
// section 4.8.14.1: the most specific key applies).
int narrowness(std::string_view range) {
    if (range == "*/*") return 0;
    return range.ends_with("/*") ? 1 : 2;
}

// The declared type that the body's media type falls under, null where there is none; the first one
// where the contract does not look at media types.
const BodyType* type_of(const Contract& contract, const contract::RequestBody& body,
                        const std::string* content_type) {
    if (contract.body.any_media_type) return &body.types.front();
    const std::string essence = content_type ? http::essence_of(*content_type) : "";
    const BodyType* narrowest = nullptr;
    for (const BodyType& type : body.types) {
        if (!http::in_range(essence, type.range)) continue;
        if (!narrowest || narrowness(type.range) > narrowness(narrowest->range)) narrowest = &type;
    }
    return narrowest;
}

// Whether a body is read as JSON: as what was sent says where the contract names only a range.
bool holds_json(const Contract& contract, const BodyType& type, const std::string* content_type) {
    if (http::is_json(type.range)) return true;
    if (narrowness(type.range) == 2) return false;
    const bool told = content_type && !contract.body.any_media_type;
    return !told || http::is_json(http::essence_of(*content_type));
}

Verdict wrong_media_type(const contract::RequestBody& body, const std::string* content_type) {
    std::string expected;
    for (const BodyType& type : body.types) {
        if (!expected.empty()) expected += ", ";
        expected += type.range;
    }
    return refused("unsupported_media_type", "mediaType", expected,
                   content_type ? *content_type : "undefined");
}

// Reads JSON; what is not JSON is a problem, or {} where the contract's server takes it so.
Verdict read(const Contract& contract, const http::Request& request, Input& input) {
    JsonFault fault;
    input.text = read_json(request.body, fault);
    if (fault.why == JsonFault::Why::depth) {
        return refused("body_too_deep", "depth", std::to_string(JsonLimits{}.depth), "");
    }
    if (!input.text && !contract.body.unreadable_is_empty) {
        return refused("unreadable_body", "json", "",
                       "line " + std::to_string(fault.mark.line) + ", column " +
                           std::to_string(fault.mark.column) + ": " + fault.message);
    }
    input.body = input.text ? input.text->root() : input.document.object({});
    input.has_body = true;
    return {};
}

Verdict body(const Contract& contract, const Operation& operation, const http::Request& request,
             Input& input) {
    const contract::RequestBody& declared = *operation.body;
    const bool empty = request.body.empty() && !contract.body.unreadable_is_empty;
    if (empty && !declared.required) return {};
    if (empty) return refused("unreadable_body", "body", "", "undefined");
    const std::string* content_type = request.headers.find("Content-Type");
    const BodyType* type = type_of(contract, declared, content_type);
    if (!type) return wrong_media_type(declared, content_type);
    // Bodies of other media types are taken as they are: no schema speaks of them.
    if (!holds_json(contract, *type, content_type)) return {};
    Verdict verdict = read(contract, request, input);
    verdict.body_type = type;
    if (verdict.fine() && type->schema) {
        schema::check(*type->schema, input.body,
                      {Part::body, "", schema::Direction::request, operation.is_strict},
                      verdict.problems);
    }
    return verdict;
}

}  // namespace

Verdict input(const Contract& contract, const Operation& operation, const http::Request& request,
              const contract::PathValues& path_values, Input& input) {
    Verdict verdict;
    parameters(operation, request, path_values, input, verdict.problems);
    if (operation.body && !operation.body->types.empty()) {
        Verdict of_body = body(contract, operation, request, input);
        // A body that cannot be read says more than parameters do, and is answered alone.
        if (!of_body.fine()) return of_body;
        verdict.body_type = of_body.body_type;
        for (Problem& problem : of_body.problems) verdict.problems.push_back(std::move(problem));
    }
    if (!verdict.problems.empty()) verdict.error = "invalid";
    return verdict;
}

}  // namespace standin::check
